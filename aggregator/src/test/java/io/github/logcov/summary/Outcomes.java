package io.github.logcov.summary;

import static io.github.logcov.model.FactsBuilder.NEVER_EVALUATED;

import io.github.logcov.aggregate.Conclusion;
import io.github.logcov.aggregate.JobOutcome;
import io.github.logcov.aggregate.Outcome;
import io.github.logcov.aggregate.PayloadOutcome;
import io.github.logcov.collect.Requirement;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.Job;
import io.github.logcov.log.JobTimes;
import io.github.logcov.model.BranchId;
import io.github.logcov.model.Coverage;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.verdict.Metric;
import io.github.logcov.verdict.Threshold;
import io.github.logcov.verdict.Thresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Outcomes that every form is tried on: a tree with all its empty corners, and hostile texts. */
public final class Outcomes {
  /** What steers terminals, CIs, browsers and readers of Markdown. */
  public static final String HOSTILE =
      "\u001b[2J\u009b31m\u202egnp\u2066\u200b\u0007\u007f\ufffe::set-env##vso[x]<script>alert(1)"
          + "</script>&amp;\"'|`*_[x](http://evil.test)@octocat #123 <!-- --> ]]> \ud83d\ude00\ud83d";

  private final CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
  private final List<Threshold> thresholds = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private Optional<BuildInfo> build = Optional.empty();
  private String name = "unit tests";
  private List<String> jobs = List.of("8112.1", "8112.2", "8112.10");
  private boolean variants = true;

  /** Adds what a job says of a file. */
  Outcomes file(String job, String path, Consumer<FactsBuilder> facts) {
    FactsBuilder builder = new FactsBuilder(CoverageLimits.DEFAULT);
    facts.accept(builder);
    union.add(new Session(job), new SourcePath(path), builder.build());
    return this;
  }

  Outcomes threshold(Metric metric, String bound) {
    thresholds.add(Threshold.parse(metric, bound));
    return this;
  }

  Outcomes problem(Problem problem) {
    problems.add(problem);
    return this;
  }

  Outcomes jobs(List<String> numbers) {
    jobs = numbers;
    return this;
  }

  private Outcomes withoutVariants() {
    variants = false;
    return this;
  }

  Outcome outcome() {
    Coverage all = union.toCoverage();
    Coverage coverage = variants ? all : all.withoutVariantOnly();
    var results = new Thresholds(thresholds).check(coverage);
    boolean met = results.stream().allMatch(result -> result.met());
    return new Outcome(
        build,
        coverage,
        coverage.totals(),
        new TreeMap<>(Map.of(name, coverage.totals())),
        results,
        jobs.stream().map(number -> job(number, coverage)).toList(),
        List.copyOf(problems),
        Conclusion.of(problems, met),
        false,
        0);
  }

  private JobOutcome job(String number, Coverage coverage) {
    Session session = new Session(number);
    return new JobOutcome(
        new Job(
            Optional.of("5" + number),
            number,
            Optional.of(name),
            Optional.empty(),
            Optional.of("passed"),
            false,
            Optional.of("https://ci.test/" + number),
            new JobTimes(
                Optional.empty(),
                Optional.of(Instant.parse("2026-02-03T04:05:06.789Z")),
                Optional.empty())),
        Requirement.REPORT,
        List.of(new PayloadOutcome("coverage.xml", "cobertura", List.of(), 10, "00", 1)),
        coverage.linesBySession().getOrDefault(session, Ratio.NONE),
        coverage.onlyHere().getOrDefault(session, 0L));
  }

  /** Every outcome, by a name. */
  public static Map<String, Outcome> all() {
    Map<String, Outcome> all = new LinkedHashMap<>();
    all.put("nothing", new Outcomes().jobs(List.of()).outcome());
    all.put("no lines", new Outcomes().file("8112.1", "a.py", facts -> {}).outcome());
    all.put("tree", tree().outcome());
    all.put("tree without variants", tree().withoutVariants().outcome());
    all.put("missed", tree().threshold(Metric.LINE, "100").outcome());
    all.put("passed", tree().threshold(Metric.LINE, "1").outcome());
    all.put("no verdict", broken().outcome());
    all.put("hostile", hostile().outcome());
    return all;
  }

  /** One with everything that formats can say. */
  static Outcomes tree() {
    return new Outcomes()
        .file("8112.1", "README", facts -> {})
        .file("8112.1", "src/whole.c", Outcomes::whole)
        .file("8112.1", "src/blocks.c", facts -> blocks(facts, 0))
        .file("8112.2", "src/blocks.c", facts -> blocks(facts, 5_000_000_000L))
        .file("8112.1", "src/named.js", Outcomes::named)
        .file("8112.1", "src/exits.py", facts -> facts.missingArms(3, 4, new int[] {-1, -1, 9}))
        .file("8112.1", "src/exits.py", facts -> facts.line(3, 1))
        .file("8112.2", "src/exits.py", facts -> facts.missingArms(3, 4, new int[] {-1, 12}))
        .file("8112.1", "lib/Counted.java", facts -> counted(facts, 1))
        .file("8112.2", "lib/Counted.java", facts -> counted(facts, 1))
        .file("8112.1", "lib/OnlyArms.java", facts -> facts.countedArms(0, 2, 1))
        .file("8112.1", "pkg/json.py", facts -> json(facts, 11, 12))
        .file("8112.2", "pkg/json.py", facts -> json(facts, 13, 14))
        .file("8112.10", "pkg/variants.py", facts -> variant(facts, 7))
        .file("8112.2", "pkg/variants.py", facts -> variant(facts, -1))
        .file("8112.1", "pkg/mixed.py", facts -> json(facts, 11, 12))
        .file("8112.2", "pkg/mixed.py", facts -> facts.missingArms(10, 2, new int[] {12}))
        .file("8112.2", "pkg/mixed.py", facts -> facts.line(10, 1))
        .file("8112.1", "pkg/unnamed.py", Outcomes::unnamed)
        .file("8112.1", "pkg/guessed.rb", Outcomes::guessed)
        .file("8112.1", "go/a.go", facts -> facts.block(3, 14, 5, 2, 2, 7))
        .file("8112.1", "go/a.go", facts -> facts.block(6, 1, 7, 2, 1, 0))
        .file("8112.1", "some times.py", facts -> facts.line(1, 1))
        .file("8112.2", "some times.py", facts -> facts.line(2, 0));
  }

