package io.github.logcov.aggregate;

import static io.github.logcov.aggregate.Deliveries.lcov;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.logcov.collect.Delivery;
import io.github.logcov.collect.Requirement;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.log.Job;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.SourcePath;
import io.github.logcov.model.Totals;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.problem.Severity;
import io.github.logcov.source.PathPlacer;
import io.github.logcov.verdict.Metric;
import io.github.logcov.verdict.Threshold;
import io.github.logcov.verdict.Thresholds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The outcome of deliveries, whatever their order. */
class AggregationTest {
  private static final Thresholds NONE = new Thresholds(List.of());

  @Test
  void tellsTheSameOfTwoBoundsAtOnceInAnyOrder() {
    CoverageLimits tight = new CoverageLimits(10, 10, 1, 1);
    List<Delivery> deliveries =
        new ArrayList<>(
            List.of(
                Deliveries.of("8.1", lcov("a.py", 1, 0)),
                Deliveries.of("8.2", lcov("b.py", 1)),
                Deliveries.of("8.3", lcov("a.py", 1, 1, 1))));
    for (int turn = 0; turn < deliveries.size(); turn++) {
      Collections.rotate(deliveries, 1);

      Outcome outcome = outcome(deliveries, rules(List.of(), tight, false), NONE);

      assertThat(messages(outcome))
          .as("turn %d", turn)
          .containsExactly(
              "the union of all reports: more than 1 source files; --max-files raises that bound;"
                  + " nothing of it is shown");
      assertThat(outcome.coverage().files()).isEmpty();
    }
  }

  @Test
  void givesTheSameInAnyOrderWherePathsWaitForOtherReports() {
    String tox = "/home/travis/build/o/r/.tox/py38/lib/python3.8/site-packages/";
    List<Delivery> deliveries =
        new ArrayList<>(
            List.of(
                Deliveries.of("8.1", lcov(tox + "pkg/a.py", 1, 0, 0, 0), "tox"),
                Deliveries.of("8.2", lcov("/app/src/pkg/a.py", 0, 1, 0, 0), "app"),
                Deliveries.of("8.3", lcov("src/pkg/a.py", 0, 0, 1, 0)),
                Deliveries.of("8.4", lcov("/srv/7/src/pkg/a.py", 1, 0, 0, 0), "tox")));
    Rules rules = rules(List.of(), CoverageLimits.DEFAULT, false);
    Outcome first = outcome(deliveries, rules, NONE);

    assertThat(first.coverage().files().keySet()).containsExactly(new SourcePath("src/pkg/a.py"));
    assertThat(first.totals().line()).isEqualTo(new Ratio(3, 4));
    assertThat(first.flags().get("tox").line()).isEqualTo(new Ratio(1, 4));
    assertThat(first.problems()).isEmpty();
    for (int turn = 1; turn < deliveries.size(); turn++) {
      Collections.rotate(deliveries, 1);

      Outcome outcome = outcome(deliveries, rules, NONE);

      assertThat(outcome.totals()).as("turn %d", turn).isEqualTo(first.totals());
      assertThat(outcome.flags()).isEqualTo(first.flags());
      assertThat(outcome.jobs()).isEqualTo(first.jobs());
    }
  }

  @Test
  void refusesMorePathsThanItMayHold() {
    List<Delivery> deliveries =
        List.of(
            Deliveries.of("8.1", lcov("/srv/7/src/pkg/a.py", 1)),
            Deliveries.of("8.2", lcov("/srv/8/src/pkg/a.py", 1)),
            Deliveries.of("8.3", lcov("src/pkg/a.py", 1)));

    Outcome outcome =
        outcome(deliveries, rules(List.of(), new CoverageLimits(10, 10, 1, 100), false), NONE);

    assertThat(messages(outcome))
        .containsExactly(
            "the union of all reports: more than 1 source files; --max-files raises that bound;"
                + " nothing of it is shown");
  }

