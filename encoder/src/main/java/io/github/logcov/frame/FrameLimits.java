package io.github.logcov.frame;

/** The bounds of a reader: what one log may make it remember; immutable. */
public final class FrameLimits {
  private static final long MOST_ENCODED = (long) Grammar.MAX_NUMBER * Grammar.DATA_BYTES;
  private static final FrameLimits DEFAULTS = new FrameLimits(1_000, 4_096, MOST_ENCODED);

  private final int maxPayloads;
  private final int maxPathBytes;
  private final long maxEncodedBytes;

  private FrameLimits(int maxPayloads, int maxPathBytes, long maxEncodedBytes) {
    this.maxPayloads = maxPayloads;
    this.maxPathBytes = maxPathBytes;
    this.maxEncodedBytes = maxEncodedBytes;
  }

  /**
   * 1,000 payloads in a log, 4,096 bytes in a path, and as many encoded bytes as the grammar has
   * room for.
   */
  public static FrameLimits defaults() {
    return DEFAULTS;
  }

  /** The same limits with another number of payloads per log, 1 or more. */
  public FrameLimits withMaxPayloads(int payloads) {
    return new FrameLimits(payloads, maxPathBytes, maxEncodedBytes);
  }

  /** The same limits with another length of a path in UTF-8 bytes. */
  public FrameLimits withMaxPathBytes(int bytes) {
    return new FrameLimits(maxPayloads, bytes, maxEncodedBytes);
  }

  /** The same limits with another size of one payload, encoded. */
  public FrameLimits withMaxEncodedBytes(long bytes) {
    return new FrameLimits(maxPayloads, maxPathBytes, bytes);
  }

  /** Payloads in one log. */
  public int maxPayloads() {
    return maxPayloads;
  }

  /** Bytes of a path in UTF-8. */
  public int maxPathBytes() {
    return maxPathBytes;
  }

  /** Encoded bytes of one payload. */
  public long maxEncodedBytes() {
    return maxEncodedBytes;
  }
}
