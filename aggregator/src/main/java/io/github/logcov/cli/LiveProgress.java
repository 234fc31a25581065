package io.github.logcov.cli;

import io.github.logcov.collect.Pace;
import io.github.logcov.collect.Span;
import io.github.logcov.collect.WatchListener;
import io.github.logcov.log.Job;
import io.github.logcov.summary.Printable;
import java.io.PrintStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Progress on a terminal: one line with a bar, drawn anew in place, and gone at the end. */
final class LiveProgress implements WatchListener {
  private static final Duration PULSE = Duration.ofSeconds(1);
  private static final int BAR = 20;
  private static final int LEAST_TEXT = 20;

  /** What is cut ends with so many. */
  private static final int DOTS = 3;

  private static final String GREEN = "\u001b[32m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream out;
  private final int width;
  private final boolean colour;
  private final Pace pace;
  private Duration lately = Duration.ZERO;
  private int drawn;
  private int all;
  private int done;
  private String news = "";

  /**
   * @param width columns of the terminal; the line is shorter, so that it never wraps
   * @param colour whether the bar may be coloured (not with {@code NO_COLOR})
   * @param pace by which it is not drawn too often: what is left out then, the next pulse shows
   */
  LiveProgress(PrintStream out, int width, boolean colour, Pace pace) {
    this.out = out;
    this.width = width;
    this.colour = colour;
    this.pace = pace;
  }

  @Override
  public Duration pulse() {
    return PULSE;
  }

  @Override
  public void waitingFor(List<Job> jobs) {
    all = jobs.size();
    draw(ProgressTexts.waitingFor(jobs));
  }

  @Override
  public void stateChanged(Job job) {
    draw(ProgressTexts.job(job) + ": " + job.state().orElse("?"));
  }

  @Override
  public void logRead(Job job, String found, boolean complete) {
    done += complete ? 1 : 0;
    draw(ProgressTexts.job(job) + ": " + found);
  }

  @Override
  public void restarted(Job job) {
    draw(ProgressTexts.job(job) + ": restarted");
  }

  @Override
  public void retrying(Optional<Job> job, String fault, Duration pause) {
    draw(ProgressTexts.retrying(job, fault, Span.of(pause)));
  }

  @Override
  public void throttled(Duration pause) {
    draw("too many requests from this address; going on in " + Span.of(pause));
  }

  @Override
  public void stillWaiting(Progress progress) {
    all = progress.all();
    done = progress.done();
    String time = Span.of(progress.elapsed().truncatedTo(ChronoUnit.SECONDS));
    redraw(time + ", " + (all == 0 ? "asking for the jobs of the build" : news));
  }

  @Override
  public void ended() {
    erase();
    out.flush();
  }

  private void draw(String text) {
    news = text;
    redraw(text);
  }

  private void redraw(String text) {
    Duration now = pace.elapsed();
    if (drawn > 0 && now.minus(lately).compareTo(ProgressBar.PAUSE) < 0) {
      return;
    }
    lately = now;
    erase();
    int filled = all == 0 ? 0 : Math.min(BAR, BAR * done / all);
    String full = "#".repeat(filled);
    String rest = "-".repeat(BAR - filled) + "] " + done + "/" + all + " ";
    int room = width - 2 - full.length() - rest.length();
    if (room < LEAST_TEXT) {
      // No place for a bar.
      print(width > DOTS ? Printable.cut(text, width - 1) : "", "", "");
    } else {
      print("[", full, rest + Printable.cut(text, room));
    }
    out.flush();
  }

  private void print(String before, String coloured, String after) {
    out.print(
        before + (colour && !coloured.isEmpty() ? GREEN + coloured + PLAIN : coloured) + after);
    drawn = before.length() + coloured.length() + after.length();
  }

  private void erase() {
    if (drawn > 0) {
      out.print("\r" + " ".repeat(drawn) + "\r");
      drawn = 0;
    }
  }
}