  /** Which files were still looked at depends on the order. */
  @Test
  void tellsOfNoPathWhereThereAreTooMany() {
    List<Delivery> deliveries =
        new ArrayList<>(
            List.of(
                Deliveries.of("8.1", lcov("src/pkg/a.py", 1)),
                Deliveries.of("8.2", lcov("C:/other/pkg/b.py", 1)),
                Deliveries.of("8.3", lcov("../pkg/c.py", 1)),
                Deliveries.of("8.4", lcov("/srv/8/src/pkg/a.py", 1))));
    for (int turn = 0; turn < deliveries.size(); turn++) {
      Collections.rotate(deliveries, 1);

      Outcome outcome =
          outcome(deliveries, rules(List.of(), new CoverageLimits(10, 10, 1, 100), false), NONE);

      assertThat(messages(outcome))
          .as("turn %d", turn)
          .containsExactly(
              "the union of all reports: more than 1 source files; --max-files raises that bound;"
                  + " nothing of it is shown");
    }
  }

  @Test
  void totalsAFlagAsIfItWereTheOnlyOneChosen() {
    List<Delivery> deliveries =
        List.of(
            Deliveries.of("8.1", lcov("a.py", 1, 1), "unit"),
            Deliveries.of("8.2", lcov("a.py", 1, 1, 0), "unit"),
            Deliveries.of("8.3", lcov("b.py", 0)));

    for (boolean ignored : List.of(false, true)) {
      Totals all =
          outcome(deliveries, rules(List.of(), CoverageLimits.DEFAULT, ignored), NONE)
              .flags()
              .get("unit");
      Totals chosen =
          outcome(deliveries, rules(List.of("unit"), CoverageLimits.DEFAULT, ignored), NONE)
              .totals();

      assertThat(all).isEqualTo(chosen);
      assertThat(all.line().total()).isEqualTo(ignored ? 2 : 3);
    }
  }

  @Test
  void totalsTheFirstHundredFlagsByNameInAnyOrder() {
    List<String> names = IntStream.rangeClosed(1, 105).mapToObj("f%03d"::formatted).toList();
    List<Delivery> deliveries =
        new ArrayList<>(
            names.stream().map(flag -> Deliveries.of(flag, lcov("a.py", 1), flag)).toList());
    for (int turn = 0; turn < 3; turn++) {
      Collections.rotate(deliveries, 40);

      Outcome outcome = outcome(deliveries, rules(List.of(), CoverageLimits.DEFAULT, false), NONE);

      assertThat(outcome.flags().keySet()).containsExactlyElementsOf(names.subList(0, 100));
      assertThat(outcome.problems())
          .extracting(Problem::severity, Problem::type, Problem::message)
          .containsExactly(
              tuple(
                  Severity.WARNING,
                  ProblemType.LIMIT_EXCEEDED,
                  "the reports have more than 100 flags, and totals are shown for the first 100 by"
                      + " name; see another one with --flag NAME"));
    }
  }

  @Test
  void namesBlocksOfGoThatCannotBeOfOneSource() {
    List<Delivery> deliveries =
        List.of(
            Deliveries.of("8.1", "mode: set\na.go:3.14,5.2 2 1\na.go:7.2,7.9 1 1\n"),
            Deliveries.of("8.2", "mode: count\na.go:4.2,6.2 3 0\na.go:7.2,7.9 1 4\n"),
            Deliveries.of("8.3", "mode: set\nb.go:3.14,5.2 2 1\n"));

    Outcome outcome = outcome(deliveries, rules(List.of(), CoverageLimits.DEFAULT, false), NONE);

    assertThat(outcome.problems())
        .extracting(Problem::severity, Problem::type, Problem::message)
        .containsOnlyOnce(
            tuple(
                Severity.WARNING,
                ProblemType.BLOCKS_OVERLAP,
                "a.go: the blocks 3.14,5.2(2) and 4.2,6.2(3) overlap, so jobs (8.1, 8.2) measured"
                    + " different sources, or their versions of Go cut them differently; the"
                    + " statements of the larger of such blocks count, use one version and one"
                    + " commit"));
    assertThat(outcome.totals().statement()).contains(new Ratio(2 + 1 + 2, 3 + 1 + 2));
    assertThat(outcome.conclusion()).isEqualTo(Conclusion.PASSED);
  }

