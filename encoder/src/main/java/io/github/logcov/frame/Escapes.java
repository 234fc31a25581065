package io.github.logcov.frame;

import java.util.Arrays;

/**
 * Terminal escape sequences, which a CI may put in front of or into a line of ours (facts:
 * Buildkite, Travis, GitLab).
 *
 * <p>It remembers where strings can end in the buffer, so that a log full of beginnings without an
 * end costs one look at each byte.
 */
final class Escapes {
  static final byte ESC = 0x1b;
  private static final byte BEL = 7;

  /** A string sequence without an end must not swallow the log. */
  private static final int MAX_STRING = 4_096;

  /** Parameters and intermediates of a control sequence. */
  private static final int MAX_CONTROL = 256;

  private byte[] b;
  private int limit;

  /** Where strings end: line feeds, BEL, ESC \ between {@link #from} and {@link #to}, in order. */
  private int[] stops = new int[64];

  private int stopCount;
  private int from = -1;
  private int to;
  private long examined;

  /** Forgets what the buffer held, since it holds something else now. */
  void forget() {
    from = -1;
  }

  /** Begins a record; later records begin behind it unless {@link #forget} is called. */
  void begin(byte[] bytes, int record, int end) {
    if (from < 0) {
      from = record;
      to = record;
      stopCount = 0;
    }
    b = bytes;
    limit = end;
  }

  /** Bytes looked at so far, for tests. */
  long examined() {
    return examined;
  }

  /**
   * The index behind the sequence that begins with the ESC at {@code at}; of an unfinished one only
   * the introducer is taken away.
   */
  int end(int at) {
    examined++;
    if (at + 1 >= limit) {
      return at + 1;
    }
    byte c = b[at + 1];
    switch (c) {
      case '[':
        return control(at + 2);
      case ']':
      case '_':
      case 'P':
      case '^':
      case 'X':
        return string(at + 2);
      default:
        if (c >= 0x20 && c <= 0x2f) {
          return designation(at + 2);
        }
        return c >= 0x30 && c < 0x7e ? at + 2 : at + 1;
    }
  }

  /** CSI: parameters, intermediates, one final byte. */
  private int control(int start) {
    int most = Math.min(limit, start + MAX_CONTROL);
    int i = start;
    while (i < most && b[i] >= 0x30 && b[i] <= 0x3f) {
      i++;
    }
    while (i < most && b[i] >= 0x20 && b[i] <= 0x2f) {
      i++;
    }
    examined += i - start;
    return i < limit && b[i] >= 0x40 && b[i] <= 0x7e ? i + 1 : start;
  }

  /** OSC, APC, DCS, PM, SOS: up to BEL or ESC \. */
  private int string(int start) {
    int last = Math.min(limit, start + MAX_STRING);
    findStops(last);
    int found = Arrays.binarySearch(stops, 0, stopCount, start);
    int index = found < 0 ? -found - 1 : found;
    if (index == stopCount || stops[index] >= last) {
      return start;
    }
    int stop = stops[index];
    if (b[stop] == BEL) {
      return stop + 1;
    }
    return b[stop] == ESC && stop + 1 < last ? stop + 2 : start;
  }

  private void findStops(int until) {
    for (; to < until; to++) {
      examined++;
      byte c = b[to];
      if (c == BEL || c == '\n' || c == ESC && to + 1 < limit && b[to + 1] == '\\') {
        if (stopCount == stops.length) {
          stops = Arrays.copyOf(stops, 2 * stopCount);
        }
        stops[stopCount++] = to;
      }
    }
  }

  /** Such as ESC ( B, which "tput sgr0" prints. */
  private int designation(int start) {
    int i = start;
    while (i < limit && i - start < 4 && b[i] >= 0x20 && b[i] <= 0x2f) {
      i++;
    }
    return i < limit && b[i] >= 0x30 && b[i] <= 0x7e ? i + 1 : start;
  }
}
