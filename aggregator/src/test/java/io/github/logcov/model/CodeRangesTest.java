package io.github.logcov.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ranges of V8's that some jobs list, and others leave out since they always took them. */
class CodeRangesTest {
  private static final int WIDTH = 40;

  /** {@code return x ? 1 : 2}: each job lists the way that it did not go. */
  @Test
  void whatAJobLeavesOutRanAsOftenAsWhatIsAroundIt() {
    FactsBuilder first = lines(1, 1, 1);
    first.range(1, 0, 3, WIDTH, 1);
    first.range(2, 10, 2, 14, 0);
    FactsBuilder second = lines(1, 1, 1);
    second.range(1, 0, 3, WIDTH, 1);
    second.range(2, 14, 2, 18, 0);

    assertThat(arms(first.build(), second.build())).isEqualTo(new ArmBounds(3, 3, 3));
  }

  /** The first job never called the function, which has no name, and so is not listed there. */
  @Test
  void doesNotTakeAFunctionWithoutANameForOneThatRan() {
    FactsBuilder first = lines(1, 1, 1);
    first.range(1, 0, 3, WIDTH, 1);
    FactsBuilder second = lines(1, 1, 1);
    second.range(1, 0, 3, WIDTH, 1);
    second.range(2, 8, 2, 20, 3);
    second.range(2, 14, 2, 18, 0);

    assertThat(arms(first.build(), second.build())).isEqualTo(new ArmBounds(2, 2, 3));
  }

  /**
   * The same on lines of its own: the job says of these that they did not run, or that they did.
   */
  @Test
  void believesTheCountOfAWholeLine() {
    FactsBuilder ran = lines(1, 1, 1, 1, 1);
    ran.range(1, 0, 5, WIDTH, 1);
    FactsBuilder did = lines(1, 1, 0, 1, 1);
    did.range(1, 0, 5, WIDTH, 1);
    did.range(2, 20, 4, 10, 3);
    did.range(2, 30, 4, 2, 0);
    FactsBuilder not = lines(1, 1, 0, 1, 1);
    not.range(1, 0, 5, WIDTH, 1);

    FileFacts lists = did.build();

    assertThat(arms(ran.build(), lists)).isEqualTo(new ArmBounds(3, 3, 3));
    assertThat(arms(not.build(), lists)).isEqualTo(new ArmBounds(2, 2, 3));
  }

  /** {@code return f(); function f() {...}}: what is behind the return never runs, but f does. */
  @Test
  void doesNotTakeDeadCodeForRunSinceAFunctionInItRan() {
    FactsBuilder facts = lines(1, 1, 1, 1, 1);
    facts.range(1, 0, 5, WIDTH, 1);
    facts.range(1, 20, 5, 0, 0);
    facts.range(2, 0, 4, WIDTH, 1);
    FileFacts dead = facts.build();

    assertThat(arms(dead, dead)).isEqualTo(new ArmBounds(2, 2, 3));
  }

  @Test
  void takesNothingFromAnotherSource() {
    FactsBuilder first = lines(1, 1, 1);
    first.range(1, 0, 3, WIDTH, 1);
    first.range(2, 10, 2, 14, 0);
    FactsBuilder second = lines(1, 1, 1);
    second.layout(8);
    second.range(1, 0, 3, WIDTH, 1);
    second.range(2, 14, 2, 18, 0);

    assertThat(arms(first.build(), second.build())).isEqualTo(new ArmBounds(1, 1, 3));
  }

  @Test
  void concludesNothingFromRangesThatOverlap() {
    FactsBuilder first = lines(1, 1, 1);
    first.range(1, 0, 3, WIDTH, 1);
    first.range(2, 10, 2, 14, 0);
    FactsBuilder odd = lines(1, 1, 1);
    odd.range(1, 0, 3, 5, 1);
    odd.range(2, 20, 3, WIDTH, 1);

    assertThat(arms(first.build(), odd.build())).isEqualTo(new ArmBounds(3, 3, 4));
  }

  /** Never more than truly ran, most of it, in any order of jobs, and never less for more. */
  @Test
  void findsOfRandomProgramsWhatTheyRan() {
    Random random = new Random(20_261_122L);
    long truth = 0;
    long found = 0;
    long listed = 0;
    for (int round = 0; round < 2_000; round++) {
      V8Program program = new V8Program(random);
      List<FileFacts> jobs = new ArrayList<>();
      for (int job = 0; job < 4; job++) {
        jobs.add(program.run(random));
      }
      ArmBounds arms = arms(jobs.toArray(FileFacts[]::new));
      long ran = program.listedAndRan();

      assertThat(arms.lower()).isLessThanOrEqualTo(ran);
      assertThat(arms(jobs.get(0), jobs.get(1)).lower()).isLessThanOrEqualTo(arms.lower());
      Collections.shuffle(jobs, random);
      assertThat(arms(jobs.toArray(FileFacts[]::new))).isEqualTo(arms);
      truth += ran;
      found += arms.lower();
      listed += program.listedAsRun();
    }
    assertThat(found - listed).isGreaterThan((truth - listed) * 8 / 10);
  }

  /** A source whose lines are all of one width. */
  static FactsBuilder lines(long... hits) {
    FactsBuilder facts = new FactsBuilder(CoverageLimits.DEFAULT);
    for (int i = 0; i < hits.length; i++) {
      facts.statement(i + 1, 0, i + 1, WIDTH, hits[i]);
    }
    facts.layout(7);
    return facts;
  }

  private static ArmBounds arms(FileFacts... jobs) {
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    SourcePath path = new SourcePath("a.js");
    Arrays.stream(jobs).forEach(job -> union.add(new Session("1." + job.hashCode()), path, job));
    return union.toCoverage().files().get(path).arms();
  }
}
