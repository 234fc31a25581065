package io.github.logcov.log;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Logs with a {@code build.json} beside them, which says more of their jobs than their names do.
 *
 * @param build what it says
 * @param where the file, fit to be shown
 */
record LogsOfBuild(BuildFile build, String where) {
  /**
   * The logs with what is said of their jobs, and behind them the jobs without a log.
   *
   * @param notes gets a word of logs that the file does not name
   */
  List<SavedLog> of(List<SavedLog> logs, List<Problem> notes) {
    Map<String, Job> jobs = new HashMap<>();
    build.jobs().forEach(job -> jobs.put(job.number(), job));
    List<SavedLog> all = new ArrayList<>();
    List<String> unlisted = new ArrayList<>();
    Set<String> found = new HashSet<>();
    for (SavedLog log : logs) {
      String number = log.job().number();
      if (!jobs.containsKey(number)) {
        unlisted.add(number);
      }
      found.add(number);
      all.add(saved(jobs.getOrDefault(number, log.job()), log.where(), log.log()));
    }
    if (!unlisted.isEmpty()) {
      notes.add(unlisted(unlisted));
    }
    build.jobs().stream()
        .filter(job -> !found.contains(job.number()))
        .forEach(job -> all.add(saved(job, where, Optional.empty())));
    return all;
  }

  private SavedLog saved(Job job, String place, Optional<BuildLog> log) {
    return new SavedLog(job, place, log, build.knownBuild(), build.problemsOf(job.number()));
  }

  private Problem unlisted(List<String> numbers) {
    return Problem.note(
        ProblemType.JOB_UNLISTED,
        Origin.NOWHERE,
        where
            + " does not name "
            + Names.list("of the logs", "of the logs", numbers)
            + "; their states are not known");
  }
}
