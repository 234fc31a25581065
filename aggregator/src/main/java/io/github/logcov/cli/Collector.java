package io.github.logcov.cli;

import io.github.logcov.collect.DeliverySink;
import io.github.logcov.collect.Reading;
import io.github.logcov.collect.Requirements;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.Job;
import io.github.logcov.problem.Problem;
import java.io.Closeable;
import java.util.List;
import java.util.Optional;

/** Gets what the chosen jobs of a build delivered, from wherever the options say. */
interface Collector extends Closeable {

  /**
   * What is known when all is collected.
   *
   * @param build empty when nothing is known of it
   * @param jobs the chosen jobs by number, each as it stood at last
   * @param problems of the build and of the choice; those of single jobs are in their deliveries
   */
  record Collected(Optional<BuildInfo> build, List<Job> jobs, List<Problem> problems) {
    /** Copies the lists. */
    public Collected {
      jobs = List.copyOf(jobs);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Hands every chosen job to the sink, and returns when the last one is there.
   *
   * @throws UsageException when the choice of jobs makes no sense
   */
  Collected collect(Requirements requirements, DeliverySink sink) throws UsageException;

  /** Whether a job may be withdrawn from the sink again. */
  boolean mayWithdraw();

  /**
   * A collector for the logs that the options name.
   *
   * @param reading which logs of a build that still runs are read
   * @throws UsageException when they name none, or none that can be read
   */
  static Collector open(Console console, LogOptions options, JobReaders readers, Reading reading)
      throws UsageException {
    if (options.logs.isEmpty()) {
      return LiveCollector.open(console, options, readers, reading);
    }
    String live =
        options.api.build != null
            ? "--build"
            : options.api.apiUrl != null
                ? "--api-url"
                : options.saveLogs != null ? "--save-logs" : "";
    if (!live.isEmpty()) {
      throw new UsageException(
          "%s asks Travis, --logs does without: give one of them".formatted(live));
    }
    return SavedCollector.open(console, options, readers);
  }
}
