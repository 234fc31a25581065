package io.github.logcov.frame;

import java.util.ArrayList;
import java.util.List;

/** Line numbers gathered to ranges, for messages; people count from 1. */
final class LineRanges {
  private static final int SHOWN = 5;

  private final List<String> shown = new ArrayList<>();
  private int ranges;
  private int first = -1;
  private int last = -2;
  private int lines;

  /** Adds a line number, counted from 0, greater than those before. */
  void add(int line) {
    if (line != last + 1) {
      close();
      first = line;
    }
    last = line;
    lines++;
  }

  private void close() {
    if (first >= 0) {
      ranges++;
      if (shown.size() < SHOWN) {
        shown.add(first == last ? String.valueOf(first + 1) : (first + 1) + " to " + (last + 1));
      }
    }
    first = -1;
  }

  int lines() {
    return lines;
  }

  /** Such as {@code lines 3 and 17 to 32 of 120 are missing}. */
  String missingOf(int total) {
    close();
    StringBuilder text = new StringBuilder(lines == 1 ? "line " : "lines ");
    for (int i = 0; i < shown.size(); i++) {
      boolean closing = i == shown.size() - 1 && ranges == shown.size();
      text.append(i == 0 ? "" : closing ? " and " : ", ").append(shown.get(i));
    }
    if (ranges > shown.size()) {
      text.append(" and ").append(ranges - shown.size()).append(" more ranges");
    }
    return text.append(" of ")
        .append(total)
        .append(lines == 1 ? " is" : " are")
        .append(" missing")
        .toString();
  }
}
