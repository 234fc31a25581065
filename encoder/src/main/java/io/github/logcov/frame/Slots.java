package io.github.logcov.frame;

import java.io.Closeable;
import java.io.IOException;

/**
 * The data and parity lines of one log in the order in which they came, 81 bytes each, in a scratch
 * region.
 *
 * <p>Lines are gathered to batches, so that a region in a file sees few and large writes.
 */
final class Slots implements Closeable {
  static final int SIZE = Grammar.DATA_BYTES;
  private static final int BATCH = 200;

  private final Scratch scratch;
  private final byte[] pending = new byte[BATCH * SIZE];
  private Scratch.Region region;
  private int flushed;
  private int count;

  /** A region is opened when there is something to put into it: most logs hold no frame. */
  Slots(Scratch scratch) {
    this.scratch = scratch;
  }

  /** Keeps a line and returns its slot. */
  int add(byte[] bytes) throws IOException {
    if (count - flushed == BATCH) {
      flush();
    }
    System.arraycopy(bytes, 0, pending, (count - flushed) * SIZE, SIZE);
    return count++;
  }

  /** Slots that were given out. */
  int count() {
    return count;
  }

  /** Hands what is pending to the region; then other threads may read. */
  void flush() throws IOException {
    if (count == flushed) {
      return;
    }
    if (region == null) {
      region = scratch.open();
    }
    region.append(pending, 0, (count - flushed) * SIZE);
    flushed = count;
  }

  /** Reads a single slot. */
  void read(int slot, byte[] to) throws IOException {
    read(slot, 1, to);
  }

  /** Reads {@code slots} neighbours from {@code first}; several only after {@link #flush}. */
  void read(int first, int slots, byte[] to) throws IOException {
    if (first >= flushed) {
      System.arraycopy(pending, (first - flushed) * SIZE, to, 0, slots * SIZE);
    } else {
      region.read((long) first * SIZE, to, 0, slots * SIZE);
    }
  }

  @Override
  public void close() throws IOException {
    if (region != null) {
      region.close();
    }
  }
}
