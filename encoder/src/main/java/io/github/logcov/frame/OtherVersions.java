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

  /** Version -> id -> log line of its first record. */
  private final Map<Character, Map<Integer, Long>> found = new TreeMap<>();

  void add(char version, int id, long line) {
    Map<Integer, Long> ids = found.computeIfAbsent(version, v -> new LinkedHashMap<>());
    if (ids.size() < MAX_IDS) {
      ids.putIfAbsent(id, line);
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
          if (!ids.isEmpty()) {
            frames.add(frame(version, Collections.min(ids.values())));
          }
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
