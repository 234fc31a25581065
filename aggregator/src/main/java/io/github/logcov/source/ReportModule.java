package io.github.logcov.source;

import java.util.List;

/**
 * The module that a report is of, by where it lies: {@code core/target/site/jacoco/jacoco.xml}
 * speaks of files below {@code core/}. Packages of one name in several modules are told apart so.
 */
final class ReportModule {
  private final RawPath report;

  ReportModule(String reportPath) {
    this.report = RawPath.of(reportPath);
  }

  /**
   * Of several places of one file those below the deepest folder above the report that holds any;
   * all of them when that is none but the root of the repository.
   */
  List<RawPath> narrow(List<RawPath> places) {
    for (int depth = report.parts().size() - 1; report.inside() && depth > 0; depth--) {
      RawPath folder = new RawPath("", report.parts().subList(0, depth));
      List<RawPath> below = places.stream().filter(path -> path.startsWith(folder)).toList();
      if (!below.isEmpty()) {
        return below;
      }
    }
    return places;
  }
}
