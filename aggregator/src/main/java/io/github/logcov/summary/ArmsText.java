package io.github.logcov.summary;

import io.github.logcov.model.ArmBounds;
import io.github.logcov.model.BranchCoverage;
import java.util.List;

/** The arms of a line in words. */
final class ArmsText {
  private static final int MISSING_SHOWN = 20;
  private static final int LONGEST_NAME = 40;

  private ArmsText() {}

  /** {@code 1 of 2}, {@code 1-2 of 2} where that is open; empty where the line has no arms. */
  static String covered(BranchCoverage branches) {
    ArmBounds bounds = branches.bounds();
    if (bounds.total() == 0) {
      return "";
    }
    return bounds.lower()
        + (bounds.isExact() ? "" : "-" + bounds.upper())
        + " of "
        + bounds.total();
  }

  /** Reads {@code branches missing: to line 17, exit}, printable; empty where none is. */
  static String missing(BranchCoverage branches) {
    ArmBounds bounds = branches.bounds();
    if (bounds.lower() == bounds.total()) {
      return "";
    }
    List<String> names = ArmNames.missing(branches, name -> Printable.cut(name, LONGEST_NAME));
    if (names.isEmpty()) {
      return "branches missing; the reports do not say which";
    }
    List<String> shown = names.subList(0, Math.min(MISSING_SHOWN, names.size()));
    int more = names.size() - shown.size();
    return "branches missing: "
        + String.join(", ", shown)
        + (more > 0 ? " and " + more + " more" : "");
  }
}
