/** Istanbul's JSON report. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.format.istanbul;
