package io.github.logcov.summary.html;

import io.github.logcov.model.Coverage;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import java.util.function.Consumer;

/** Coverages for tests, written down in a line. */
final class Trees {
  private final CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);

  Trees file(String job, String path, Consumer<FactsBuilder> facts) {
    FactsBuilder builder = new FactsBuilder(CoverageLimits.DEFAULT);
    facts.accept(builder);
    union.add(new Session(job), new SourcePath(path), builder.build());
    return this;
  }

  /** A file with lines 1 to {@code total}, the first {@code covered} of which ran once. */
  Trees file(String path, int covered, int total) {
    return file(
        "1.1",
        path,
        facts -> {
          for (int line = 1; line <= total; line++) {
            facts.line(line, line <= covered ? 1 : 0);
          }
        });
  }

  Coverage coverage() {
    return union.toCoverage();
  }
}
