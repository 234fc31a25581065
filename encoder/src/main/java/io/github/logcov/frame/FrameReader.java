package io.github.logcov.frame;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Finds the frames in a log; may be used for many logs, also at the same time.
 *
 * <p>A log is streamed once. Memory grows with the lines of frames in it (some 30 bytes each, up to
 * a limit), their bytes wait in the {@link Scratch}; all else costs one fixed buffer.
 */
public final class FrameReader {
  private final FrameLimits limits;
  private final Scratch scratch;

  /**
   * @param limits what one log may make the reader remember
   * @param scratch where the encoded bytes wait
   */
  public FrameReader(FrameLimits limits, Scratch scratch) {
    this.limits = limits;
    this.scratch = scratch;
  }

  /**
   * Reads a log to its end; the caller closes it, and later the result.
   *
   * @throws IOException when the log or the scratch cannot be read or written; what is wrong with a
   *     payload is told by its {@link Frame}
   */
  public LogFrames read(InputStream log) throws IOException {
    Slots slots = new Slots(scratch);
    boolean done = false;
    try {
      FrameCollector collector = new FrameCollector(limits, slots);
      LogScanner scanner = new LogScanner(log, collector);
      LogEnd end = scanner.scan();
      List<Frame> frames = collector.frames(end, scanner.lines());
      done = true;
      return new LogFrames(frames, end, slots);
    } finally {
      if (!done) {
        slots.close();
      }
    }
  }
}
