package io.github.logcov.extract;

import io.github.logcov.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of an extraction.
 *
 * @param files by job number, then in the order of the log
 * @param problems in no order
 */
public record Extracted(List<ExtractedFile> files, List<Problem> problems) {
  /** Copies the lists. */
  public Extracted {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** The same with more problems. */
  public Extracted with(List<Problem> more) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(more);
    return new Extracted(files, all);
  }
}
