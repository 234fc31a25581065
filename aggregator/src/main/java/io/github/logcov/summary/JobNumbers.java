package io.github.logcov.summary;

import java.util.ArrayList;
import java.util.List;

/**
 * Sets of jobs as people write them: {@code 8112.1, .3-.5}, {@code all 12}, {@code all but 8112.4},
 * or {@code -} for none.
 */
final class JobNumbers {
  /** Longer ones are cut; a number of Travis has a dozen characters. */
  private static final int LONGEST = 40;

  private final List<String> all;

  /** Sets among {@code all} jobs, which are in job order. */
  JobNumbers(List<String> all) {
    this.all = List.copyOf(all);
  }

  /** The jobs among which these sets are. */
  int size() {
    return all.size();
  }

  /** These jobs, a part of all in the same order; the shortest way to say it. */
  String of(List<String> jobs) {
    if (jobs.isEmpty()) {
      return "-";
    }
    if (jobs.size() == all.size() && all.size() > 1) {
      return "all " + all.size();
    }
    String direct = list(jobs);
    if (jobs.size() <= all.size() / 2) {
      return direct;
    }
    List<String> others = new ArrayList<>(all);
    others.removeAll(jobs);
    String indirect = "all but " + list(others);
    return indirect.length() < direct.length() ? indirect : direct;
  }

  /** These jobs one by one, neighbours as a range. */
  static String list(List<String> jobs) {
    StringBuilder text = new StringBuilder();
    String stem = "";
    for (int i = 0; i < jobs.size(); ) {
      int end = endOfRun(jobs, i);
      text.append(i == 0 ? "" : ", ").append(shown(jobs.get(i), stem));
      stem = stem(jobs.get(i));
      if (end - i > 1) {
        text.append('-').append(shown(jobs.get(end), stem));
      } else if (end > i) {
        text.append(", ").append(shown(jobs.get(end), stem));
      }
      i = end + 1;
    }
    return text.toString();
  }

  /** Without the part before the last dot where the job before it has the same. */
  private static String shown(String job, String stem) {
    boolean shorter = !stem.isEmpty() && stem.equals(stem(job));
    return Printable.cut(shorter ? job.substring(stem.length()) : job, LONGEST);
  }

  /** {@code 8112} of {@code 8112.10}; empty where there is no number behind a dot. */
  private static String stem(String job) {
    int dot = job.lastIndexOf('.');
    return dot > 0 && isNumber(job.substring(dot + 1)) ? job.substring(0, dot) : "";
  }

  private static int endOfRun(List<String> jobs, int from) {
    String stem = stem(jobs.get(from));
    int end = from;
    while (!stem.isEmpty()
        && end + 1 < jobs.size()
        && stem(jobs.get(end + 1)).equals(stem)
        && number(jobs.get(end + 1), stem) == number(jobs.get(end), stem) + 1) {
      end++;
    }
    return end;
  }

  private static long number(String job, String stem) {
    return Long.parseLong(job, stem.length() + 1, job.length(), 10);
  }

  /** Short enough for a long, and with one way to write it. */
  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= 9
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && (text.length() == 1 || text.charAt(0) != '0');
  }
}
