package io.github.logcov.inspect;

import io.github.logcov.frame.FrameHeader;
import io.github.logcov.problem.Problem;
import java.util.Optional;

/**
 * One payload in a log, whole or not.
 *
 * @param header what its header says; empty when that is damaged
 * @param logLine line of the log (1-based) where it begins
 * @param format name of the report format its first bytes are of; empty for a carried file, for
 *     bytes of no known format, and when it is not whole
 * @param repaired lines of the log that were brought back
 * @param damage why it is not whole, or not of this job; empty when there is nothing to say
 */
public record PayloadContents(
    Optional<FrameHeader> header,
    long logLine,
    Optional<String> format,
    int repaired,
    Optional<Problem> damage) {
  /** Whether its bytes are the ones that went in. */
  public boolean isWhole() {
    return damage.isEmpty();
  }
}
