package io.github.logcov.log.travis;

import io.github.logcov.log.JobNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which jobs of a build matter to the one that asks; each list by number.
 *
 * @param jobs those that do
 * @param own the job that asks, when it is one of the build
 * @param same others of its stage that do not matter
 * @param later those of later stages
 */
record SiblingChoice(
    List<ApiJob> jobs, Optional<ApiJob> own, List<ApiJob> same, List<ApiJob> later) {
  private static final int SHOWN = 5;

  SiblingChoice {
    jobs = List.copyOf(jobs);
    same = List.copyOf(same);
    later = List.copyOf(later);
  }

  /**
   * Chooses. The number of a stage is what counts, not the order of jobs.
   *
   * @param all jobs of the build, each stage with its number
   */
  static SiblingChoice of(List<ApiJob> all, OwnJob asking, String buildId, Reach reach) {
    Optional<ApiJob> own = own(all, asking, buildId);
    Optional<Integer> ownStage =
        own.isPresent()
            ? own.flatMap(SiblingChoice::stage)
            : stageNamed(all, asking.stage().filter(name -> asking.runsIn(buildId)));
    List<ApiJob> jobs = new ArrayList<>();
    List<ApiJob> same = new ArrayList<>();
    List<ApiJob> later = new ArrayList<>();
    List<ApiJob> byNumber =
        all.stream().sorted(Comparator.comparing(ApiJob::number, JobNumber.ORDER)).toList();
    for (ApiJob job : byNumber) {
      if (own.filter(job::equals).isPresent()) {
        continue;
      }
      Optional<Integer> stage = stage(job);
      int order = ownStage.isPresent() && stage.isPresent() ? stage.get() - ownStage.get() : -1;
      if (order > 0) {
        later.add(job);
      } else if (order == 0 && reach == Reach.EARLIER_STAGES) {
        same.add(job);
      } else {
        jobs.add(job);
      }
    }
    return new SiblingChoice(jobs, own, same, later);
  }

  private static Optional<ApiJob> own(List<ApiJob> all, OwnJob asking, String buildId) {
    if (!asking.mayRunIn(buildId)) {
      return Optional.empty();
    }
    return all.stream()
        .filter(job -> asking.id().filter(job.id()::equals).isPresent())
        .findFirst()
        .or(
            () ->
                all.stream()
                    .filter(job -> asking.number().filter(job.number()::equals).isPresent())
                    .findFirst());
  }

  private static Optional<Integer> stageNamed(List<ApiJob> all, Optional<String> name) {
    return name.flatMap(
        wanted ->
            all.stream()
                .flatMap(job -> job.stage().stream())
                .filter(stage -> stage.name().filter(wanted::equalsIgnoreCase).isPresent())
                .flatMap(stage -> stage.number().stream())
                .findFirst());
  }

  private static Optional<Integer> stage(ApiJob job) {
    return job.stage().flatMap(ApiStage::number);
  }

  /** What was left out; empty when nothing was. */
  Optional<String> note() {
    List<String> parts = new ArrayList<>();
    own.ifPresent(job -> parts.add("job " + job.number() + ", which runs this"));
    if (!same.isEmpty()) {
      parts.add(
          own.isPresent()
              ? count(same, "other job", "other jobs") + " of its stage" + numbers(same)
              : count(same, "job", "jobs") + " of the stage that runs this" + numbers(same));
    }
    if (!later.isEmpty()) {
      parts.add(
          (later.size() == 1 ? "1 job of a later stage" : later.size() + " jobs of later stages")
              + numbers(later));
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("left out: " + String.join("; ", parts));
  }

  private static String count(List<ApiJob> jobs, String one, String many) {
    return jobs.size() + " " + (jobs.size() == 1 ? one : many);
  }

  private static String numbers(List<ApiJob> jobs) {
    String first = jobs.stream().limit(SHOWN).map(ApiJob::number).collect(Collectors.joining(", "));
    return ": " + first + (jobs.size() > SHOWN ? " and " + (jobs.size() - SHOWN) + " more" : "");
  }
}
