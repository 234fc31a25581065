package io.github.logcov.frame;

import java.nio.charset.StandardCharsets;

/** What CIs write in place of a secret value, wherever it occurs. */
final class Mask {
  private static final String[] TOKENS = {"[secure]", "[MASKED]", "[REDACTED]", "[FILTERED]"};
  private static final byte[][] FORMS = new byte[TOKENS.length][];

  static {
    for (int i = 0; i < TOKENS.length; i++) {
      FORMS[i] = TOKENS[i].getBytes(StandardCharsets.US_ASCII);
    }
  }

  private Mask() {}

  /**
   * The mask at this place (all runs of three asterisks and more are {@code ***}), null when there
   * is none.
   */
  static String at(byte[] b, int at, int limit) {
    if (at + 3 <= limit && b[at] == '*' && b[at + 1] == '*' && b[at + 2] == '*') {
      return "***";
    }
    for (int i = 0; i < FORMS.length; i++) {
      if (startsWith(FORMS[i], b, at, limit)) {
        return TOKENS[i];
      }
    }
    return null;
  }

  /** Bytes of the mask at this place, 0 when there is none. */
  static int length(byte[] b, int at, int limit) {
    String mask = at(b, at, limit);
    if (mask == null) {
      return 0;
    }
    int end = at + mask.length();
    while (b[at] == '*' && end < limit && b[end] == '*') {
      end++;
    }
    return end - at;
  }

  private static boolean startsWith(byte[] form, byte[] b, int at, int limit) {
    if (limit - at < form.length) {
      return false;
    }
    for (int i = 0; i < form.length; i++) {
      if (b[at + i] != form[i]) {
        return false;
      }
    }
    return true;
  }
}
