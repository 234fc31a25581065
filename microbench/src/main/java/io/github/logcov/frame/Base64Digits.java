package io.github.logcov.frame;

import io.github.logcov.microbench.Megabytes;
import java.util.Base64;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The digits of data lines, 81 bytes in 108 of them, and the JDK's own base64 beside them. Counted
 * in bytes, not digits.
 */
@State(Scope.Benchmark)
public class Base64Digits {
  private static final int BYTES_OF_LINE = 81;
  private static final int LINES = 1_000;

  private final byte[][] lines = new byte[LINES][];
  private final byte[][] digits = new byte[LINES][];
  private final byte[][] symbols = new byte[LINES][];
  private final byte[] to = new byte[BYTES_OF_LINE * 2];

  /** Makes the lines. */
  @Setup
  public void make() {
    Random random = new Random(64);
    for (int line = 0; line < LINES; line++) {
      lines[line] = new byte[BYTES_OF_LINE];
      random.nextBytes(lines[line]);
      digits[line] = new byte[(int) Digits.count(BYTES_OF_LINE)];
      Digits.split(lines[line], 0, BYTES_OF_LINE, digits[line]);
      symbols[line] = Base64.getEncoder().encode(lines[line]);
    }
  }

  /** Digits to bytes. */
  @Benchmark
  public byte[] join(Megabytes read) {
    for (byte[] line : digits) {
      if (!Digits.join(line, 0, line.length, to, 0)) {
        throw new IllegalStateException("these are digits");
      }
    }
    read.add((long) LINES * BYTES_OF_LINE);
    return to;
  }

  /** Bytes to digits. */
  @Benchmark
  public byte[] split(Megabytes read) {
    for (byte[] line : lines) {
      Digits.split(line, 0, line.length, to);
    }
    read.add((long) LINES * BYTES_OF_LINE);
    return to;
  }

  /** The JDK's way from text to bytes. */
  @Benchmark
  public byte[] decodeByJdk(Megabytes read) {
    for (byte[] line : symbols) {
      Base64.getDecoder().decode(line, to);
    }
    read.add((long) LINES * BYTES_OF_LINE);
    return to;
  }
}
