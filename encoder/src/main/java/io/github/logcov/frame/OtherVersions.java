package io.github.logcov.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Records of other versions of the grammar: only that they are there can be told. */
final class OtherVersions {
  /** Ids remembered per version; one that is no payload of ours is enough. */
  private static final int MAX_IDS = 100;

  /** A frame has more lines than one; a single record is rather a garbled one of ours. */
  private static final int FEWEST_RECORDS = 2;

  /** Version -> id -> records. */
  private final Map<Character, Map<Integer, Records>> found = new TreeMap<>();

  private static final class Records {
    private final long firstLine;
    private int count;

    Records(long firstLine) {
      this.firstLine = firstLine;
    }
  }

  void add(char version, int id, long line) {
    Map<Integer, Records> ids = found.computeIfAbsent(version, v -> new LinkedHashMap<>());
    if (ids.size() < MAX_IDS || ids.containsKey(id)) {
      ids.computeIfAbsent(id, i -> new Records(line)).count++;
    }
  }

  /**
   * One frame for each version.
   *
   * @param known ids of payloads of this version: a record of theirs has a garbled sigil
   */
  List<Frame> frames(Set<Integer> known) {
    List<Frame> frames = new ArrayList<>();
    found.forEach(
        (version, ids) -> {
          ids.keySet().removeAll(known);
          ids.values().stream()
              .filter(records -> records.count >= FEWEST_RECORDS)
              .mapToLong(records -> records.firstLine)
              .min()
              .ifPresent(line -> frames.add(frame(version, line)));
        });
    return frames;
  }

  private static Frame frame(char version, long line) {
    String message =
        "the log holds frames of grammar version "
            + version
            + ", this logcov reads version 1: use a newer one";
    return Frame.damaged(
        "",
        null,
        Collections.singletonList(new FrameDamage(FrameDamage.Cause.VERSION, message)),
        line);
  }
}
