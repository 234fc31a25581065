package io.github.logcov.collect;

import io.github.logcov.frame.FrameLimits;
import io.github.logcov.frame.Scratch;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.Job;
import io.github.logcov.log.JobPattern;
import io.github.logcov.log.Siblings;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.payload.PayloadLimits;
import io.github.logcov.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A watch of a fake build, and everything that came of it. */
final class Scenario implements DeliverySink, WatchListener {
  final FakePace pace = new FakePace();
  final FakeBuild build = new FakeBuild(pace);
  WaitLimits limits =
      new WaitLimits(Duration.ofSeconds(5), Duration.ofSeconds(90), Duration.ofMinutes(40));
  Requirements requirements = new Requirements(List.of(), List.of());
  Reading reading = Reading.WHEN_DONE;
  Executor executor = pace.inline();
  Runnable inSink = () -> {};

  /** Such as {@code 5s 8.1: coverage.xml; error job-failed ...}. */
  final List<String> delivered = Collections.synchronizedList(new ArrayList<>());

  final List<String> told = new ArrayList<>();
  final AtomicInteger openRegions = new AtomicInteger();
  Duration pulse = Duration.ofMinutes(50);

  Scenario noCoverage(String... patterns) {
    requirements = new Requirements(requirements.optional(), patterns(patterns));
    return this;
  }

  Scenario limits(String poll, String settle, String timeout) {
    limits =
        new WaitLimits(
            Duration.parse("PT" + poll),
            Duration.parse("PT" + settle),
            Duration.parse("PT" + timeout));
    return this;
  }

  private static List<JobPattern> patterns(String... patterns) {
    return Arrays.stream(patterns).map(JobPattern::of).toList();
  }

  /** Follows all jobs. */
  Ending run() {
    Watch watch = watch();
    try {
      Siblings first = watch.start();
      return watch.follow(first.jobs(), requirements, reading, reader(), this);
    } catch (UnavailableException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Follows these, which are the first look too. */
  Ending follow(Job... chosen) {
    try {
      return watch().follow(List.of(chosen), requirements, reading, reader(), this);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Watch watch() {
    return new Watch(build, pace, limits, this, executor);
  }

  JobReader reader() {
    Scratch scratch =
        () -> {
          openRegions.incrementAndGet();
          Scratch.Region memory = Scratch.inMemory().open();
          return new Scratch.Region() {
            private boolean closed;

            @Override
            public void append(byte[] bytes, int offset, int length) throws IOException {
              memory.append(bytes, offset, length);
            }

            @Override
            public void read(long position, byte[] to, int offset, int length) throws IOException {
              memory.read(position, to, offset, length);
            }

            @Override
            public void close() throws IOException {
              if (!closed) {
                openRegions.decrementAndGet();
              }
              closed = true;
              memory.close();
            }
          };
        };
    return new JobReader(BuildInfo.UNKNOWN, FrameLimits.defaults(), PayloadLimits.DEFAULT, scratch);
  }

  @Override
  public void accept(Delivery delivery) {
    inSink.run();
    try (delivery) {
      delivered.add(at() + show(delivery));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void withdrawn(String jobNumber) {
    delivered.add(at() + jobNumber + " withdrawn");
  }

  static String show(Delivery delivery) {
    String paths =
        delivery.payloads().stream()
            .map(payload -> payload.header().path())
            .collect(Collectors.joining(", "));
    String problems =
        delivery.problems().stream().map(each -> "; " + show(each)).collect(Collectors.joining());
    return delivery.job().number() + ": " + (paths.isEmpty() ? "nothing" : paths) + problems;
  }

  static String show(Problem problem) {
    return "%s %s: %s"
        .formatted(problem.severity().word(), problem.type().slug(), problem.message());
  }

  static List<String> problems(Ending ending) {
    return ending.problems().stream().map(Scenario::show).toList();
  }

  private String at() {
    return Span.of(pace.elapsed()) + " ";
  }

  private void tell(String text) {
    told.add(at() + text);
  }

  @Override
  public Duration pulse() {
    return pulse;
  }

  @Override
  public void waitingFor(List<Job> jobs) {
    tell("waiting for " + jobs.stream().map(Job::number).toList());
  }

  @Override
  public void stateChanged(Job job) {
    tell(job.number() + " " + job.state().orElseThrow());
  }

  @Override
  public void logRead(Job job, String found, boolean complete) {
    tell(job.number() + " " + found + (complete ? " (complete)" : ""));
  }

  @Override
  public void restarted(Job job) {
    tell(job.number() + " restarted");
  }

  @Override
  public void retrying(Optional<Job> job, String fault, Duration pause) {
    tell(job.map(Job::number).orElse("jobs") + " " + fault + ", again in " + Span.of(pause));
  }

  @Override
  public void throttled(Duration pause) {
    tell("throttled for " + Span.of(pause));
  }

  @Override
  public void stillWaiting(Progress progress) {
    tell(
        "still %d of %d after %s: %s%s"
            .formatted(
                progress.done(),
                progress.all(),
                Span.of(progress.elapsed()),
                progress.open().stream()
                    .map(open -> open.job().number() + " (" + open.why() + ")")
                    .toList(),
                progress.trouble().map(text -> "; " + text).orElse("")));
  }

  @Override
  public void ended() {
    tell("ended");
  }
}
