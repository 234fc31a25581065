package io.github.logcov.cli;

import io.github.logcov.collect.Span;
import io.github.logcov.collect.WatchListener;
import io.github.logcov.log.Job;
import io.github.logcov.summary.Printable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said of a watch. Texts from the CI are made safe and cut. */
final class ProgressTexts {
  private static final int MOST_JOBS = 10;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_TEXT = 300;

  private ProgressTexts() {}

  /** Reads {@code 8112.1 (python 3.8)}. */
  static String job(Job job) {
    return Printable.cut(
        job.number() + job.name().map(name -> " (" + name + ")").orElse(""), LONGEST_NAME);
  }

  /** Reads {@code waiting for 2 jobs: 8112.1 (python 3.8), 8112.2}. */
  static String waitingFor(List<Job> jobs) {
    return "waiting for %s: %s".formatted(count(jobs.size()), list(jobs, ProgressTexts::job));
  }

  /** Reads {@code still waiting for 8112.3 (started), 4m10s; 3 of 4 jobs are done}. */
  static String stillWaiting(WatchListener.Progress progress) {
    String trouble = progress.trouble().map(text -> "; last fault: " + text(text)).orElse("");
    if (progress.all() == 0) {
      return "still asking for the jobs of the build, " + Span.of(progress.elapsed()) + trouble;
    }
    return "still waiting for %s, %s; %d of %s done%s"
        .formatted(
            list(progress.open(), ProgressTexts::open),
            Span.of(progress.elapsed()),
            progress.done(),
            count(progress.all()),
            trouble);
  }

  static String retrying(Optional<Job> job, String fault, String pause) {
    String what = job.map(one -> "the log of " + job(one)).orElse("the jobs");
    return "%s; asking for %s again in %s".formatted(text(fault), what, pause);
  }

  static String text(String text) {
    return Printable.cut(text, LONGEST_TEXT);
  }

  private static String open(WatchListener.Open open) {
    String number = Printable.cut(open.job().number(), LONGEST_NAME);
    return "%s (%s)".formatted(number, Printable.cut(open.why(), LONGEST_NAME * 2));
  }

  static String count(int jobs) {
    return jobs + (jobs == 1 ? " job" : " jobs");
  }

  private static <T> String list(List<T> things, Function<T, String> text) {
    String first = things.stream().limit(MOST_JOBS).map(text).collect(Collectors.joining(", "));
    int more = things.size() - MOST_JOBS;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
