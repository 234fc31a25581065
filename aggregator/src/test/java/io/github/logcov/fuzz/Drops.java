package io.github.logcov.fuzz;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Arrays;

/** Gives a few bytes at a time, each time another number; what is read is the same. */
final class Drops extends FilterInputStream {
  private final int step;
  private int count;

  Drops(byte[] content) {
    super(new ByteArrayInputStream(content));
    step = 1 + (Arrays.hashCode(content) & 31);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    count = (count + step) % 97;
    return super.read(target, offset, Math.min(length, 1 + count));
  }
}
