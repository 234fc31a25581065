package io.github.logcov.collect;

import io.github.logcov.frame.FrameHeader;
import io.github.logcov.problem.Problem;
import java.util.Optional;

/**
 * A frame that became no payload: damaged, or of another job.
 *
 * @param header what is known of it; empty when its header is damaged too
 * @param logLine line of the log (1-based) where it begins
 * @param error what is wrong
 * @param superseded whether a whole payload of the same job stands in for it
 */
public record RefusedFrame(
    Optional<FrameHeader> header, long logLine, Problem error, boolean superseded) {

  /** For who needs reports only: a carried file that is damaged is a note. */
  public Problem forReports() {
    return superseded || header.filter(FrameHeader::carried).isPresent() ? note() : error;
  }

  /** For who needs every file. */
  public Problem forFiles() {
    return superseded ? note() : error;
  }

  private Problem note() {
    return Problem.note(error.type(), error.origin(), error.message() + " (not needed here)");
  }
}
