package io.github.logcov.frame;

/** The bounds of a reader: what one log may make it remember; immutable. */
public final class FrameLimits {
  private static final long MOST_ENCODED = Grammar.MAX_ENCODED_BYTES;

  /** Lines of one log whose places a reader can tell apart. */
  private static final int MOST_RECORDS = 16_000_000;

  private static final FrameLimits DEFAULTS =
      new FrameLimits(1_000, 2_000_000, 65_536, 4_096, MOST_ENCODED);

  private final int maxPayloads;
  private final int maxRecords;
  private final int maxHeaderLines;
  private final int maxPathBytes;
  private final long maxEncodedBytes;

  private FrameLimits(
      int maxPayloads, int maxRecords, int maxHeaderLines, int maxPathBytes, long maxEncodedBytes) {
    this.maxPayloads = maxPayloads;
    this.maxRecords = maxRecords;
    this.maxHeaderLines = maxHeaderLines;
    this.maxPathBytes = maxPathBytes;
    this.maxEncodedBytes = maxEncodedBytes;
  }

  /**
   * 1,000 payloads, 2,000,000 data and parity lines and 65,536 header lines in a log, copies not
   * counted, 4,096 bytes in a path, and as many encoded bytes as the grammar has room for.
   */
  public static FrameLimits defaults() {
    return DEFAULTS;
  }

  /** The same limits with another number of payloads per log, 1 or more. */
  public FrameLimits withMaxPayloads(int payloads) {
    return new FrameLimits(payloads, maxRecords, maxHeaderLines, maxPathBytes, maxEncodedBytes);
  }

  /**
   * The same limits with another number of data and parity lines per log, 1 to 16,000,000; more is
   * taken as 16,000,000.
   */
  public FrameLimits withMaxRecords(int records) {
    return new FrameLimits(
        maxPayloads,
        Math.min(records, MOST_RECORDS),
        maxHeaderLines,
        maxPathBytes,
        maxEncodedBytes);
  }

  /** The same limits with another number of header lines per log, 1 or more. */
  public FrameLimits withMaxHeaderLines(int lines) {
    return new FrameLimits(maxPayloads, maxRecords, lines, maxPathBytes, maxEncodedBytes);
  }

  /** The same limits with another length of a path in UTF-8 bytes. */
  public FrameLimits withMaxPathBytes(int bytes) {
    return new FrameLimits(maxPayloads, maxRecords, maxHeaderLines, bytes, maxEncodedBytes);
  }

  /** The same limits with another size of one payload, encoded. */
  public FrameLimits withMaxEncodedBytes(long bytes) {
    return new FrameLimits(maxPayloads, maxRecords, maxHeaderLines, maxPathBytes, bytes);
  }

  /** Payloads in one log. */
  public int maxPayloads() {
    return maxPayloads;
  }

  /** Data and parity lines of all payloads in one log, each place counted once. */
  public int maxRecords() {
    return maxRecords;
  }

  /** Header lines of all payloads in one log, each place counted once. */
  public int maxHeaderLines() {
    return maxHeaderLines;
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
