package io.github.logcov.model;

/**
 * Covered over total, kept as two integers.
 *
 * @param covered 0 to total
 * @param total 0 or more
 */
public record Ratio(long covered, long total) {}
