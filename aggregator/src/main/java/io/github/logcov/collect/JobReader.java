package io.github.logcov.collect;

import io.github.logcov.frame.FrameLimits;
import io.github.logcov.frame.FrameReader;
import io.github.logcov.frame.LogFrames;
import io.github.logcov.frame.Scratch;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.BuildLog;
import io.github.logcov.log.Job;
import io.github.logcov.payload.PayloadLimits;
import io.github.logcov.payload.ScratchFailedException;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.problem.Severity;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a job and its log to what it delivered. Thread-safe. */
public final class JobReader {
  private final BuildInfo build;
  private final FrameReader frames;
  private final PayloadLimits payloadLimits;

  /**
   * A reader with these bounds.
   *
   * @param build what is known of the build; payloads of another commit are problems
   * @param scratch where encoded bytes wait
   */
  public JobReader(
      BuildInfo build, FrameLimits frameLimits, PayloadLimits payloadLimits, Scratch scratch) {
    this.build = build;
    this.frames = new FrameReader(frameLimits, new LocalScratch(scratch));
    this.payloadLimits = payloadLimits;
  }

  /**
   * Streams the log once. What is wrong with it is in the delivery, not thrown.
   *
   * @param log empty when the build names the job and there is no log of it
   * @param told what is known to have gone wrong when the log was fetched
   * @throws ScratchFailedException when the scratch fails, here or when a payload is read
   */
  public Delivery read(
      Job job, Optional<BuildLog> log, List<Problem> told, Requirement requirement) {
    Origin origin = Origin.ofJob(job.number());
    List<Problem> problems = new ArrayList<>();
    List<Problem> valid = valid(told, requirement);
    if (JobStates.isFinal(job) || valid.stream().noneMatch(JobReader::saysUnfinished)) {
      JobStates.problem(job, requirement).ifPresent(problems::add);
    }
    problems.addAll(valid);
    if (log.isEmpty()) {
      if (problems.isEmpty() && requirement.expectsReport()) {
        problems.add(
            Problem.error(
                ProblemType.COVERAGE_MISSING,
                origin,
                "build.json names this job, but there is no log of it; save the logs again"));
      }
      return LogFindings.nothing(job, requirement, problems);
    }
    try (InputStream bytes = log.get().open()) {
      return find(job, bytes).delivery(job, requirement, problems);
    } catch (IOException e) {
      problems.add(
          Problem.error(
              ProblemType.LOG_UNREADABLE,
              origin,
              "its log cannot be read to the end (%s); save it again".formatted(reason(e))));
      return LogFindings.nothing(job, requirement, problems);
    }
  }

  /**
   * What was told and holds for this requirement, which may be another one than when the log was
   * fetched: what was a warning of a job that owed nothing must not excuse one that does.
   */
  private static List<Problem> valid(List<Problem> told, Requirement requirement) {
    List<Problem> valid = new ArrayList<>();
    for (Problem problem : told) {
      boolean excuse = requirement.mustPass() && problem.severity() == Severity.WARNING;
      switch (problem.type()) {
        case COVERAGE_MISSING -> {
          if (requirement.expectsReport()) {
            valid.add(excuse ? hardened(problem) : problem);
          }
        }
        case JOB_UNFINISHED -> {
          if (!excuse) {
            valid.add(problem);
          }
        }
        case WAIT_TIMEOUT -> valid.add(excuse ? hardened(problem) : problem);
        default -> valid.add(problem);
      }
    }
    return valid;
  }

  private static Problem hardened(Problem problem) {
    return Problem.error(problem.type(), problem.origin(), problem.message());
  }

  private static boolean saysUnfinished(Problem problem) {
    return problem.type() == ProblemType.JOB_UNFINISHED || problem.type() == ProblemType.JOB_UNREAD;
  }

  /**
   * Streams a log once, for one who may read it again.
   *
   * @throws IOException when the log cannot be read to its end
   * @throws ScratchFailedException when the scratch fails
   */
  LogFindings find(Job job, InputStream log) throws IOException {
    CountedStream counted = new CountedStream(log);
    LogFrames found = frames.read(counted);
    FrameSorter sorter = new FrameSorter(job, build, payloadLimits);
    sorter.sort(found.frames());
    return new LogFindings(found, sorter, counted.count());
  }

  /** What went wrong, in a few words. */
  static String reason(IOException e) {
    if (e instanceof EOFException) {
      return "it ends too early, so it was cut";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
