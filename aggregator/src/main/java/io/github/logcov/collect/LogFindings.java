package io.github.logcov.collect;

import io.github.logcov.collect.FrameSorter.Damaged;
import io.github.logcov.frame.Frame;
import io.github.logcov.frame.FrameDamage;
import io.github.logcov.frame.LogFrames;
import io.github.logcov.log.Job;
import io.github.logcov.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one reading of a log found. Closing it gives up the bytes; what was found can still be told.
 *
 * @param frames all frames, and how the log ends
 * @param sorter the frames, sorted
 * @param bytes length of the log
 */
record LogFindings(LogFrames frames, FrameSorter sorter, long bytes) implements Closeable {
  private static final Set<FrameDamage.Cause> MASKS =
      EnumSet.of(FrameDamage.Cause.MASKED, FrameDamage.Cause.CENSORED);

  /** Whether the log holds nothing of a payload. */
  boolean isEmpty() {
    return frames.frames().isEmpty();
  }

  /**
   * Whether a payload that began is not whole, and may become so when the rest of the log comes.
   */
  boolean isOpen() {
    return sorter.damaged().stream().anyMatch(this::mayFill);
  }

  /** Whether a payload is damaged, and no more text will mend it. */
  boolean isHopeless() {
    return sorter.damaged().stream().anyMatch(damaged -> !mayFill(damaged));
  }

  /** Whether the CI wrote its last line, so that this is the whole log unless a part is late. */
  boolean isClosed() {
    return frames.hasTravisClosingLine() || frames.termination().isPresent();
  }

  /** Whether two readings found the same, so that the log did not grow in between. */
  boolean isLike(LogFindings other) {
    return bytes == other.bytes && digests().equals(other.digests());
  }

  private List<String> digests() {
    return sorter.payloads().stream().map(payload -> payload.header().sha256()).toList();
  }

  /**
   * Parts of a log come late and out of order, so a gap may fill, and an end may come; with them
   * come the lines that repair others. What a mask took does not come back, and what contradicts
   * itself stays so. Where masks are and no header is in a log that has ended, they took that too.
   */
  private boolean mayFill(Damaged damaged) {
    Frame frame = damaged.frame();
    List<FrameDamage.Cause> causes = frame.damage().stream().map(FrameDamage::cause).toList();
    if (isClosed() && frame.header().isEmpty() && causes.stream().anyMatch(MASKS::contains)) {
      return false;
    }
    return causes.stream()
        .anyMatch(
            cause ->
                switch (cause) {
                  case TRUNCATED, LOG_CUT, LINES_MISSING, HEADER_MISSING -> true;
                  // The first lines of a payload whose other lines are still to come.
                  case MASKED -> frame.header().isEmpty();
                  case CENSORED, CORRUPT, VERSION, TOO_LARGE, TOO_MANY_LINES, CONFLICT -> false;
                });
  }

  /** In a few words, for one who waits. */
  String inShort() {
    int whole = sorter.payloads().size();
    int damaged = sorter.damaged().size();
    if (whole + damaged == 0) {
      return "no payload"
          + (sorter.refused().isEmpty() ? "" : " of its own")
          + (isClosed() ? "" : " yet");
    }
    String there = whole + (whole == 1 ? " whole payload" : " whole payloads");
    if (damaged == 0) {
      return there;
    }
    return "%s, %d %s".formatted(there, damaged, isOpen() ? "not whole yet" : "damaged");
  }

  /**
   * As what the job delivered; closing the delivery closes this.
   *
   * @param others what is to be said besides, before what is wrong with the payloads
   */
  Delivery delivery(Job job, Requirement requirement, List<Problem> others) {
    return delivery(job, requirement, others, sorter.refused());
  }

  /** The same of a log that may still grow: nothing is said of what that could mend. */
  Delivery deliverySoFar(Job job, Requirement requirement, List<Problem> others) {
    Set<RefusedFrame> open =
        sorter.damaged().stream()
            .filter(this::mayFill)
            .map(Damaged::refused)
            .collect(Collectors.toSet());
    return delivery(
        job,
        requirement,
        others,
        sorter.refused().stream().filter(frame -> !open.contains(frame)).toList());
  }

  private Delivery delivery(
      Job job, Requirement requirement, List<Problem> others, List<RefusedFrame> refused) {
    List<Problem> problems = new ArrayList<>(others);
    refused.forEach(frame -> problems.add(frame.forReports()));
    return new Delivery(
        job,
        requirement,
        sorter.payloads(),
        refused,
        frames.hasTravisClosingLine(),
        frames.termination(),
        problems,
        this);
  }

  /** A delivery without payloads. */
  static Delivery nothing(Job job, Requirement requirement, List<Problem> problems) {
    return new Delivery(job, requirement, List.of(), Optional.empty(), problems, () -> {});
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }

  /** Gives up the bytes where nobody could do anything about a failure. */
  void drop() {
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
