package io.github.logcov.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders that the relative paths of a report may start from: the root of the repository and
 * the folders above the report, since a tool that runs in {@code client/} writes {@code
 * client/coverage/lcov.info} with {@code SF:src/a.js}. All paths of a report start from one folder,
 * so the one under which most of them exist decides.
 */
final class RelativeBases {

  private final Optional<KnownFiles> checkout;
  private final boolean anyCase;
  private final List<RawPath> bases = new ArrayList<>();
  private final List<RawPath> best = new ArrayList<>();

  RelativeBases(
      String reportPath, Optional<KnownFiles> checkout, boolean anyCase, List<RawPath> relative) {
    this.checkout = checkout;
    this.anyCase = anyCase;
    if (checkout.isEmpty()) {
      return;
    }
    bases.add(RawPath.of(""));
    RawPath report = RawPath.of(reportPath);
    for (int depth = 1; report.inside() && depth < report.parts().size(); depth++) {
      bases.add(new RawPath("", report.parts().subList(0, depth)));
    }
    long most = 1;
    for (RawPath base : bases) {
      long count = relative.stream().filter(path -> exists(base, path)).count();
      if (count > most) {
        best.clear();
      }
      if (count >= most) {
        best.add(base);
        most = count;
      }
    }
  }

  /**
   * The places where the file exists: one where the report as a whole decides, none, or several.
   */
  List<Located> of(RawPath path) {
    List<RawPath> there = bases.stream().filter(base -> exists(base, path)).toList();
    if (there.size() > 1 && best.size() == 1 && there.contains(best.get(0))) {
      return List.of(located(best.get(0), path));
    }
    return there.stream().map(base -> located(base, path)).toList();
  }

  private boolean exists(RawPath base, RawPath path) {
    return checkout.flatMap(files -> files.find(base.resolve(path), anyCase)).isPresent();
  }

  private static Located located(RawPath base, RawPath path) {
    PathRule rule = base.parts().isEmpty() ? PathRule.RELATIVE : PathRule.REPORT_FOLDER;
    return new Located(base.resolve(path), rule, true);
  }
}
