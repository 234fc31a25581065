package io.github.logcov.aggregate;

import io.github.logcov.model.Session;
import java.util.List;
import java.util.stream.IntStream;

/** Lists within a sentence, which name the first ten. */
final class Enumerated {
  private static final int SHOWN = 10;

  private Enumerated() {}

  /** {@code line 3}, {@code lines 3, 4}, {@code lines 3, 4 and 2 more}. */
  static String lines(int[] lines) {
    List<String> numbers = IntStream.of(lines).limit(SHOWN).mapToObj(Integer::toString).toList();
    return (lines.length == 1 ? "line " : "lines ") + cut(numbers, lines.length);
  }

  /** {@code 8112.1}, {@code 8112.1, 8112.2}, {@code 8112.1, 8112.2 and 2 more}. */
  static String jobs(List<Session> jobs) {
    return cut(jobs.stream().limit(SHOWN).map(Session::jobNumber).toList(), jobs.size());
  }

  private static String cut(List<String> first, int all) {
    String shown = String.join(", ", first);
    return all > SHOWN ? shown + " and " + (all - SHOWN) + " more" : shown;
  }

  /** As {@link #jobs}, with an "and" before the last one. */
  static String jobsAnd(List<Session> jobs) {
    String shown = jobs(jobs);
    int last = shown.lastIndexOf(", ");
    return jobs.size() > SHOWN || last < 0
        ? shown
        : shown.substring(0, last) + " and " + shown.substring(last + 2);
  }
}
