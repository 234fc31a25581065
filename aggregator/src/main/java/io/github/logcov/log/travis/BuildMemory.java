package io.github.logcov.log.travis;

import io.github.logcov.log.JobNumber;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.log.UnavailableException.Hope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a build does not change, so need not be asked for again: the names of its jobs, which
 * come with their whole configurations, and the numbers of its stages. And which jobs there are,
 * since Travis fixes them when it makes the build; an answer with others is wrong.
 */
final class BuildMemory {
  private final TravisSettings settings;
  private final TravisClient client;
  private Map<String, String> names = Map.of();
  private Map<String, Integer> stages = Map.of();
  private Map<String, String> numbers = Map.of();

  BuildMemory(TravisSettings settings, TravisClient client) {
    this.settings = settings;
    this.client = client;
  }

  /** All jobs of the build as they stand now, each stage with its number. */
  List<ApiJob> jobs() throws UnavailableException {
    boolean first = isFirst();
    List<ApiJob> jobs = client.jobs(first).jobs();
    for (ApiJob job : jobs) {
      Optional<String> other = job.buildId().filter(id -> !id.equals(settings.buildId()));
      if (other.isPresent()) {
        throw client.odd(
            "job " + job.number() + " in it is one of build " + other.get(), Hope.SOON);
      }
    }
    List<ApiJob> staged = withStages(jobs);
    remember(staged, first);
    return staged;
  }

  private synchronized boolean isFirst() {
    return numbers.isEmpty();
  }

  private synchronized void remember(List<ApiJob> jobs, boolean named) throws UnavailableException {
    Map<String, String> found = jobs.stream().collect(Collectors.toMap(ApiJob::id, ApiJob::number));
    if (numbers.isEmpty()) {
      numbers = found;
    } else if (!numbers.equals(found)) {
      throw changed(found);
    }
    if (named) {
      names = JobNames.of(jobs, client.shown());
    }
  }

  private UnavailableException changed(Map<String, String> found) {
    Set<String> gone = new HashSet<>(numbers.values());
    gone.removeAll(found.values());
    if (!gone.isEmpty()) {
      return client.odd(
          "it is without job " + listed(gone) + ", which was in the one before", Hope.SOON);
    }
    Set<String> added = new HashSet<>(found.values());
    added.removeAll(numbers.values());
    // A build does not lose jobs again, so this would last.
    return added.isEmpty()
        ? client.odd("its jobs have other ids than in the one before", Hope.NONE)
        : client.odd(
            "it has job " + listed(added) + ", which was not in the one before", Hope.NONE);
  }

  private static String listed(Set<String> jobs) {
    return jobs.stream().sorted(JobNumber.ORDER).limit(5).collect(Collectors.joining(", "));
  }

  /** The name of a job; empty when nothing can be said. */
  synchronized Optional<String> name(ApiJob job) {
    return Optional.ofNullable(names.get(job.id()));
  }

  /** Asks for the numbers of stages where the answer about jobs leaves them out. */
  private List<ApiJob> withStages(List<ApiJob> jobs) throws UnavailableException {
    if (jobs.stream().noneMatch(BuildMemory::lacksNumber)) {
      return jobs;
    }
    Map<String, Integer> known = stageNumbers();
    List<ApiJob> staged = new ArrayList<>();
    for (ApiJob job : jobs) {
      if (!lacksNumber(job)) {
        staged.add(job);
        continue;
      }
      ApiStage stage = job.stage().orElseThrow();
      Optional<Integer> number = stage.id().map(known::get);
      if (number.isEmpty()) {
        throw client.odd(
            "the stage of job "
                + job.number()
                + " in it has no number, and none is told of it elsewhere",
            Hope.SOON);
      }
      staged.add(job.withStage(new ApiStage(stage.id(), number, stage.name())));
    }
    return staged;
  }

  private static boolean lacksNumber(ApiJob job) {
    return job.stage().filter(stage -> stage.number().isEmpty()).isPresent();
  }

  private Map<String, Integer> stageNumbers() throws UnavailableException {
    synchronized (this) {
      if (!stages.isEmpty()) {
        return stages;
      }
    }
    Map<String, Integer> asked = new HashMap<>();
    for (ApiStage stage : client.stages().stages()) {
      if (stage.id().isPresent() && stage.number().isPresent()) {
        asked.put(stage.id().get(), stage.number().get());
      }
    }
    synchronized (this) {
      stages = Map.copyOf(asked);
    }
    return asked;
  }
}
