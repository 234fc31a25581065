package io.github.logcov.frame;

import java.io.IOException;
import java.io.InputStream;

/** The data lines of a payload in order, as one stream of the encoded bytes. */
final class SlotStream extends InputStream {
  /** Opens the stream, as often as one likes. */
  interface Source {
    InputStream open() throws IOException;
  }

  /**
   * Neighbours in the order of lines are mostly neighbours in the order of coming: read several at
   * once.
   */
  private static final int MOST_AT_ONCE = 100;

  private final SlotMap map;
  private final Slots slots;
  private long left;
  private int nextLine;
  private final byte[] buffer = new byte[MOST_AT_ONCE * Slots.SIZE];
  private int at;
  private int filled;

  SlotStream(SlotMap map, Slots slots, long length) {
    this.map = map;
    this.slots = slots;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    if (at == filled) {
      fill();
    }
    int part = (int) Math.min(Math.min(length, filled - at), left);
    System.arraycopy(buffer, at, to, offset, part);
    at += part;
    left -= part;
    return part;
  }

  @Override
  public int available() {
    return (int) Math.min(filled - at, left);
  }

  private void fill() throws IOException {
    int first = map.get(nextLine);
    int count = 1;
    while (count < MOST_AT_ONCE
        && (long) count * Slots.SIZE < left
        && map.get(nextLine + count) == first + count) {
      count++;
    }
    slots.read(first, count, buffer);
    nextLine += count;
    at = 0;
    filled = count * Slots.SIZE;
  }
}
