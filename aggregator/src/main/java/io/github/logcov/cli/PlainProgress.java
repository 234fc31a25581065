package io.github.logcov.cli;

import io.github.logcov.collect.Span;
import io.github.logcov.collect.WatchListener;
import io.github.logcov.log.Job;
import io.github.logcov.summary.Printable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Progress in a log: a line on each change, and at least one a minute, since a CI ends a job that
 * is silent for ten.
 */
final class PlainProgress implements WatchListener {
  /** A little early, so that two lines are never more than a minute apart. */
  private static final Duration PULSE = Duration.ofSeconds(55);

  private final PrintStream out;

  PlainProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public Duration pulse() {
    return PULSE;
  }

  @Override
  public void waitingFor(List<Job> jobs) {
    say(ProgressTexts.waitingFor(jobs));
  }

  @Override
  public void stateChanged(Job job) {
    say(ProgressTexts.job(job) + ": " + ProgressTexts.text(job.state().orElse("?")));
  }

  @Override
  public void logRead(Job job, String found, boolean complete) {
    String rest = complete ? "" : "; its log will be read again";
    say(ProgressTexts.job(job) + ": " + ProgressTexts.text(found) + rest);
  }

  @Override
  public void restarted(Job job) {
    say(
        "%s: restarted (%s); what was read of it is dropped"
            .formatted(ProgressTexts.job(job), ProgressTexts.text(job.state().orElse("?"))));
  }

  @Override
  public void retrying(Optional<Job> job, String fault, Duration pause) {
    say(ProgressTexts.retrying(job, fault, Span.of(pause)));
  }

  @Override
  public void throttled(Duration pause) {
    say("too many requests from this address; going on in " + Span.of(pause));
  }

  @Override
  public void stillWaiting(Progress progress) {
    say(ProgressTexts.stillWaiting(progress));
  }

  private void say(String line) {
    // Its parts are printable; what they are together may not be.
    out.println("logcov: " + Printable.of(line));
  }
}