  @Test
  void namesTheJobsThatSeeStatementsOfIstanbulInOtherPlaces() {
    List<Delivery> deliveries =
        List.of(
            Deliveries.of("8.1", istanbul("a.js", 1)),
            Deliveries.of("8.2", istanbul("a.js", 2)),
            Deliveries.of("8.3", istanbul("a.js", 1)),
            Deliveries.of("8.4", istanbul("b.js", 1)));

    Outcome outcome = outcome(deliveries, rules(List.of(), CoverageLimits.DEFAULT, false), NONE);

    assertThat(outcome.problems())
        .extracting(Problem::severity, Problem::type, Problem::message)
        .containsOnlyOnce(
            tuple(
                Severity.WARNING,
                ProblemType.MAPS_DIFFER,
                "a.js: jobs (8.1, 8.3 | 8.2) see its statements and branches in different places,"
                    + " so they measured different sources, or their tools differ; what is in the"
                    + " same place is united and the rest counts beside it, use one version and one"
                    + " commit"));
    assertThat(outcome.totals().statement()).contains(new Ratio(3, 3));
    assertThat(outcome.conclusion()).isEqualTo(Conclusion.PASSED);
  }

  @Test
  void namesTheJobsThatSeeAFunctionOnOtherLines() {
    List<Delivery> deliveries =
        List.of(
            Deliveries.of("8.1", functions(1, 5)),
            Deliveries.of("8.2", functions(1, 7)),
            Deliveries.of("8.3", functions(1, 5)));

    Outcome outcome = outcome(deliveries, rules(List.of(), CoverageLimits.DEFAULT, false), NONE);

    assertThat(outcome.problems())
        .extracting(Problem::severity, Problem::type, Problem::message)
        .containsOnlyOnce(
            tuple(
                Severity.WARNING,
                ProblemType.FUNCTIONS_DIFFER,
                "a.c: jobs see functions on different lines: word on line 5 (8.1, 8.3) and on line"
                    + " 7 (8.2); so they measured different sources, or other compilers number"
                    + " lines otherwise; each place counts as a function, use one version and one"
                    + " commit"));
    assertThat(outcome.totals().function()).contains(new Ratio(0, 3));
    assertThat(outcome.conclusion()).isEqualTo(Conclusion.PASSED);
  }

  /** Each of four lines. */
  private static String functions(int main, int word) {
    StringBuilder text = new StringBuilder("TN:\nSF:a.c\n");
    text.append("FN:%d,main\nFN:%d,word\n".formatted(main, word));
    for (int line = 0; line < 4; line++) {
      text.append("DA:%d,1\nDA:%d,1\n".formatted(main + line, word + line));
    }
    return text.append("end_of_record\n").toString();
  }

  private static String istanbul(String path, int line) {
    return """
    {"%s": {"path": "%s", "statementMap": {"0": {"start": {"line": %d, "column": 0}, "end": {}}},
     "s": {"0": 1}, "fnMap": {}, "f": {}, "branchMap": {}, "b": {}}}
    """
        .formatted(path, path, line);
  }

