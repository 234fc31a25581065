package io.github.logcov.frame;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Memory up to a bound that all regions share, another scratch beyond it. */
final class SpillingScratch implements Scratch {
  private final AtomicLong free;
  private final Scratch beyond;

  SpillingScratch(long maxBytes, Scratch beyond) {
    this.free = new AtomicLong(maxBytes);
    this.beyond = beyond;
  }

  @Override
  public Region open() {
    return new SpillingRegion();
  }

  private final class SpillingRegion implements Region {
    private final MemoryRegion memory = new MemoryRegion();
    private Region outside;

    @Override
    public void append(byte[] bytes, int offset, int length) throws IOException {
      if (outside == null) {
        if (free.addAndGet(-length) >= 0) {
          memory.append(bytes, offset, length);
          return;
        }
        free.addAndGet(length);
        moveOut();
      }
      outside.append(bytes, offset, length);
    }

    private void moveOut() throws IOException {
      outside = beyond.open();
      byte[] buffer = new byte[32 * 1024];
      for (long at = 0; at < memory.size(); at += buffer.length) {
        int part = (int) Math.min(buffer.length, memory.size() - at);
        memory.read(at, buffer, 0, part);
        outside.append(buffer, 0, part);
      }
      giveBack();
    }

    private void giveBack() {
      free.addAndGet(memory.size());
      memory.close();
    }

    @Override
    public void read(long position, byte[] to, int offset, int length) throws IOException {
      if (outside == null) {
        memory.read(position, to, offset, length);
      } else {
        outside.read(position, to, offset, length);
      }
    }

    @Override
    public void close() throws IOException {
      giveBack();
      if (outside != null) {
        outside.close();
      }
    }
  }
}
