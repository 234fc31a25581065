package io.github.logcov.frame;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One payload as it was found in a log, after merging of copies and repair. */
public final class Frame {
  private final String id;
  private final FrameHeader header;
  private final List<FrameDamage> damage;
  private final int repaired;
  private final long firstLogLine;
  private final SlotStream.Source encoded;

  Frame(
      String id,
      FrameHeader header,
      List<FrameDamage> damage,
      int repaired,
      long firstLogLine,
      SlotStream.Source encoded) {
    this.id = id;
    this.header = header;
    this.damage = Collections.unmodifiableList(new ArrayList<>(damage));
    this.repaired = repaired;
    this.firstLogLine = firstLogLine;
    this.encoded = encoded;
  }

  static Frame damaged(String id, FrameHeader header, List<FrameDamage> damage, long firstLogLine) {
    return new Frame(id, header, damage, 0, firstLogLine, null);
  }

  /**
   * The payload's id, five digits; empty where a frame of another version, or too many frames, are
   * told of.
   */
  public String id() {
    return id;
  }

  /** The header; empty when both copies are damaged or when it cannot be read. */
  public Optional<FrameHeader> header() {
    return Optional.ofNullable(header);
  }

  /**
   * Whether the header and all data lines are there, or were repaired, and the encoded bytes have
   * the right check.
   */
  public boolean isWhole() {
    return damage.isEmpty();
  }

  /** What is wrong, the most telling cause first; empty exactly when the payload is whole. */
  public List<FrameDamage> damage() {
    return damage;
  }

  /**
   * Data lines that were brought back: by parity, or because they first appear behind the end of
   * the frame or behind the beginning of its second copy, so that only the second copy had them
   * whole.
   */
  public int repaired() {
    return repaired;
  }

  /** Line of the log (1-based, counted by line feeds) of the first valid record. */
  public long firstLogLine() {
    return firstLogLine;
  }

  /**
   * The encoded, still compressed bytes; good until the {@link LogFrames} it came from is closed,
   * for any thread.
   *
   * @throws IllegalStateException when the payload is not whole
   */
  public InputStream encoded() throws IOException {
    if (!isWhole()) {
      throw new IllegalStateException("payload " + id + " is not whole: " + damage);
    }
    return encoded.open();
  }
}