  @Test
  void judgesNoBranchesWhenTheOnlyOnesAreIgnored() {
    Thresholds branches = new Thresholds(List.of(Threshold.parse(Metric.BRANCH, "80")));
    List<Delivery> deliveries =
        List.of(
            Deliveries.of("8.1", lcov("a.py", 1)),
            Deliveries.of(
                "8.2", "SF:a.py\nDA:1,1\nDA:2,0\nBRDA:2,0,0,-\nBRDA:2,0,1,-\nend_of_record\n"));

    Outcome counted =
        outcome(deliveries, rules(List.of(), CoverageLimits.DEFAULT, false), branches);
    Outcome ignored = outcome(deliveries, rules(List.of(), CoverageLimits.DEFAULT, true), branches);

    assertThat(counted.conclusion()).isEqualTo(Conclusion.MISSED);
    assertThat(ignored.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
    assertThat(messages(ignored))
        .contains(
            "--min-branch is given, but not one branch counts: the code has none, or other options"
                + " leave none; let more count, or drop the threshold");
  }

  @Test
  void missesNoCoverageOfAJobThatNobodyLookedAt() {
    Problem unread =
        Problem.note(
            ProblemType.JOB_UNREAD,
            Origin.ofJob("8.2"),
            "not looked at any more, since job 8.1 failed");
    Delivery nothing =
        new Delivery(
            Job.ofNumber("8.2"),
            Requirement.REPORT,
            List.of(),
            Optional.empty(),
            List.of(unread),
            () -> {});

    Outcome outcome =
        outcome(
            List.of(Deliveries.of("8.1", lcov("a.py", 1)), nothing),
            rules(List.of(), CoverageLimits.DEFAULT, false),
            NONE);

    assertThat(outcome.problems()).containsExactly(unread);
  }

  @Test
  void callsNothingEmptyWhereNotEveryLogWasRead() {
    Thresholds branches = new Thresholds(List.of(Threshold.parse(Metric.BRANCH, "80")));
    Rules rules = rules(List.of(), CoverageLimits.DEFAULT, false);
    Origin origin = Origin.ofJob("8.2");
    Problem unread = Problem.note(ProblemType.JOB_UNREAD, origin, "not looked at any more");
    Problem refused = Problem.error(ProblemType.LOG_RESTRICTED, origin, "its log is restricted");
    for (Problem problem : List.of(unread, refused)) {
      Delivery other = delivery("8.2", problem);

      assertThat(outcome(List.of(other), rules, NONE).problems()).containsExactly(problem);
      assertThat(outcome(List.of(other), rules, branches).problems()).containsExactly(problem);
      assertThat(
              outcome(List.of(Deliveries.of("8.1", lcov("a.py", 1)), other), rules, branches)
                  .problems())
          .containsExactly(problem);
    }
    Delivery looked = delivery("8.2", Problem.warning(ProblemType.LOG_RESTRICTED, origin, "no"));
    assertThat(outcome(List.of(looked), rules, NONE).problems())
        .extracting(Problem::type)
        .contains(ProblemType.COVERAGE_EMPTY);
    assertThat(
            outcome(List.of(Deliveries.of("8.1", lcov("a.py", 1)), looked), rules, branches)
                .problems())
        .extracting(Problem::type)
        .contains(ProblemType.BRANCHES_NOT_MEASURED);
  }

  private static Delivery delivery(String job, Problem problem) {
    return new Delivery(
        Job.ofNumber(job),
        Requirement.REPORT,
        List.of(),
        Optional.empty(),
        List.of(problem),
        () -> {});
  }

  private static Rules rules(List<String> flags, CoverageLimits limits, boolean ignoreVariantOnly) {
    return new Rules(new Scope(flags, List.of(), List.of()), limits, false, ignoreVariantOnly);
  }

  private static List<String> messages(Outcome outcome) {
    return outcome.problems().stream().map(Problem::message).toList();
  }

  private static Outcome outcome(List<Delivery> deliveries, Rules rules, Thresholds thresholds) {
    Aggregation aggregation =
        new Aggregation(
            ReportFormats.all(FormatLimits.DEFAULT), PathPlacer.withoutCheckout(List.of()), rules);
    deliveries.forEach(aggregation::add);
    return aggregation.judge(Optional.empty(), thresholds, List.of());
  }
}
