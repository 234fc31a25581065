/**
 * Benchmarks of the inner loops, through what the other modules make public; inputs are fixtures.
 */
@NullMarked
package io.github.logcov.microbench;

import org.jspecify.annotations.NullMarked;
