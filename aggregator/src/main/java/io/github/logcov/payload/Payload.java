package io.github.logcov.payload;

import io.github.logcov.frame.Frame;
import io.github.logcov.frame.FrameHeader;
import java.io.IOException;
import java.io.InputStream;

/**
 * One whole payload of a job: every line of its frame is there, and its encoded bytes are the ones
 * that went in. The decoded bytes are checked while they are read.
 */
public final class Payload {
  private final Frame frame;
  private final FrameHeader header;
  private final PayloadLimits limits;

  /**
   * A payload of a whole frame.
   *
   * @throws IllegalArgumentException when the frame is not whole
   */
  public Payload(Frame frame, PayloadLimits limits) {
    if (!frame.isWhole()) {
      throw new IllegalArgumentException("frame " + frame.id() + " is not whole");
    }
    this.frame = frame;
    this.header = frame.header().orElseThrow();
    this.limits = limits;
  }

  /** What its header says. */
  public FrameHeader header() {
    return header;
  }

  /** Lines of the log that were brought back by parity or by another copy. */
  public int repaired() {
    return frame.repaired();
  }

  /** Line of the log (1-based) where it begins. */
  public long logLine() {
    return frame.firstLogLine();
  }

  /**
   * A stream over the decoded bytes. It fails with {@link MalformedPayloadException} when the bytes
   * cannot be unpacked, are more than the header or a bound says, or, at the end, when they are not
   * the ones that went in (SHA-256).
   */
  public InputStream open() throws IOException {
    return new VerifiedStream(frame, header, limits);
  }

  /**
   * Whether two payloads of one job are the same file printed twice; under another flag it is
   * another one.
   */
  public boolean isCopyOf(Payload other) {
    return header.path().equals(other.header.path())
        && header.sha256().equals(other.header.sha256())
        && header.carried() == other.header.carried()
        && header.flags().equals(other.header.flags());
  }
}
