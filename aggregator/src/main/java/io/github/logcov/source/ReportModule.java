package io.github.logcov.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The module that a report is of, by where it lies: {@code core/target/site/jacoco/jacoco.xml}
 * speaks of files below {@code core/}. Packages of one name in several modules are told apart so.
 */
final class ReportModule {
  /** What Maven, Gradle, sbt and Ant write into, below the folder of a module. */
  private static final Set<String> OUTPUT = Set.of("target", "build");

  private final RawPath report;

  ReportModule(String reportPath) {
    this.report = RawPath.of(reportPath);
  }

  /**
   * The folder of the module, empty parts for the root of the repository; nothing when the report
   * does not lie in the output of a build, since then its folder may be that of a job.
   */
  Optional<RawPath> folder() {
    for (int depth = report.parts().size() - 2; report.inside() && depth >= 0; depth--) {
      if (OUTPUT.contains(report.parts().get(depth))) {
        return Optional.of(new RawPath("", report.parts().subList(0, depth)));
      }
    }
    return Optional.empty();
  }

  /**
   * Of the places below the roots of a report, those in its own module; where these are none, what
   * else the module has, since roots may be those of another one.
   *
   * @param roots places below the roots
   * @param others places of the same file wherever they lie
   */
  List<RawPath> own(List<RawPath> roots, List<RawPath> others) {
    for (int depth = report.parts().size() - 1; report.inside() && depth > 0; depth--) {
      RawPath folder = new RawPath("", report.parts().subList(0, depth));
      for (List<RawPath> places : List.of(roots, others)) {
        List<RawPath> below = places.stream().filter(path -> path.startsWith(folder)).toList();
        if (!below.isEmpty()) {
          return below;
        }
      }
    }
    return roots;
  }

  /**
   * Of several places of one file those below the deepest folder above the report that holds any;
   * all of them when that is none but the root of the repository.
   */
  List<RawPath> narrow(List<RawPath> places) {
    return own(places, List.of());
  }
}