  private static void whole(FactsBuilder facts) {
    facts.line(1, Long.MAX_VALUE);
    facts.line(10_000_000, 1);
  }

  /** Two arms, three arms, and never evaluated ones; on line 9, which is no statement, too. */
  private static void blocks(FactsBuilder facts, long taken) {
    facts.line(4, 3);
    facts.arm(4, new BranchId("0", "0"), 3);
    facts.arm(4, new BranchId("0", "1"), taken);
    facts.arm(4, new BranchId("12", "0"), 0);
    facts.arm(4, new BranchId("12", "1"), 2);
    facts.arm(4, new BranchId("12", "2"), 0);
    facts.line(5, 0);
    facts.arm(5, new BranchId("0", "0"), NEVER_EVALUATED);
    facts.arm(5, new BranchId("0", "1"), NEVER_EVALUATED);
    facts.arm(9, new BranchId("0", "0"), 1);
    facts.arm(9, new BranchId("0", "1"), 0);
    facts.arm(0, new BranchId("0", "0"), 1);
  }

  /** Names that are no numbers, and numbers that are one to who counts. */
  private static void named(FactsBuilder facts) {
    facts.line(2, 1);
    facts.arm(2, new BranchId("istanbul", "if 1:2-3:4", "0"), 1);
    facts.arm(2, new BranchId("istanbul", "if 1:2-3:4", "1"), 0);
    facts.arm(2, new BranchId("istanbul", "switch|\n", "return from 'f'"), 0);
    facts.line(3, 1);
    facts.arm(3, new BranchId("0", "0"), 1);
    facts.arm(3, new BranchId("00", "0"), 1);
    facts.arm(3, new BranchId("0", "4294967296"), 0);
  }

  private static void counted(FactsBuilder facts, int covered) {
    facts.line(3, 1);
    facts.countedArms(3, 2, covered);
    facts.line(4, 0);
    facts.countedArms(4, 4, 0);
    facts.countedArms(7, 3, covered);
  }

  /** coverage.json: the docstring on line 1 ran and is no statement; arms are known by file. */
  private static void json(FactsBuilder facts, int missed, int taken) {
    facts.executed(1);
    facts.executed(2);
    facts.executed(10);
    facts.line(15, 0);
    facts.statements(3);
    facts.fileArms(4);
    facts.missingArc(10, missed);
    facts.executedArc(10, taken);
    facts.executedArc(10, 2);
    facts.executedArc(2, 3);
  }

  /** One toolchain leads the way out to a line, the other out of the function. */
  private static void variant(FactsBuilder facts, int exit) {
    facts.executed(3);
    facts.executed(4);
    facts.statements(2);
    facts.fileArms(2);
    facts.missingArc(3, exit);
    facts.executedArc(3, 4);
  }

  /** More arms than are named. */
  private static void unnamed(FactsBuilder facts) {
    facts.executed(8);
    facts.line(9, 0);
    facts.statements(2);
    facts.fileArms(5);
    facts.missingArc(8, 9);
    facts.executedArc(-1, 8);
  }

  private static void guessed(FactsBuilder facts) {
    facts.neverLoaded();
    facts.line(1, 0);
    facts.line(2, 0);
  }

  static Outcomes broken() {
    return tree()
        .threshold(Metric.LINE, "100")
        .problem(
            Problem.error(
                ProblemType.COVERAGE_MISSING, Origin.ofJob("8112.2"), "has no report in its log"));
  }

  private static Outcomes hostile() {
    Outcomes outcomes =
        new Outcomes()
            .jobs(List.of("8112.1", HOSTILE))
            .threshold(Metric.FILE_LINE, "100")
            .problem(
                Problem.warning(
                    ProblemType.REPORT_ODD,
                    Origin.ofJob(HOSTILE).withPayload(HOSTILE).at("1"),
                    "odd: " + HOSTILE + "\n~~~\n```\n"));
    outcomes.name = HOSTILE;
    outcomes.build =
        Optional.of(
            new BuildInfo(
                Optional.of(HOSTILE),
                Optional.of(HOSTILE),
                Optional.of(HOSTILE),
                Optional.of(HOSTILE)));
    for (String path :
        List.of(HOSTILE, "a\\|b`c.py", "a.py ", "a.py\u001b", "a.py\\u{1B}", "..", "\n", " ")) {
      outcomes.file("8112.1", path, facts -> facts.line(1, 1));
      outcomes.file(HOSTILE, path, facts -> facts.line(2, 0));
      outcomes.file(
          HOSTILE, path, facts -> facts.arm(2, new BranchId(HOSTILE, HOSTILE, HOSTILE), 0));
    }
    return outcomes;
  }

  /** A ratio of lines. */
  static Outcomes ratio(Ratio ratio) {
    return new Outcomes()
        .file(
            "8112.1",
            "a.py",
            facts -> {
              for (int line = 1; line <= ratio.total(); line++) {
                facts.line(line, line <= ratio.covered() ? 1 : 0);
              }
            });
  }
}
