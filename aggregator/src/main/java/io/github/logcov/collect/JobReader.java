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
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From a job and its log to what it delivered. Thread-safe. */
public final class JobReader {
  private static final Set<String> BAD_ENDS = Set.of("failed", "errored", "canceled");

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
   * @throws ScratchFailedException when the scratch fails, here or when a payload is read
   */
  public Delivery read(Job job, Optional<BuildLog> log, Requirement requirement) {
    Origin origin = Origin.ofJob(job.number());
    List<Problem> problems = new ArrayList<>();
    state(job, origin, requirement).ifPresent(problems::add);
    if (log.isEmpty()) {
      if (problems.isEmpty() && requirement.expectsReport()) {
        problems.add(
            Problem.error(
                ProblemType.COVERAGE_MISSING,
                origin,
                "build.json names this job, but there is no log of it; save the logs again"));
      }
      return new Delivery(job, requirement, List.of(), Optional.empty(), problems, () -> {});
    }
    try (InputStream bytes = log.get().open()) {
      LogFrames found = frames.read(bytes);
      FrameSorter sorter = new FrameSorter(job, build, payloadLimits);
      sorter.sort(found.frames());
      sorter.refused().forEach(frame -> problems.add(frame.forReports()));
      return new Delivery(
          job,
          requirement,
          sorter.payloads(),
          sorter.refused(),
          found.hasTravisClosingLine(),
          found.termination(),
          problems,
          found);
    } catch (IOException e) {
      problems.add(
          Problem.error(
              ProblemType.LOG_UNREADABLE,
              origin,
              "its log cannot be read to the end (%s); save it again".formatted(reason(e))));
      return new Delivery(job, requirement, List.of(), Optional.empty(), problems, () -> {});
    }
  }

  private static Optional<Problem> state(Job job, Origin origin, Requirement requirement) {
    if (job.state().isEmpty() || job.state().get().equals("passed")) {
      return Optional.empty();
    }
    String state = job.state().get();
    String page = job.url().map(url -> "; see " + url).orElse("");
    if (!requirement.mustPass()) {
      return Optional.of(
          BAD_ENDS.contains(state)
              ? Problem.note(ProblemType.JOB_FAILED, origin, verb(state) + ", which it may" + page)
              : Problem.warning(
                  ProblemType.JOB_UNFINISHED,
                  origin,
                  "is still " + state + ", so its coverage may not be all there" + page));
    }
    return Optional.of(
        BAD_ENDS.contains(state)
            ? Problem.error(
                ProblemType.JOB_FAILED, origin, "must have passed, but " + verb(state) + page)
            : Problem.error(
                ProblemType.JOB_UNFINISHED,
                origin,
                "must have passed, but is still %s%s".formatted(state, page)));
  }

  private static String verb(String state) {
    return state.equals("canceled") ? "was canceled" : state;
  }

  private static String reason(IOException e) {
    if (e instanceof EOFException) {
      return "it ends too early, so it was cut";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
