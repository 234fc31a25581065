package io.github.logcov.cli;

import io.github.logcov.collect.DeliverySink;
import io.github.logcov.collect.Ending;
import io.github.logcov.collect.JobReader;
import io.github.logcov.collect.Reading;
import io.github.logcov.collect.Requirements;
import io.github.logcov.collect.WaitLimits;
import io.github.logcov.collect.Watch;
import io.github.logcov.log.Job;
import io.github.logcov.log.LiveBuild;
import io.github.logcov.log.Siblings;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.log.travis.Reach;
import io.github.logcov.log.travis.TravisBuild;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A live build that is watched, with the threads and the clock that this takes. */
final class LiveWatch implements Closeable {
  /** As many requests as are made at a time. */
  private static final int THREADS = 4;

  private final String buildId;
  private final LiveBuild build;
  private final ExecutorService threads;
  private final Watch watch;

  LiveWatch(Console console, String buildId, LiveBuild build, WaitLimits limits) {
    this.buildId = buildId;
    this.build = build;
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              // A request that hangs must not keep the program from ending.
              Thread thread = new Thread(task, "travis");
              thread.setDaemon(true);
              return thread;
            });
    this.watch = new Watch(build, console.pace(), limits, console.progress(), threads);
  }

  /**
   * The build that the options or the environment name.
   *
   * @throws UsageException when they name none, or make no sense
   */
  static TravisBuild build(
      Console console, ApiOptions api, String buildId, Reach reach, boolean verbose)
      throws UsageException {
    return TravisBuild.of(
        api.settings(
            buildId,
            reach,
            console.environment(),
            verbose
                ? console::tell
                : line -> {
                  // Nobody wants to know.
                }));
  }

  /** How patient the options say to be; nothing settles where no log is waited for. */
  static WaitLimits limits(Console console, WaitOptions waiting, Duration settle)
      throws UsageException {
    return new WaitLimits(
        Durations.poll(waiting.poll, console.environment()),
        settle,
        Durations.parse("--wait-timeout", waiting.timeout));
  }

  String buildId() {
    return buildId;
  }

  /** See {@link Watch#start}. */
  Siblings start() throws UnavailableException {
    try {
      return watch.start();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** See {@link Watch#follow}. */
  Ending follow(
      List<Job> chosen,
      Requirements requirements,
      Reading reading,
      JobReader reader,
      DeliverySink sink) {
    try {
      return watch.follow(chosen, requirements, reading, reader, sink);
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (CompletionException e) {
      throw new Workers.WorkFailedException(e.getCause() == null ? e : e.getCause());
    }
  }

  private static RuntimeException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("nobody interrupts this thread", e);
  }

  @Override
  public void close() {
    build.close();
    threads.shutdownNow();
  }
}
