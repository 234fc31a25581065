package io.github.logcov.after;

import java.util.List;

/**
 * What a key is set to.
 *
 * @param number the line of the key, from 1
 * @param lines the lines that say something, the key's own first; empty for an empty value
 */
record IniValue(int number, List<IniLine> lines) {
  IniValue {
    lines = List.copyOf(lines);
  }

  /** What the lines say. */
  List<String> texts() {
    return lines.stream().map(IniLine::text).toList();
  }
}
