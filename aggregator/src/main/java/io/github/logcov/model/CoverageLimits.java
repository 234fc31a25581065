package io.github.logcov.model;

/**
 * Bounds on what a report may claim.
 *
 * @param maxLine largest line number
 * @param maxArmsPerLine arms (branch outcomes) of one line
 * @param maxFiles source files in one report and in the union
 * @param maxUnits lines, arms and functions of the whole union
 */
public record CoverageLimits(int maxLine, int maxArmsPerLine, int maxFiles, long maxUnits) {

  /** The defaults of the options. */
  public static final CoverageLimits DEFAULT =
      new CoverageLimits(10_000_000, 10_000, 1_000_000, 50_000_000L);

  /** Refuses a bound below 1. */
  public CoverageLimits {
    if (maxLine < 1 || maxArmsPerLine < 1 || maxFiles < 1 || maxUnits < 1) {
      throw new IllegalArgumentException("bounds must be 1 or more");
    }
  }

  /**
   * Says that {@code line} is not too large.
   *
   * @throws LimitExceededException naming {@code --max-line}
   */
  public void checkLine(long line) {
    if (line > maxLine) {
      throw exceeded("line number " + line + " is above " + maxLine, "--max-line");
    }
  }

  /**
   * Says that {@code line} may have {@code arms} arms.
   *
   * @throws LimitExceededException naming {@code --max-arms}
   */
  public void checkArms(int line, long arms) {
    if (arms > maxArmsPerLine) {
      throw exceeded("line " + line + " has more than " + maxArmsPerLine + " arms", "--max-arms");
    }
  }

  /**
   * Says that there may be {@code files} source files.
   *
   * @throws LimitExceededException naming {@code --max-files}
   */
  public void checkFiles(long files) {
    if (files > maxFiles) {
      throw exceeded("more than " + maxFiles + " source files", "--max-files");
    }
  }

  /**
   * Says that there may be {@code units} lines, arms and functions.
   *
   * @throws LimitExceededException naming {@code --max-units}
   */
  public void checkUnits(long units) {
    if (units > maxUnits) {
      throw exceeded("more than " + maxUnits + " lines, arms and functions", "--max-units");
    }
  }

  /**
   * Without what was found where that depends on the order of reports: messages are the same for
   * the same input.
   */
  private static LimitExceededException exceeded(String what, String option) {
    return new LimitExceededException(what + "; " + option + " raises that bound", option);
  }
}
