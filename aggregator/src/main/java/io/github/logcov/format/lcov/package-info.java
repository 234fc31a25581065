/** LCOV tracefiles, 1.x and 2.x. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.format.lcov;
