/** JaCoCo: its XML report, and its execution data, which mean nothing without class files. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.format.jacoco;
