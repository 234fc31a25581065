package io.github.logcov.cli;

import io.github.logcov.collect.Delivery;
import io.github.logcov.collect.DeliverySink;
import io.github.logcov.collect.Ending;
import io.github.logcov.collect.Reading;
import io.github.logcov.collect.Requirements;
import io.github.logcov.collect.WaitLimits;
import io.github.logcov.log.BuildFile;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.Job;
import io.github.logcov.log.JobChoice;
import io.github.logcov.log.LiveBuild;
import io.github.logcov.log.LogSourceException;
import io.github.logcov.log.SavingBuild;
import io.github.logcov.log.Siblings;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.log.travis.Reach;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemKind;
import io.github.logcov.problem.ProblemType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows a build that may still run, and reads the logs of its jobs. */
final class LiveCollector implements Collector {
  private final LogOptions options;
  private final JobReaders readers;
  private final Reading reading;
  private final LiveWatch live;
  private final Optional<SavingBuild> saving;

  /**
   * @param live the build that is followed
   * @param saving the same build, where its logs are kept
   */
  private LiveCollector(
      LogOptions options,
      JobReaders readers,
      Reading reading,
      LiveWatch live,
      Optional<SavingBuild> saving) {
    this.options = options;
    this.readers = readers;
    this.reading = reading;
    this.live = live;
    this.saving = saving;
  }

  /** Makes ready; nothing is asked yet. */
  static LiveCollector open(
      Console console, LogOptions options, JobReaders readers, Reading reading)
      throws UsageException {
    WaitLimits limits =
        LiveWatch.limits(console, options.waiting, Durations.parse("--settle", options.settle));
    String buildId =
        options.api.buildId(console.environment(), ", or saved logs with --logs PATH...");
    LiveBuild build =
        LiveWatch.build(
            console, options.api, buildId, Reach.EARLIER_STAGES, options.verbosity.verbose);
    Optional<SavingBuild> saving =
        options.saveLogs == null
            ? Optional.empty()
            : Optional.of(saving(build, Values.path(console, "--save-logs", options.saveLogs)));
    LiveBuild watched = saving.isPresent() ? saving.get() : build;
    return new LiveCollector(
        options, readers, reading, new LiveWatch(console, buildId, watched, limits), saving);
  }

  private static SavingBuild saving(LiveBuild build, Path directory) throws UsageException {
    try {
      return SavingBuild.of(build, directory);
    } catch (LogSourceException e) {
      throw new UsageException("--save-logs: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean mayWithdraw() {
    return true;
  }

  @Override
  public Collected collect(Requirements requirements, DeliverySink sink) throws UsageException {
    Siblings first;
    try {
      first = live.start();
    } catch (UnavailableException e) {
      BuildInfo asked =
          new BuildInfo(
              Optional.of(live.buildId()), Optional.empty(), Optional.empty(), Optional.empty());
      return ended(
          new BuildFile(asked, List.of(), List.of(e.problem(Origin.NOWHERE))), Map.of(), Set.of());
    }
    JobChoice.Chosen chosen = choose(first);
    // Should this run be interrupted, what was kept by then can be judged all the same.
    saving.ifPresent(
        build -> build.describe(new BuildFile(first.build(), chosen.jobs(), first.notes())));
    List<Problem> notes = new ArrayList<>();
    notes.addAll(chosen.problems());
    notes.addAll(requirements.unmatched(chosen.jobs()));
    Told told = new Told(sink);
    Ending ending =
        live.follow(chosen.jobs(), requirements, reading, readers.of(first.build()), told);
    List<Problem> ofBuild = new ArrayList<>(first.notes());
    ofBuild.addAll(ending.problems());
    Collected collected =
        ended(new BuildFile(first.build(), ending.jobs(), ofBuild), told.problems, told.read);
    List<Problem> all = new ArrayList<>(notes);
    all.addAll(collected.problems());
    return new Collected(collected.build(), collected.jobs(), all);
  }

  private JobChoice.Chosen choose(Siblings first) throws UsageException {
    if (first.jobs().isEmpty()) {
      throw new UsageException(
          "the build has no job to look at"
              + first.notes().stream()
                  .map(note -> "; " + note.message())
                  .collect(Collectors.joining()));
    }
    try {
      return options.choice.from(first.jobs());
    } catch (UsageException e) {
      // A pattern may name one of those that were left out before.
      throw first.notes().isEmpty()
          ? e
          : new UsageException(
              Stream.concat(Stream.of(e.getMessage()), first.notes().stream().map(Problem::message))
                  .collect(Collectors.joining("; ")),
              e);
    }
  }

  /**
   * What is known at the end; kept beside the logs where these are.
   *
   * @param known the build, its jobs, and the problems that are of no single job
   * @param told the problems of the jobs, by number
   * @param read the numbers of jobs of whose logs something counted
   */
  private Collected ended(BuildFile known, Map<String, List<Problem>> told, Set<String> read) {
    List<Problem> all = new ArrayList<>(known.problems());
    if (saving.isPresent()) {
      List<Problem> saved = new ArrayList<>(known.problems());
      for (Job job : known.jobs()) {
        List<Problem> ofJob = told.getOrDefault(job.number(), List.of());
        if (!read.contains(job.number())
            && ofJob.stream().anyMatch(problem -> problem.type() == ProblemType.JOB_UNREAD)) {
          saving.get().forget(job);
        }
        boolean kept = saving.get().has(job);
        ofJob.stream().filter(problem -> !isSeenAgain(problem, kept)).forEach(saved::add);
      }
      saving.get().describe(new BuildFile(known.build(), known.jobs(), saved));
      saving.get().fault().ifPresent(all::add);
    }
    return new Collected(Optional.of(known.build()), known.jobs(), all);
  }

  /**
   * Whether a problem shows by itself when the logs are read again: what the state of a job says,
   * and what is wrong in a log that is kept. How the waiting for it went does not show.
   */
  private static boolean isSeenAgain(Problem problem, boolean kept) {
    return problem.type() == ProblemType.JOB_FAILED
        || kept
            && !OF_WAITING.contains(problem.type())
            && problem.type().kind() != ProblemKind.UNAVAILABLE;
  }

  private static final Set<ProblemType> OF_WAITING =
      Set.of(ProblemType.COVERAGE_MISSING, ProblemType.JOB_UNREAD);

  @Override
  public void close() {
    live.close();
  }

  /** Remembers what was wrong with each job, on the way to the sink. */
  private static final class Told implements DeliverySink {
    private final DeliverySink sink;
    private final Map<String, List<Problem>> problems = new ConcurrentHashMap<>();

    /** Jobs of whose logs there was something to tell. */
    private final Set<String> read = ConcurrentHashMap.newKeySet();

    Told(DeliverySink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(Delivery delivery) {
      problems.put(delivery.job().number(), delivery.problems());
      if (!delivery.payloads().isEmpty() || !delivery.refused().isEmpty()) {
        read.add(delivery.job().number());
      }
      sink.accept(delivery);
    }

    @Override
    public void withdrawn(String jobNumber) {
      problems.remove(jobNumber);
      read.remove(jobNumber);
      sink.withdrawn(jobNumber);
    }
  }
}
