package io.github.logcov.collect;

import io.github.logcov.log.Job;
import io.github.logcov.log.LiveBuild;
import io.github.logcov.log.LogAbsentException;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.log.UnavailableException.Hope;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/** Reads logs of jobs, and tells their watches what came of it. */
final class LogCalls {
  /** Who wants the answers. */
  interface Reader {
    /** Nothing more is to be expected of this log. */
    void settled(JobWatch watch, LogWatch log);

    /** The log cannot be had; called before {@link #settled}. */
    void refused(JobWatch watch, UnavailableException e);
  }

  private final LiveBuild build;
  private final Pace pace;
  private final Errands errands;
  private final Requests requests;
  private final Teller teller;
  private final JobReader jobReader;
  private final Reader reader;

  LogCalls(Watch.Means means, JobReader jobReader, Reader reader) {
    this.build = means.build();
    this.pace = means.pace();
    this.errands = means.errands();
    this.requests = means.requests();
    this.teller = means.teller();
    this.jobReader = jobReader;
    this.reader = reader;
  }

  /** Reads the log of a job that has a watch for it, now. */
  void ask(JobWatch watch) {
    LogWatch log = watch.log().orElseThrow();
    Job job = watch.job();
    log.asked(pace.elapsed());
    requests.startedLog();
    errands.send(() -> read(job), new Answer(watch, log), LogFindings::drop);
  }

  private LogFindings read(Job job) throws Exception {
    InputStream log = build.openLog(job);
    LogFindings found;
    try {
      found = jobReader.find(job, log);
    } catch (IOException | RuntimeException | Error e) {
      try (log) {
        throw e;
      }
    }
    try {
      log.close();
    } catch (IOException e) {
      // It was read to its end.
      return found;
    }
    return found;
  }

  /** What becomes of one call. */
  private final class Answer implements Errands.Sequel<LogFindings> {
    private final JobWatch watch;
    private final LogWatch log;
    private final String before;

    Answer(JobWatch watch, LogWatch log) {
      this.watch = watch;
      this.log = log;
      this.before = log.standing();
    }

    @Override
    public void came(LogFindings found) {
      if (!log.isWanted()) {
        found.drop();
        return;
      }
      log.found(found, pace.elapsed());
      answered();
    }

    @Override
    public boolean failed(Throwable e) {
      if (!log.isWanted()) {
        return e instanceof Exception;
      }
      if (e instanceof LogAbsentException absent) {
        log.absent(absent, pace.elapsed());
        answered();
      } else if (e instanceof UnavailableException unavailable) {
        unavailable(unavailable);
      } else if (e instanceof IOException cut) {
        unavailable(
            new UnavailableException(
                ProblemType.TRAVIS_UNREACHABLE,
                Hope.SOON,
                Optional.empty(),
                "the log of job %s broke off (%s)"
                    .formatted(watch.job().number(), JobReader.reason(cut))));
      } else {
        return false;
      }
      return true;
    }

    private void unavailable(UnavailableException e) {
      if (log.isLastCall() && e.hope() != Hope.NONE) {
        requests.heed(e);
        log.failed(Requests.text(e), pace.elapsed());
        answered();
        return;
      }
      Optional<Duration> next = requests.again(e, log.backoff(), Optional.of(watch.job()));
      if (next.isPresent()) {
        log.failed(Requests.text(e), next.get());
        return;
      }
      if (requests.wantsTooMuch(e)) {
        log.failed(Requests.text(e), pace.elapsed());
        reader.refused(watch, e);
        return;
      }
      log.refused(requests.problem(e, Origin.ofJob(watch.job().number())));
      reader.refused(watch, e);
      answered();
    }

    private void answered() {
      String standing = log.standing();
      boolean over = log.isSettled() || log.isLastCall();
      if (over || !standing.equals(before)) {
        teller.tell(listener -> listener.logRead(watch.job(), standing, over));
      }
      if (log.isSettled()) {
        reader.settled(watch, log);
      }
    }
  }
}
