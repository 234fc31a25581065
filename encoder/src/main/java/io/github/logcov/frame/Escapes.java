package io.github.logcov.frame;

/**
 * Terminal escape sequences, which a CI may put in front of or into a line of ours (facts:
 * Buildkite, Travis, GitLab).
 */
final class Escapes {
  static final byte ESC = 0x1b;
  private static final byte BEL = 7;

  /** A string sequence without an end must not swallow the log. */
  private static final int MAX_STRING = 4_096;

  private Escapes() {}

  /**
   * The index behind the sequence that begins with the ESC at {@code at}; of an unfinished one only
   * the introducer is taken away.
   */
  static int end(byte[] b, int at, int limit) {
    if (at + 1 >= limit) {
      return at + 1;
    }
    byte c = b[at + 1];
    switch (c) {
      case '[':
        return control(b, at + 2, limit);
      case ']':
      case '_':
      case 'P':
      case '^':
      case 'X':
        return string(b, at + 2, limit);
      default:
        if (c >= 0x20 && c <= 0x2f) {
          return designation(b, at + 2, limit);
        }
        return c >= 0x30 && c < 0x7e ? at + 2 : at + 1;
    }
  }

  /** CSI: parameters, intermediates, one final byte. */
  private static int control(byte[] b, int from, int limit) {
    int i = from;
    while (i < limit && i - from < MAX_STRING && b[i] >= 0x30 && b[i] <= 0x3f) {
      i++;
    }
    while (i < limit && i - from < MAX_STRING && b[i] >= 0x20 && b[i] <= 0x2f) {
      i++;
    }
    return i < limit && b[i] >= 0x40 && b[i] <= 0x7e ? i + 1 : from;
  }

  /** OSC, APC, DCS, PM, SOS: up to BEL or ESC \. */
  private static int string(byte[] b, int from, int limit) {
    int last = Math.min(limit, from + MAX_STRING);
    for (int i = from; i < last && b[i] != '\n'; i++) {
      if (b[i] == BEL) {
        return i + 1;
      }
      if (b[i] == ESC && i + 1 < last && b[i + 1] == '\\') {
        return i + 2;
      }
    }
    return from;
  }

  /** Such as ESC ( B, which "tput sgr0" prints. */
  private static int designation(byte[] b, int from, int limit) {
    int i = from;
    while (i < limit && i - from < 4 && b[i] >= 0x20 && b[i] <= 0x2f) {
      i++;
    }
    return i < limit && b[i] >= 0x30 && b[i] <= 0x7e ? i + 1 : from;
  }
}
