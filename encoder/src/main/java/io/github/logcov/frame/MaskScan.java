package io.github.logcov.frame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How much the masks of a CI would harm a frame, if it masked the given values (docs/frames.md,
 * "Salting").
 */
public final class MaskScan {
  /** From this score on, parity may not heal what masks would take. */
  public static final long BEYOND_REPAIR = 100_000;

  /** Values by their first two bytes, so that most places of a line need one look. */
  private final byte[][][] byStart = new byte[128 * 128][][];

  private final boolean any;

  /**
   * @param values ASCII, 3 characters or more each
   */
  public MaskScan(Collection<String> values) {
    any = !values.isEmpty();
    for (String value : new HashSet<>(values)) {
      byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
      int start = bytes[0] << 7 | bytes[1];
      byte[][] before = byStart[start] == null ? new byte[0][] : byStart[start];
      byte[][] now = Arrays.copyOf(before, before.length + 1);
      now[before.length] = bytes;
      byStart[start] = now;
    }
  }

  /**
   * The score of a frame: 100,000 for each group with two or more hit lines and for each header
   * line that is hit in both copies, and 1 for each hit line; 0 when no value occurs in it.
   */
  public long score(FrameHeader header, byte[] encoded) {
    if (!any) {
      return 0;
    }
    Tally tally = new Tally(new FrameWriter(header, encoded));
    try {
      tally.writer.records(tally);
    } catch (IOException e) {
      throw new IllegalStateException("counting does no I/O", e);
    }
    return tally.score();
  }

  private boolean hits(byte[] line, int length) {
    for (int i = 0; i + 3 <= length; i++) {
      byte[][] values = byStart[line[i] << 7 | line[i + 1]];
      if (values != null && startsWithAny(values, line, i, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithAny(byte[][] values, byte[] line, int at, int length) {
    for (byte[] value : values) {
      int i = 0;
      while (i < value.length && at + i < length && line[at + i] == value[i]) {
        i++;
      }
      if (i == value.length) {
        return true;
      }
    }
    return false;
  }

  private final class Tally implements FrameWriter.Records {
    private final FrameWriter writer;
    private final Geometry geometry;
    private final Map<Integer, Integer> groups = new HashMap<>();
    private final Set<Integer> headers = new HashSet<>();
    private long hit;
    private long lostHeaders;

    Tally(FrameWriter writer) {
      this.writer = writer;
      this.geometry = writer.geometry();
    }

    @Override
    public void record(Kind kind, int number, byte[] ascii, int length) {
      if (!hits(ascii, length)) {
        return;
      }
      hit++;
      if (kind == Kind.DATA) {
        groups.merge(
            geometry.parityNumber(geometry.block(number), geometry.group(number)), 1, Integer::sum);
      } else if (kind == Kind.PARITY) {
        groups.merge(number, 1, Integer::sum);
      } else if (kind == Kind.HEADER && !headers.add(number)) {
        lostHeaders++;
      }
    }

    long score() {
      long lostGroups = groups.values().stream().filter(count -> count > 1).count();
      return (lostGroups + lostHeaders) * BEYOND_REPAIR + hit;
    }
  }
}
