package io.github.logcov.format;

import io.github.logcov.model.CoverageLimits;

/**
 * Bounds on the shape of a report.
 *
 * @param coverage bounds on what it may claim
 * @param maxDepth elements or values nested in each other, in XML and JSON ({@code --max-depth})
 * @param maxString length of one line, attribute or string ({@code --max-string}); bytes where the
 *     format is read as bytes, else UTF-16 units
 * @param maxPath UTF-8 bytes in the path of one source file ({@code --max-path})
 */
public record FormatLimits(CoverageLimits coverage, int maxDepth, int maxString, int maxPath) {

  /** The defaults. */
  public static final FormatLimits DEFAULT =
      new FormatLimits(CoverageLimits.DEFAULT, 200, 1 << 20, 4096);

  /** Every bound is at least 1. */
  public FormatLimits {
    if (maxDepth < 1 || maxString < 1 || maxPath < 1) {
      throw new IllegalArgumentException("bounds are at least 1");
    }
  }
}
