package io.github.logcov.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs that are told by probes say what their lines, arms and functions, told one by one, say. */
class ProbedSourceTest {
  private static final SourcePath PATH = new SourcePath("com/A.java");
  private static final CoverageLimits LIMITS = CoverageLimits.DEFAULT;
  private static final int PROBES = 100;

  private final Random random = new Random(20_261_122);

  /** A source of which each line, arm and function is covered by any of some probes. */
  private final class Source implements ProbedSource {
    private final int[] lines;
    private final int[][] ofLines;
    private final BranchId[] arms;
    private final int[][] ofArms;
    private final FunctionId[] functions;
    private final int[][] ofFunctions;

    Source(String name) {
      TreeSet<Integer> numbers = new TreeSet<>();
      int size = random.nextInt(200);
      // Some of them far away from the others.
      IntStream.range(0, size)
          .forEach(i -> numbers.add(1 + random.nextInt(i % 5 == 0 ? 9999 : 300)));
      lines = numbers.stream().mapToInt(line -> line).toArray();
      ofLines = probes(lines.length);
      arms = new BranchId[lines.length / 2];
      Arrays.setAll(arms, i -> new BranchId("test", name, Integer.toString(i)));
      ofArms = probes(arms.length);
      functions = new FunctionId[random.nextInt(5)];
      Arrays.setAll(functions, i -> new FunctionId("test", FunctionId.Kind.NAME, name + i));
      ofFunctions = probes(functions.length);
    }

    private int[][] probes(int count) {
      int[][] probes = new int[count][];
      Arrays.setAll(probes, i -> random.ints(random.nextInt(3), 0, PROBES).toArray());
      return probes;
    }

    /** Told one by one. */
    FileFacts facts(long[] executed) {
      FactsBuilder facts = new FactsBuilder(LIMITS);
      for (int i = 0; i < lines.length; i++) {
        facts.line(lines[i], any(ofLines[i], executed));
      }
      for (int i = 0; i < arms.length; i++) {
        facts.arm(lines[i], arms[i], any(ofArms[i], executed));
      }
      facts.measuresFunctions();
      for (int i = 0; i < functions.length; i++) {
        facts.function(functions[i], i + 1, any(ofFunctions[i], executed));
      }
      return facts.build();
    }

    private int any(int[] probes, long[] executed) {
      return IntStream.of(probes).anyMatch(p -> (executed[p >> 6] >>> p & 1) != 0) ? 1 : 0;
    }

    @Override
    public Covered covered(long[] probes) {
      return new Covered(any(ofLines, probes), any(ofArms, probes), any(ofFunctions, probes));
    }

    private long[] any(int[][] each, long[] probes) {
      return Arrays.stream(each)
          .mapToLong(
              any -> IntStream.of(any).mapToLong(probe -> probes[probe]).reduce(0, (a, b) -> a | b))
          .toArray();
    }
  }

  private long[] executed() {
    long[] executed = new long[2];
    int share = random.nextInt(4);
    for (int probe = 0; probe < PROBES; probe++) {
      if (random.nextInt(4) < share) {
        executed[probe >> 6] |= 1L << probe;
      }
    }
    return executed;
  }

  @Test
  void aRunIsEqualToWhatItSays() {
    for (int round = 0; round < 100; round++) {
      Source source = new Source("a");
      long[] executed = executed();
      FileFacts plain = source.facts(executed);
      FileFacts run = source.facts(new long[2]).inRun(source, executed);

      assertThat(run).isEqualTo(plain).hasSameHashCodeAs(plain).hasToString(plain.toString());
      assertThat(plain).isEqualTo(run);
      assertThat(run.units()).isEqualTo(plain.units());
      assertThat(run.union(plain)).isEqualTo(plain.union(plain));
      assertThat(plain.union(run)).isEqualTo(plain.union(plain));
      assertThat(run.hasBranches()).isEqualTo(plain.hasBranches());
    }
  }

