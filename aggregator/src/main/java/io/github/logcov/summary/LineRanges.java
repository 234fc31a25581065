package io.github.logcov.summary;

import java.util.ArrayList;
import java.util.List;

/** Line numbers as people write them: {@code 3-5, 9}. */
public final class LineRanges {
  private LineRanges() {}

  /** One item per run of neighbours; {@code lines} is sorted and has no number twice. */
  public static List<String> of(int[] lines) {
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < lines.length; ) {
      int end = i;
      while (end + 1 < lines.length && lines[end + 1] == lines[end] + 1) {
        end++;
      }
      ranges.add(end == i ? Integer.toString(lines[i]) : lines[i] + "-" + lines[end]);
      i = end + 1;
    }
    return ranges;
  }
}
