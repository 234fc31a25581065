/**
 * Thresholds and the answer: integers compared with integers, and percentages that do not
 * contradict it. Knows the model.
 */
@org.jspecify.annotations.NullMarked
package io.github.logcov.verdict;
