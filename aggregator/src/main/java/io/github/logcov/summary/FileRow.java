package io.github.logcov.summary;

import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.SourcePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file in a table of files.
 *
 * @param lines its statements
 * @param branches its arms, the lower bound
 * @param missedLines statements that nobody ran, ascending
 * @param partialLines lines that ran and have arms that did not, ascending; those of a missed line
 *     go without saying
 */
record FileRow(
    SourcePath path, Ratio lines, Ratio branches, int[] missedLines, int[] partialLines) {

  static FileRow of(SourcePath path, FileCoverage file) {
    int[] missed = file.missedLines();
    int[] partial =
        Arrays.stream(file.partialLines())
            .filter(line -> Arrays.binarySearch(missed, line) < 0)
            .toArray();
    return new FileRow(path, file.lines(), file.arms().ratio(), missed, partial);
  }

  /** Whether anything is missed. */
  boolean misses() {
    return missedLines.length + partialLines.length > 0;
  }

  /** Missed lines as ranges, then the lines whose branches are not all covered. */
  List<String> missed() {
    return missed(Integer.MAX_VALUE);
  }

  /** The same with at most so many ranges of each kind, and how many more there are. */
  List<String> missed(int most) {
    List<String> missed = cut(LineRanges.of(missedLines), most);
    List<String> partial = cut(LineRanges.of(partialLines), most);
    if (!partial.isEmpty()) {
      partial.set(0, (missed.isEmpty() ? "" : "and ") + "branches on " + partial.get(0));
      missed.addAll(partial);
    }
    return missed;
  }

  private static List<String> cut(List<String> ranges, int most) {
    List<String> kept = new ArrayList<>(ranges.subList(0, Math.min(most, ranges.size())));
    if (kept.size() < ranges.size()) {
      kept.add((ranges.size() - kept.size()) + " more");
    }
    return kept;
  }
}
