/** Benchmarks of what the frames keep to themselves. */
@NullMarked
package io.github.logcov.frame;

import org.jspecify.annotations.NullMarked;
