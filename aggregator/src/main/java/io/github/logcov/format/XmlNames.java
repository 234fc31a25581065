package io.github.logcov.format;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names in a document, each once. Formats have some dozens; hostile documents get no more. */
final class XmlNames {
  private static final int MAX_NAMES = 256;
  private static final int MAX_LENGTH = 200;
  private static final int SLOTS = 4 * MAX_NAMES;

  private final @Nullable XmlName[] slots = new XmlName[SLOTS];
  private int count;

  /**
   * The name in these bytes; null when it is very long, declares a namespace, or is one too many.
   */
  @Nullable XmlName of(byte[] text, int from, int end) {
    if (end - from > MAX_LENGTH) {
      return null;
    }
    int hash = 0;
    for (int i = from; i < end; i++) {
      hash = 31 * hash + text[i];
    }
    int slot = (hash ^ hash >>> 10) & SLOTS - 1;
    for (XmlName known = slots[slot]; known != null; known = slots[slot]) {
      if (known.is(text, from, end)) {
        return known;
      }
      slot = slot + 1 & SLOTS - 1;
    }
    XmlName added = new XmlName(Arrays.copyOfRange(text, from, end));
    if (count == MAX_NAMES || added.text.equals("xmlns")) {
      return null;
    }
    count++;
    slots[slot] = added;
    return added;
  }
}
