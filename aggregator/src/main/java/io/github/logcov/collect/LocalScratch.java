package io.github.logcov.collect;

import io.github.logcov.frame.Scratch;
import io.github.logcov.payload.ScratchFailedException;
import java.io.IOException;

/** A scratch whose failures cannot be taken for those of a log. */
record LocalScratch(Scratch scratch) implements Scratch {
  @Override
  public Region open() {
    try {
      return new LocalRegion(scratch.open());
    } catch (IOException e) {
      throw new ScratchFailedException(e);
    }
  }

  private record LocalRegion(Region region) implements Region {
    @Override
    public void append(byte[] bytes, int offset, int length) {
      try {
        region.append(bytes, offset, length);
      } catch (IOException e) {
        throw new ScratchFailedException(e);
      }
    }

    @Override
    public void read(long position, byte[] to, int offset, int length) {
      try {
        region.read(position, to, offset, length);
      } catch (IOException e) {
        throw new ScratchFailedException(e);
      }
    }

    @Override
    public void close() {
      try {
        region.close();
      } catch (IOException e) {
        throw new ScratchFailedException(e);
      }
    }
  }
}
