package io.github.logcov.cli;

import io.github.logcov.collect.Pace;
import java.io.Closeable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How far some work is, on a terminal: {@code decoding 37/200 [===> ]}, drawn anew in place and
 * gone at the end. In a pipe or file nothing is written. Thread-safe.
 */
final class ProgressBar implements Closeable {
  /** More often nobody sees, and a terminal far away is slow. */
  static final Duration PAUSE = Duration.ofMillis(100);

  private static final int LONGEST = 30;
  private static final int SHORTEST = 5;

  private final PrintStream out;
  private final Pace pace;
  private final String what;
  private final int all;

  /**
   * Characters between the brackets; 0 where there is no place for a bar, -1 for nothing at all.
   */
  private final int room;

  private int done;
  private int drawn;
  private Duration lately = Duration.ZERO;

  /**
   * Begins, with nothing done.
   *
   * @param width columns of the terminal; the line is shorter, so that it never wraps; empty where
   *     {@code out} is none
   * @param what such as {@code decoding}
   * @param all things to be done; with 0 nothing is shown
   */
  ProgressBar(PrintStream out, OptionalInt width, Pace pace, String what, int all) {
    this.out = out;
    this.pace = pace;
    this.what = what;
    this.all = all;
    this.room = all > 0 && width.isPresent() ? room(width.getAsInt(), text(all)) : -1;
    draw();
  }

  private static int room(int columns, String text) {
    int room = Math.min(LONGEST, columns - text.length() - " [] ".length());
    return room >= SHORTEST ? room : text.length() < columns ? 0 : -1;
  }

  private String text(int count) {
    return what + " " + count + "/" + all;
  }

  /** One more thing is done. */
  synchronized void step() {
    done++;
    if (pace.elapsed().minus(lately).compareTo(PAUSE) >= 0) {
      draw();
    }
  }

  private void draw() {
    if (room < 0) {
      return;
    }
    lately = pace.elapsed();
    String text = text(done);
    if (room > 0) {
      int filled = (int) ((long) room * done / all);
      String full = "=".repeat(filled) + (filled < room ? ">" : "");
      text += " [" + full + " ".repeat(room - full.length()) + "]";
    }
    // It only ever becomes longer, so nothing of the line before is left.
    out.print("\r" + text);
    out.flush();
    drawn = text.length();
  }

  /** Leaves the line as if nothing had been there. */
  @Override
  public synchronized void close() {
    if (drawn > 0) {
      out.print("\r" + " ".repeat(drawn) + "\r");
      out.flush();
      drawn = 0;
    }
  }
}
