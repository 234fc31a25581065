package io.github.logcov.model;

/**
 * Bounds on what a report may claim.
 *
 * @param maxLine largest line number
 * @param maxArmsPerLine arms (branch outcomes) of one line
 * @param maxFiles source files in one report and in the union
 * @param maxUnits lines and arms of the whole union
 */
public record CoverageLimits(int maxLine, int maxArmsPerLine, int maxFiles, long maxUnits) {

  /** The defaults of the contract. */
  public static final CoverageLimits DEFAULT =
      new CoverageLimits(10_000_000, 10_000, 1_000_000, 50_000_000L);
}
