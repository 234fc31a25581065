package io.github.logcov.summary;

import io.github.logcov.model.BranchCoverage;
import io.github.logcov.model.BranchId;
import java.util.List;
import java.util.function.UnaryOperator;

/** The names that reports have for the arms of a line. */
public final class ArmNames {
  private ArmNames() {}

  /**
   * Those that nobody took, such as {@code 0/right (never evaluated)}, {@code to line 17} and
   * {@code exit}; none where the reports do not say which.
   *
   * @param shown makes of a name in a report what is shown of it
   */
  public static List<String> missing(BranchCoverage branches, UnaryOperator<String> shown) {
    if (branches instanceof BranchCoverage.Identified identified) {
      return identified.arms().stream()
          .filter(arm -> arm.taken() <= 0)
          .map(arm -> shown.apply(name(arm.id())) + (arm.taken() < 0 ? " (never evaluated)" : ""))
          .toList();
    }
    if (branches instanceof BranchCoverage.MissingNamed named) {
      return named.missing().stream().map(to -> to < 0 ? "exit" : "to line " + to).toList();
    }
    return List.of();
  }

  private static String name(BranchId id) {
    return id.block().isEmpty() ? id.branch() : id.block() + "/" + id.branch();
  }
}
