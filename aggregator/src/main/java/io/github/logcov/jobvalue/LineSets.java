package io.github.logcov.jobvalue;

import io.github.logcov.model.Coverage;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.FileSessions;
import io.github.logcov.model.Session;
import io.github.logcov.model.SessionSets;
import io.github.logcov.model.SourcePath;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The statements of a union by the sets of jobs that ran them and that list them: for millions of
 * lines these are few. Jobs are the numbers of their sessions.
 */
final class LineSets {
  private final SessionSets ran;
  private final SessionSets listed;

  /** Numbers of both sets, that of {@code ran} in the upper half -> number of lines. */
  private final SortedMap<Long, Long> counts = new TreeMap<>();

  private final List<Selected> selected = new ArrayList<>();

  /**
   * Lines of one file that the same jobs ran.
   *
   * @param lines ascending
   */
  record Selected(SourcePath path, BitSet ran, int[] lines) {}

  /**
   * Sorts all statements of a coverage.
   *
   * @param wanted sets of jobs whose lines are kept one by one
   */
  LineSets(Coverage coverage, List<Session> sessions, Predicate<BitSet> wanted) {
    ran = new SessionSets(sessions);
    listed = new SessionSets(sessions);
    for (Map.Entry<SourcePath, FileCoverage> file : coverage.files().entrySet()) {
      int[] lines = file.getValue().statementLines();
      FileSessions jobs = file.getValue().sessions();
      int[] ranBy = jobs.thatRan(lines, ran);
      int[] listedBy = jobs.thatList(lines, listed);
      for (int i = 0; i < lines.length; i++) {
        counts.merge((long) ranBy[i] << Integer.SIZE | listedBy[i], 1L, Long::sum);
      }
      IntStream.of(ranBy)
          .distinct()
          .sorted()
          .filter(set -> wanted.test(ran.set(set)))
          .forEach(set -> select(file.getKey(), lines, ranBy, set));
    }
  }

  private void select(SourcePath path, int[] lines, int[] ranBy, int set) {
    int[] chosen =
        IntStream.range(0, lines.length).filter(i -> ranBy[i] == set).map(i -> lines[i]).toArray();
    selected.add(new Selected(path, ran.set(set), chosen));
  }

  /** Takes lines that the same jobs ran and the same jobs list. */
  interface Taker {
    void lines(BitSet ran, BitSet listed, long count);
  }

  /** Hands over all statements, covered or not. */
  void forEach(Taker taker) {
    counts.forEach(
        (both, count) ->
            taker.lines(ran.set((int) (both >> Integer.SIZE)), listed.set(both.intValue()), count));
  }

  /** The lines of wanted sets, by file. */
  List<Selected> selected() {
    return selected;
  }

  /** What has to stay covered. */
  CoverProblem problem(long[] costs) {
    long[] lines = new long[ran.sets().size()];
    counts.forEach((both, count) -> lines[(int) (both >> Integer.SIZE)] += count);
    int[] covered =
        IntStream.range(0, lines.length).filter(set -> !ran.set(set).isEmpty()).toArray();
    return new CoverProblem(
        costs,
        IntStream.of(covered).mapToObj(ran::set).toList(),
        IntStream.of(covered).mapToLong(set -> lines[set]).toArray());
  }
}
