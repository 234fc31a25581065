package io.github.logcov.frame;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** All frames of one log, and how the log ends; closing it gives up the encoded bytes. */
public final class LogFrames implements Closeable {
  private final List<Frame> frames;
  private final LogEnd logEnd;
  private final Slots slots;

  LogFrames(List<Frame> frames, LogEnd logEnd, Slots slots) {
    this.frames = Collections.unmodifiableList(frames);
    this.logEnd = logEnd;
    this.slots = slots;
  }

  /** The payloads, whole or not, in the order of their first appearance. */
  public List<Frame> frames() {
    return frames;
  }

  /** Whether Travis' own last line stands near the end: {@code Done. Your build exited with N.} */
  public boolean hasTravisClosingLine() {
    return logEnd.hasClosingLine();
  }

  /** The CI's own words, near the end, that it stopped the job or its log; printable ASCII. */
  public Optional<String> termination() {
    return logEnd.termination();
  }

  /** Gives up the encoded bytes; what was said of the frames stays. */
  @Override
  public void close() throws IOException {
    slots.close();
  }
}
