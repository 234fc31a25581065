package io.github.logcov.cli;

import io.github.logcov.collect.DeliverySink;
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

  /**
   * A collector for the logs that the options name.
   *
   * @throws UsageException when they name none, or none that can be read
   */
  static Collector open(Console console, LogOptions options, JobReaders readers)
      throws UsageException {
    if (options.logs.isEmpty()) {
      throw new UsageException(
          "which logs? name saved ones with --logs PATH...: files, folders, archives, or - for"
              + " standard input");
    }
    return SavedCollector.open(console, options, readers);
  }
}