  /** More runs than are worked out at once, several of one session, of one source or of two. */
  @Test
  void aUnionOfRunsIsTheUnionOfWhatTheySay() {
    for (int round = 0; round < 60; round++) {
      List<Source> sources = List.of(new Source("a"), new Source("b"));
      List<FileFacts> notRun = sources.stream().map(each -> each.facts(new long[2])).toList();
      CoverageUnion runs = new CoverageUnion(LIMITS);
      CoverageUnion plain = new CoverageUnion(LIMITS);
      CoverageUnion held = new CoverageUnion(LIMITS);
      int count = 1 + random.nextInt(200);
      int several = 1 + random.nextInt(2);
      for (int i = 0; i < count; i++) {
        Session session = new Session("1." + random.nextInt(count));
        int which = random.nextInt(several);
        long[] executed = executed();
        FileFacts run = notRun.get(which).inRun(sources.get(which), executed);
        FileFacts facts = sources.get(which).facts(executed);
        plain.add(session, PATH, facts);
        held.add(session, PATH, random.nextInt(9) == 0 ? facts : run);
        runs.add(session, PATH, run);
        if (random.nextInt(50) == 0) {
          // What was asked for stays as it is.
          Coverage now = runs.toCoverage();
          String answers = Answers.of(now);
          runs.add(session, PATH, notRun.get(which).inRun(sources.get(which), new long[2]));
          plain.add(session, PATH, notRun.get(which));
          held.add(session, PATH, notRun.get(which));
          assertThat(Answers.of(now)).isEqualTo(answers);
        }
      }

      String expected = Answers.of(plain.toCoverage());
      assertThat(Answers.of(runs.toCoverage())).isEqualTo(expected);
      CoverageUnion released = new CoverageUnion(LIMITS);
      released.addAll(held, Optional::of);
      assertThat(Answers.of(released.toCoverage())).isEqualTo(expected);
    }
  }

  @Test
  void runsThatAreHeldAreAddedToOthers() {
    Source source = new Source("a");
    FileFacts notRun = source.facts(new long[2]);
    CoverageUnion plain = new CoverageUnion(LIMITS);
    CoverageUnion into = new CoverageUnion(LIMITS);
    CoverageUnion held = new CoverageUnion(LIMITS);
    for (int i = 0; i < 10; i++) {
      long[] executed = executed();
      plain.add(new Session("1." + i), PATH, source.facts(executed));
      (i < 5 ? into : held).add(new Session("1." + i), PATH, notRun.inRun(source, executed));
    }

    into.addAll(held, Optional::of);

    assertThat(Answers.of(into.toCoverage())).isEqualTo(Answers.of(plain.toCoverage()));
  }

  @Test
  void countsNoRunAgainstTheBounds() {
    Source source = new Source("a");
    FileFacts notRun = source.facts(new long[2]);
    long units = notRun.units();
    CoverageUnion union = new CoverageUnion(units(units));
    for (int i = 0; i < 100; i++) {
      union.add(new Session("1." + i), PATH, notRun.inRun(source, executed()));
    }
    assertThat(union.toCoverage().sessions()).hasSize(100);

    CoverageUnion smaller = new CoverageUnion(units(units - 1));
    assertThatThrownBy(
            () -> smaller.add(new Session("1.1"), PATH, notRun.inRun(source, executed())))
        .isInstanceOf(LimitExceededException.class);
    assertThat(smaller.toCoverage().totals().line()).isEqualTo(Ratio.NONE);
  }

  /** What waits would grow with the reports, of which one session may have many. */
  @Test
  void doesNotLetAnyNumberOfRunsWait() {
    Source source = new Source("a");
    FileFacts notRun = source.facts(new long[2]);
    AtomicInteger workedOut = new AtomicInteger();
    ProbedSource counting =
        probes -> {
          workedOut.incrementAndGet();
          return source.covered(probes);
        };
    CoverageUnion plain = new CoverageUnion(LIMITS);
    CoverageUnion union = new CoverageUnion(LIMITS);
    for (int i = 0; i < 1000; i++) {
      long[] executed = executed();
      plain.add(new Session("1.1"), PATH, source.facts(executed));
      union.add(new Session("1.1"), PATH, notRun.inRun(counting, executed));
    }

    assertThat(workedOut.get() * ProbedSource.RUNS).isGreaterThan(700);
    assertThat(Answers.of(union.toCoverage())).isEqualTo(Answers.of(plain.toCoverage()));
  }

  @Test
  void whatWasAskedForStaysAsItIsWhenTheUnionGoesOnUnderOtherPaths() {
    Source source = new Source("a");
    FileFacts notRun = source.facts(new long[2]);
    CoverageUnion held = new CoverageUnion(LIMITS);
    held.add(new Session("1.1"), PATH, notRun.inRun(source, executed()));
    Coverage asked = held.toCoverage();
    String answers = Answers.of(asked);
    CoverageUnion released = new CoverageUnion(LIMITS);
    released.addAll(held, Optional::of);

    released.add(new Session("1.2"), PATH, notRun.inRun(source, executed()));
    released.toCoverage();

    assertThat(Answers.of(asked)).isEqualTo(answers);
  }

  private static CoverageLimits units(long most) {
    return new CoverageLimits(LIMITS.maxLine(), LIMITS.maxArmsPerLine(), LIMITS.maxFiles(), most);
  }

  @Test
  void refusesAnswersOfAnotherSource() {
    FileFacts notRun = new Source("a").facts(new long[2]);
    ProbedSource silent = probes -> new ProbedSource.Covered(new long[0], new long[0], new long[0]);

    assertThatThrownBy(() -> notRun.inRun(silent, new long[2]).toString())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
