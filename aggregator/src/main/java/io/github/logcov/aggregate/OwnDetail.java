package io.github.logcov.aggregate;

import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.Surplus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the reports of one job say in full that others of it only sum up: JaCoCo's execution data
 * and its XML. The execution data decides; of the XML counts what goes beyond it, such as classes
 * that were compiled anew. Not thread-safe.
 */
final class OwnDetail {
  /** Lists of flags that are told apart; a job has one or two. */
  private static final int MAX_GROUPS = 8;

  private final Set<String> full;
  private final CoverageLimits limits;

  /** Flags -> path as written -> what reports with these flags say together. */
  private final Map<List<String>, Map<String, FileFacts>> byFlags = new HashMap<>();

  /** Paths of which the job ran another build than the detail knows. */
  private final Set<String> otherBuilds = new HashSet<>();

  /** What of a report counts. */
  interface Share {
    /** What counts of what it says of a file. */
    FileFacts of(String written, FileFacts facts);
  }

  /**
   * Without any report.
   *
   * @param full the formats that other reports of the job sum up
   */
  OwnDetail(Set<String> full, CoverageLimits limits) {
    this.full = Set.copyOf(full);
    this.limits = limits;
  }

  /** What counts of one report; those that sum up come last. */
  Share of(PayloadReader.Reading reading, List<String> flags) {
    if (reading.format().sumsUp().isPresent()) {
      return (written, sums) -> surplus(flags, written, sums);
    }
    if (!full.contains(reading.format().name())) {
      return (written, facts) -> facts;
    }
    reading.report().unread().forEach(part -> otherBuilds.add(part.path()));
    return (written, facts) -> {
      add(flags, written, facts);
      return facts;
    };
  }

  private void add(List<String> flags, String written, FileFacts facts) {
    if (byFlags.containsKey(flags) || byFlags.size() < MAX_GROUPS) {
      byFlags
          .computeIfAbsent(List.copyOf(flags), key -> new HashMap<>())
          .merge(written, facts, FileFacts::union);
    }
  }

  /** What does not count under all flags of the sums is no reason to drop them. */
  private FileFacts surplus(List<String> flags, String written, FileFacts sums) {
    return byFlags.entrySet().stream()
        .filter(group -> new HashSet<>(group.getKey()).containsAll(flags))
        .flatMap(group -> Optional.ofNullable(group.getValue().get(written)).stream())
        .reduce(FileFacts::union)
        .map(known -> Surplus.of(sums, known, otherBuilds.contains(written), limits))
        .orElse(sums);
  }
}
