package io.github.logcov.frame;

import java.util.ArrayList;
import java.util.List;

/** A region in chunks of memory: growing copies nothing. */
final class MemoryRegion implements Scratch.Region {
  private static final int CHUNK = 32 * 1024;

  private final List<byte[]> chunks = new ArrayList<>();
  private long size;

  @Override
  public void append(byte[] bytes, int offset, int length) {
    int done = 0;
    while (done < length) {
      int at = (int) (size % CHUNK);
      if (at == 0) {
        chunks.add(new byte[CHUNK]);
      }
      int part = Math.min(length - done, CHUNK - at);
      System.arraycopy(bytes, offset + done, chunks.get((int) (size / CHUNK)), at, part);
      done += part;
      size += part;
    }
  }

  @Override
  public void read(long position, byte[] to, int offset, int length) {
    if (position < 0 || position + length > size) {
      throw new IndexOutOfBoundsException(position + " + " + length + " of " + size);
    }
    int done = 0;
    while (done < length) {
      long from = position + done;
      int at = (int) (from % CHUNK);
      int part = Math.min(length - done, CHUNK - at);
      System.arraycopy(chunks.get((int) (from / CHUNK)), at, to, offset + done, part);
      done += part;
    }
  }

  long size() {
    return size;
  }

  @Override
  public void close() {
    chunks.clear();
    size = 0;
  }
}
