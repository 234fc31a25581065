package io.github.logcov.cli;

import io.github.logcov.after.AfterDecision;
import io.github.logcov.after.AfterRules;
import io.github.logcov.after.MalformedToxIniException;
import io.github.logcov.collect.Delivery;
import io.github.logcov.collect.DeliverySink;
import io.github.logcov.collect.Ending;
import io.github.logcov.collect.JobReader;
import io.github.logcov.collect.Reading;
import io.github.logcov.collect.Requirements;
import io.github.logcov.collect.WaitLimits;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.Job;
import io.github.logcov.log.JobChoice;
import io.github.logcov.log.LiveBuild;
import io.github.logcov.log.Siblings;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.log.travis.Reach;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.summary.Printable;
import io.github.logcov.summary.ProblemList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One run of {@code wait}: options in, status out. */
final class Wait {
  /** Bytes of a tox.ini that are read; a few more than the characters that are taken. */
  private static final int MAX_TOX_INI = (1 << 22) + 1;

  /** Jobs that the last line names. */
  private static final int SHOWN = 5;

  private final Console console;
  private final WaitCommand options;

  Wait(Console console, WaitCommand options) {
    this.console = console;
    this.options = options;
  }

  ExitStatus run() throws UsageException, IOException {
    if (options.toxIni != null && !isWaiter(options.toxIni)) {
      return ExitStatus.PASSED;
    }
    String tests = console.environment().getOrDefault("TRAVIS_TEST_RESULT", "");
    if (!tests.isEmpty() && !tests.equals("0")) {
      say("the tests of this job failed (TRAVIS_TEST_RESULT is " + tests + "): not waiting");
      return ExitStatus.JOB_FAILED;
    }
    WaitLimits limits = LiveWatch.limits(console, options.waiting, Duration.ZERO);
    String buildId = options.api.buildId(console.environment(), "");
    LiveBuild build =
        LiveWatch.build(
            console, options.api, buildId, Reach.OWN_STAGE_TOO, options.verbosity.verbose);
    try (LiveWatch live = new LiveWatch(console, buildId, build, limits)) {
      Siblings siblings = live.start();
      List<Job> jobs = siblings.jobs().stream().filter(job -> !job.allowFailure()).toList();
      JobChoice.Chosen chosen =
          jobs.isEmpty() ? new JobChoice.Chosen(jobs, List.of()) : options.choice.perhapsNone(jobs);
      if (chosen.jobs().isEmpty()) {
        say(
            jobs.isEmpty()
                ? "nobody to wait for: there is no other job that must pass, in this stage or before"
                : "nobody to wait for: the options leave out all other jobs that must pass");
        return ExitStatus.PASSED;
      }
      return follow(live, chosen);
    } catch (UnavailableException e) {
      return ended(List.of(), List.of(e.problem(Origin.NOWHERE)));
    }
  }

  private ExitStatus follow(LiveWatch live, JobChoice.Chosen chosen) {
    List<Problem> problems = Collections.synchronizedList(new ArrayList<>(chosen.problems()));
    DeliverySink sink =
        new DeliverySink() {
          @Override
          public void accept(Delivery delivery) {
            problems.addAll(delivery.problems());
          }

          @Override
          public void withdrawn(String jobNumber) {
            problems.removeIf(problem -> problem.origin().job().equals(jobNumber));
          }
        };
    JobReader reader = JobReaders.of(new LimitOptions()).of(BuildInfo.UNKNOWN);
    Ending ending =
        live.follow(
            chosen.jobs(), new Requirements(List.of(), List.of()), Reading.NEVER, reader, sink);
    problems.addAll(ending.problems());
    return ended(ending.jobs(), problems);
  }

  /** The problems, and the last line. */
  private ExitStatus ended(List<Job> jobs, List<Problem> problems) {
    new ProblemList(console.width()).lines(problems).forEach(console.err()::println);
    ExitStatus status = ExitStatus.of(problems);
    if (status == ExitStatus.PASSED) {
      say(jobs.size() == 1 ? "the only other job passed" : "all " + jobs.size() + " jobs passed");
    } else {
      say("given up: " + reason(status, jobs, problems));
    }
    return status;
  }

  /** What happened, for those who read the last line alone. */
  private static String reason(ExitStatus status, List<Job> jobs, List<Problem> problems) {
    if (status == ExitStatus.JOB_FAILED) {
      return listed(
              jobs.stream()
                  .filter(job -> names(problems, ProblemType.JOB_FAILED, job))
                  .map(job -> job.number() + " (" + job.state().orElse("") + ")")
                  .toList())
          + " must have passed";
    }
    boolean late =
        problems.stream()
            .anyMatch(problem -> problem.isError() && problem.type() == ProblemType.WAIT_TIMEOUT);
    if (late && !jobs.isEmpty()) {
      return "the time was up, and still open: "
          + listed(
              jobs.stream()
                  .filter(job -> names(problems, ProblemType.JOB_UNREAD, job))
                  .map(job -> job.number() + " (" + job.state().orElse("") + ")")
                  .toList());
    }
    return "Travis could not be asked; why stands above";
  }

  private static boolean names(List<Problem> problems, ProblemType type, Job job) {
    return problems.stream()
        .anyMatch(problem -> problem.type() == type && problem.origin().job().equals(job.number()));
  }

  private static String listed(List<String> jobs) {
    int more = jobs.size() - SHOWN;
    return (jobs.size() == 1 ? "job " : "jobs ")
        + String.join(", ", jobs.stream().limit(SHOWN).toList())
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** Whether {@code [travis:after]} names this very job. */
  private boolean isWaiter(String name) throws UsageException {
    Path file = Values.path(console, "--tox-ini", name);
    try {
      AfterRules rules = AfterRules.read(text(file), name);
      return isWaiter(rules.decide(console.environment()));
    } catch (CharacterCodingException e) {
      throw new UsageException("--tox-ini: " + name + " must be UTF-8, but is not", e);
    } catch (MalformedToxIniException e) {
      throw new UsageException("--tox-ini: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UsageException(
          "--tox-ini: %s cannot be read: %s".formatted(name, WholeFile.unreadable(e)), e);
    }
  }

  /** The file, as far as it may be read at all; who gets more of it refuses it. */
  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_TOX_INI);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  private boolean isWaiter(AfterDecision decision) throws UsageException {
    decision.notes().forEach(note -> warn("--tox-ini: " + note));
    if (decision instanceof AfterDecision.Misconfigured wrong) {
      throw new UsageException("--tox-ini: " + wrong.message());
    }
    if (decision instanceof AfterDecision.NoMatch other) {
      say("this job is not the one that waits: " + other.reason());
      return false;
    }
    return true;
  }

  private void warn(String text) {
    Printable.paragraph("warning: " + text, console.width()).forEach(console.err()::println);
  }

  private void say(String text) {
    Printable.paragraph("logcov wait: " + text, console.width()).forEach(console.out()::println);
  }
}
