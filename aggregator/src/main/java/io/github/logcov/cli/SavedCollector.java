package io.github.logcov.cli;

import io.github.logcov.collect.DeliverySink;
import io.github.logcov.collect.JobReader;
import io.github.logcov.collect.Requirements;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.Job;
import io.github.logcov.log.JobChoice;
import io.github.logcov.log.LogSourceException;
import io.github.logcov.log.SavedLog;
import io.github.logcov.log.SavedLogLimits;
import io.github.logcov.log.SavedLogs;
import io.github.logcov.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Reads saved logs; nothing is asked of a network. */
final class SavedCollector implements Collector {
  private final Console console;
  private final LogOptions options;
  private final JobReaders readers;
  private final SavedLogs logs;

  private SavedCollector(Console console, LogOptions options, JobReaders readers, SavedLogs logs) {
    this.console = console;
    this.options = options;
    this.readers = readers;
    this.logs = logs;
  }

  /** Finds the logs; they are looked at, but not read. */
  static SavedCollector open(Console console, LogOptions options, JobReaders readers)
      throws UsageException {
    List<Path> paths = new ArrayList<>();
    for (String path : options.logs) {
      // Standard input is no file of the current directory.
      paths.add(path.equals("-") ? Path.of(path) : Values.path(console, "--logs", path));
    }
    try {
      SavedLogs logs = SavedLogs.open(paths, console.in(), SavedLogLimits.DEFAULT);
      return new SavedCollector(console, options, readers, logs);
    } catch (LogSourceException e) {
      throw new UsageException(e.problem().message(), e);
    }
  }

  @Override
  public boolean mayWithdraw() {
    return false;
  }

  @Override
  public Collected collect(Requirements requirements, DeliverySink sink) throws UsageException {
    if (logs.logs().isEmpty() && logs.problems().stream().anyMatch(Problem::isError)) {
      // The run that saved them never learned of any job, so there is nothing to choose from.
      return new Collected(logs.build(), List.of(), logs.problems());
    }
    JobChoice.Chosen chosen = options.choice.from(logs.logs().stream().map(SavedLog::job).toList());
    List<Problem> problems = new ArrayList<>(logs.problems());
    problems.addAll(chosen.problems());
    problems.addAll(requirements.unmatched(chosen.jobs()));
    // Those very jobs are chosen. The first call of any record's equals costs 10 ms at run time.
    Set<Job> jobs = Collections.newSetFromMap(new IdentityHashMap<>());
    jobs.addAll(chosen.jobs());
    List<SavedLog> wanted = logs.logs().stream().filter(log -> jobs.contains(log.job())).toList();
    // What --verbose tells is progress enough, and would stand in the middle of a bar.
    try (ProgressBar bar = console.bar("decoding", options.verbosity.verbose ? 0 : wanted.size())) {
      Workers.forEach(
          wanted,
          log -> {
            read(log, requirements, sink);
            bar.step();
          });
    }
    return new Collected(logs.build(), chosen.jobs(), problems);
  }

  private void read(SavedLog log, Requirements requirements, DeliverySink sink) throws IOException {
    Job job = log.job();
    if (options.verbosity.verbose) {
      console.tell("reading job " + job.number() + " from " + log.where());
    }
    // Logs of several builds may be read together; each is held against its own.
    JobReader reader = readers.of(log.build().orElse(BuildInfo.UNKNOWN));
    sink.accept(reader.read(job, log.log(), log.told(), requirements.of(job)));
  }

  @Override
  public void close() throws IOException {
    logs.close();
  }
}
