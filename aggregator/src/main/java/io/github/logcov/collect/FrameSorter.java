package io.github.logcov.collect;

import io.github.logcov.frame.Frame;
import io.github.logcov.frame.FrameDamage;
import io.github.logcov.frame.FrameHeader;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.Job;
import io.github.logcov.payload.Payload;
import io.github.logcov.payload.PayloadLimits;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sorts the frames of one log: whole payloads, each file once, and what is to be said of the
 * others.
 */
final class FrameSorter {
  private final Job job;
  private final BuildInfo build;
  private final PayloadLimits limits;
  private final List<Payload> payloads = new ArrayList<>();
  private final List<RefusedFrame> refused = new ArrayList<>();
  private final List<Damaged> damaged = new ArrayList<>();

  /** A frame that is not whole, and what is said of it. */
  record Damaged(Frame frame, RefusedFrame refused) {}

  FrameSorter(Job job, BuildInfo build, PayloadLimits limits) {
    this.job = job;
    this.build = build;
    this.limits = limits;
  }

  /** Whole payloads in the order of the log. */
  List<Payload> payloads() {
    return payloads;
  }

  /** The others, those of other jobs first. */
  List<RefusedFrame> refused() {
    return refused;
  }

  /** The frames that are not whole, and that no whole one stands in for. */
  List<Damaged> damaged() {
    return damaged;
  }

  void sort(List<Frame> frames) {
    frames.stream().filter(Frame::isWhole).forEach(this::take);
    // Afterwards, since a whole payload may stand in for a damaged one before it.
    frames.stream().filter(frame -> !frame.isWhole()).forEach(this::report);
  }

  private void take(Frame frame) {
    FrameHeader header = frame.header().orElseThrow();
    Optional<Problem> foreign = foreign(header);
    if (foreign.isPresent()) {
      refused.add(new RefusedFrame(frame.header(), frame.firstLogLine(), foreign.get(), false));
      return;
    }
    Payload payload = new Payload(frame, limits);
    // A retry or a roll-up prints the same file again; the frames differ when the salt does.
    if (payloads.stream().noneMatch(payload::isCopyOf)) {
      payloads.add(payload);
    }
  }

  /**
   * What a header says of its job is held against what the CI says, each field by itself; a saved
   * log alone says nothing.
   */
  private Optional<Problem> foreign(FrameHeader header) {
    String other = null;
    if (differs(header.jobId(), job.id())) {
      other = "job id " + header.jobId().orElseThrow();
    } else if (isNumbered() && differs(header.jobNumber(), Optional.of(job.number()))) {
      other = "job " + header.jobNumber().orElseThrow();
    } else if (differs(header.buildId(), build.id())) {
      other =
          "build "
              + header.buildId().orElseThrow()
              + " (and this is "
              + build.id().orElseThrow()
              + ")";
    } else if (differs(header.commit(), build.commit())) {
      other = "commit " + header.commit().orElseThrow();
    }
    return Optional.ofNullable(other)
        .map(
            of ->
                Problem.error(
                    ProblemType.PAYLOAD_FOREIGN,
                    origin(header),
                    "its header names %s, but the log is that of job %s%s; do not print frames of another job"
                        .formatted(of, job.number(), known())));
  }

  /**
   * Whether the number is the CI's and not just the name of a file: more is known of the job, or
   * the build has that number.
   */
  private boolean isNumbered() {
    return !job.equals(Job.ofNumber(job.number()))
        || build.number().filter(number -> job.number().startsWith(number + ".")).isPresent();
  }

  /** What else the CI says of the job, in brackets. */
  private String known() {
    List<String> facts = new ArrayList<>();
    job.id().ifPresent(id -> facts.add("id " + id));
    build.commit().ifPresent(commit -> facts.add("commit " + commit));
    return facts.isEmpty() ? "" : " (" + String.join(", ", facts) + ")";
  }

  private static boolean differs(Optional<String> said, Optional<String> known) {
    return said.isPresent() && known.isPresent() && !said.equals(known);
  }

  private void report(Frame frame) {
    Optional<FrameHeader> header = frame.header();
    Origin origin = header.map(this::origin).orElse(Origin.ofJob(job.number()));
    FrameDamage cause = frame.damage().get(0);
    String message =
        frame.damage().stream().map(FrameDamage::message).collect(Collectors.joining("; "))
            + advice(cause.cause(), header);
    Problem error = Problem.error(type(cause.cause()), origin, message);
    boolean superseded = header.isPresent() && isSuperseded(header.get(), cause);
    RefusedFrame said = new RefusedFrame(header, frame.firstLogLine(), error, superseded);
    refused.add(said);
    if (!superseded) {
      damaged.add(new Damaged(frame, said));
    }
  }

  /**
   * Frames know bounds, but not the options that set them. Without a header it is the number of
   * payloads.
   */
  private static String advice(FrameDamage.Cause cause, Optional<FrameHeader> header) {
    if (cause != FrameDamage.Cause.TOO_LARGE) {
      return "";
    }
    return "; " + (header.isEmpty() ? "--max-payloads" : "--max-path") + " raises that bound";
  }

  /**
   * Whether a whole payload stands in for a damaged one: the same bytes, or the same path where the
   * damaged one was cut (the worker ran the job again and the log went on).
   */
  private boolean isSuperseded(FrameHeader damaged, FrameDamage damage) {
    boolean cut =
        damage.cause() == FrameDamage.Cause.TRUNCATED
            || damage.cause() == FrameDamage.Cause.LOG_CUT;
    return payloads.stream()
        .map(Payload::header)
        .anyMatch(
            whole ->
                whole.path().equals(damaged.path())
                    && whole.carried() == damaged.carried()
                    && (cut || whole.sha256().equals(damaged.sha256())));
  }

  private Origin origin(FrameHeader header) {
    return Origin.ofJob(job.number()).withPayload(header.path());
  }

  private static ProblemType type(FrameDamage.Cause cause) {
    return switch (cause) {
      case TRUNCATED -> ProblemType.PAYLOAD_TRUNCATED;
      case LOG_CUT -> ProblemType.LOG_CUT;
      case MASKED -> ProblemType.PAYLOAD_MASKED;
      case CENSORED -> ProblemType.PAYLOAD_CENSORED;
      case LINES_MISSING -> ProblemType.PAYLOAD_LINES_MISSING;
      case HEADER_MISSING -> ProblemType.PAYLOAD_HEADER_MISSING;
      case CORRUPT, CONFLICT -> ProblemType.PAYLOAD_CORRUPT;
      case VERSION -> ProblemType.PAYLOAD_VERSION;
      case TOO_LARGE, TOO_MANY_LINES -> ProblemType.LIMIT_EXCEEDED;
    };
  }
}
