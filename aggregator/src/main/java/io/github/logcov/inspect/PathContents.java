package io.github.logcov.inspect;

import io.github.logcov.model.SourcePath;
import java.util.List;

/**
 * One path of reports, and where it lies.
 *
 * @param path where it lies; for one without a place its normalised form
 * @param reported as the reports write it
 * @param rule what placed it, or {@code ambiguous}, or {@code unplaced}
 * @param candidates what an ambiguous one may be; of one that is not in the checkout a few files of
 *     its name; else none
 * @param jobs whose reports name it, in numeric order
 * @param payloads paths of these reports, each once, sorted
 * @param reports how many reports name it
 */
public record PathContents(
    SourcePath path,
    String reported,
    String rule,
    List<SourcePath> candidates,
    List<String> jobs,
    List<String> payloads,
    int reports) {
  /** Copies the lists. */
  public PathContents {
    candidates = List.copyOf(candidates);
    jobs = List.copyOf(jobs);
    payloads = List.copyOf(payloads);
  }
}
