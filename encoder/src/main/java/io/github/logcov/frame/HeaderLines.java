package io.github.logcov.frame;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The header lines of one payload, both copies merged, since their plain digits are the same. */
final class HeaderLines {
  private final Map<Integer, byte[]> lines = new TreeMap<>();
  private final Set<Integer> counts = new LinkedHashSet<>();

  /**
   * Keeps a line; the first one with its number wins.
   *
   * @return whether it agrees with what is kept
   */
  boolean add(int number, byte[] digits, int count) {
    byte[] line = Arrays.copyOf(digits, count);
    byte[] before = lines.putIfAbsent(number, line);
    counts.add(number % Grammar.HEADER_RADIX);
    return before == null || Arrays.equals(before, line);
  }

  /** Whether a line with this number is there. */
  boolean has(int number) {
    return lines.containsKey(number);
  }

  /** The header text, when all lines of it are there and it has the id. */
  Optional<byte[]> text(int id) {
    for (int count : counts) {
      byte[] text = joined(count);
      if (text != null && PayloadId.of(text) == id) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private byte[] joined(int count) {
    byte[] text = new byte[count * Grammar.DATA_BYTES];
    int length = 0;
    for (int i = 0; i < count; i++) {
      byte[] line = lines.get(i * Grammar.HEADER_RADIX + count);
      boolean last = i == count - 1;
      if (line == null || !last && line.length != Grammar.DATA_DIGITS) {
        return null;
      }
      if (!Digits.join(line, 0, line.length, text, length)) {
        return null;
      }
      length += Digits.bytes(line.length);
    }
    return Arrays.copyOf(text, length);
  }
}
