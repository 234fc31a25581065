/** Thresholds and the answer. Knows the model. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.verdict;
