package io.github.logcov.aggregate;

import io.github.logcov.collect.ProblemOrder;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.JobNumber;
import io.github.logcov.model.Coverage;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Session;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemKind;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.problem.Severity;
import io.github.logcov.verdict.ThresholdResult;
import io.github.logcov.verdict.Thresholds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From the union and the problems to the outcome.
 *
 * @param rules what counts, and whether {@code --keep-going} is given
 * @param thresholds to be met; none passes
 */
record Judgement(Rules rules, Thresholds thresholds) {
  /**
   * Judges what was read.
   *
   * @param others problems of no job
   */
  Outcome of(
      Optional<BuildInfo> build,
      Unions unions,
      Collection<JobReports> jobs,
      Collection<Problem> others) {
    Coverage whole = unions.whole();
    Coverage coverage = unions.counted(whole);
    List<Problem> problems = new ArrayList<>(others);
    jobs.forEach(job -> problems.addAll(job.problems()));
    int passedOver = rules.keepGoing() ? tolerate(problems) : 0;
    // What no option passes over.
    problems.addAll(unions.problems());
    // Where the jobs were not all looked at, nobody knows whether there is coverage.
    boolean looked = problems.stream().noneMatch(Judgement::keepsFromLooking);
    if (!unions.exceeded() && looked) {
      emptiness(coverage).ifPresent(problems::add);
    }
    List<ThresholdResult> results = thresholds.check(coverage);
    boolean met = results.stream().allMatch(ThresholdResult::met);
    Conclusion conclusion = Conclusion.of(problems, met);
    Thresholds deciding = conclusion.isVerdict() ? thresholds : new Thresholds(List.of());
    problems.addAll(VariantNotes.of(whole, rules.ignoreVariantOnly(), deciding));
    problems.sort(ProblemOrder.BY_PLACE);
    return new Outcome(
        build,
        coverage,
        coverage.totals(),
        unions.totalsByFlag(),
        results,
        outcomes(jobs, coverage),
        List.copyOf(problems),
        conclusion,
        rules.keepGoing(),
        passedOver);
  }

  /** Turns what is missing or unreadable into warnings, and counts it. */
  private static int tolerate(List<Problem> problems) {
    int count = 0;
    for (int i = 0; i < problems.size(); i++) {
      Problem problem = problems.get(i);
      ProblemKind kind = problem.type().kind();
      if (problem.severity() == Severity.ERROR
          && (kind == ProblemKind.INCOMPLETE || kind == ProblemKind.UNREADABLE)) {
        problems.set(i, problem.softened());
        count++;
      }
    }
    return count;
  }

  private static boolean keepsFromLooking(Problem problem) {
    return problem.type() == ProblemType.JOB_UNREAD
        || problem.isError() && problem.type().kind() == ProblemKind.UNAVAILABLE;
  }

  /** Nothing at all to judge, or nothing that a threshold asks for. */
  private Optional<Problem> emptiness(Coverage coverage) {
    if (coverage.totals().line().total() == 0) {
      return Optional.of(
          Problem.error(
              ProblemType.COVERAGE_EMPTY,
              Origin.NOWHERE,
              "there is no coverage at all: not one line in what the jobs delivered and --flag,"
                  + " --include and --exclude leave"));
    }
    if (!thresholds.needBranches() || coverage.totals().branch().total() > 0) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.error(
            ProblemType.BRANCHES_NOT_MEASURED,
            Origin.NOWHERE,
            coverage.hasBranches()
                ? "--min-branch is given, but not one branch counts: the code has none, or other"
                    + " options leave none; let more count, or drop the threshold"
                : "--min-branch is given, but no report measures branches; measure them (coverage"
                    + " run --branch, lcov --rc lcov_branch_coverage=1), or drop the threshold"));
  }

  private static List<JobOutcome> outcomes(Collection<JobReports> jobs, Coverage coverage) {
    Map<Session, Ratio> lines = coverage.linesBySession();
    Map<Session, Long> onlyHere = coverage.onlyHere();
    return jobs.stream()
        .sorted(
            Comparator.comparing((JobReports reports) -> reports.job().number(), JobNumber.ORDER))
        .map(reports -> reports.outcome(lines, onlyHere))
        .toList();
  }
}
