package io.github.logcov.encoder;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The values in an environment that a CI could mask and that can occur in a frame (docs/frames.md,
 * "Salting").
 */
final class MaskableValues {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 128;

  private MaskableValues() {}

  /** The values, line by line, without quotes and backslashes, each once. */
  static SortedSet<String> of(Map<String, String> environment) {
    SortedSet<String> values = new TreeSet<>();
    environment.forEach(
        (name, value) -> {
          if (!ExemptVariables.contains(name)) {
            for (String line : value.split("\n", -1)) {
              addIfPossible(plain(line), values);
            }
          }
        });
    return values;
  }

  private static void addIfPossible(String value, SortedSet<String> values) {
    if (value.length() >= SHORTEST
        && value.length() <= LONGEST
        && !value.equals("true")
        && !value.equals("false")
        && value.chars().allMatch(MaskableValues::canOccur)) {
      values.add(value);
    }
  }

  /**
   * Masking CIs look for a value as it is and as a shell would expand it; quotes never stand in a
   * frame.
   */
  private static String plain(String line) {
    StringBuilder plain = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean lineEnd = c == '\r' && i == line.length() - 1;
      if (c != '"' && c != '\'' && c != '\\' && !lineEnd) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static boolean canOccur(int c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c == '+'
        || c == '/'
        || c == '~';
  }
}
