package io.github.logcov.frame;

import java.io.IOException;

/** Memory that counts its bytes and its open regions. */
final class CountingScratch implements Scratch {
  long bytes;
  int opened;
  int closed;

  @Override
  public Region open() {
    opened++;
    MemoryRegion memory = new MemoryRegion();
    return new Region() {
      @Override
      public void append(byte[] from, int offset, int length) {
        bytes += length;
        memory.append(from, offset, length);
      }

      @Override
      public void read(long position, byte[] to, int offset, int length) {
        memory.read(position, to, offset, length);
      }

      @Override
      public void close() throws IOException {
        closed++;
        memory.close();
      }
    };
  }
}
