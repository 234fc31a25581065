package io.github.logcov.aggregate;

import io.github.logcov.collect.ProblemOrder;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.model.Coverage;
import io.github.logcov.model.Totals;
import io.github.logcov.problem.Problem;
import io.github.logcov.verdict.ThresholdResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The result of a run, all that any summary shows.
 *
 * @param build what is known of the build; empty for saved logs without it
 * @param coverage the union of what could be read
 * @param totals of the union
 * @param flags totals of the reports emitted with each flag, by flag; empty when no report has one
 * @param thresholds each threshold, held against the union
 * @param jobs the chosen jobs in numeric order
 * @param problems all of them, by job and place
 * @param conclusion how the run ends
 * @param keptGoing whether {@code --keep-going} was given
 * @param passedOver how many problems it turned into warnings
 */
public record Outcome(
    Optional<BuildInfo> build,
    Coverage coverage,
    Totals totals,
    SortedMap<String, Totals> flags,
    List<ThresholdResult> thresholds,
    List<JobOutcome> jobs,
    List<Problem> problems,
    Conclusion conclusion,
    boolean keptGoing,
    int passedOver) {

  /** The same with one more problem, which has become known while it was written. */
  public Outcome with(Problem problem) {
    List<Problem> more = new ArrayList<>(problems);
    more.add(problem);
    more.sort(ProblemOrder.BY_PLACE);
    return new Outcome(
        build,
        coverage,
        totals,
        flags,
        thresholds,
        jobs,
        List.copyOf(more),
        Conclusion.of(more, thresholds.stream().allMatch(ThresholdResult::met)),
        keptGoing,
        passedOver);
  }
}
