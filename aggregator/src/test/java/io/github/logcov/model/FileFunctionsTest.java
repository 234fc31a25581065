package io.github.logcov.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.model.FunctionId.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Functions of a file: what they are known by, what is one and what is covered. */
class FileFunctionsTest {
  private static final SourcePath PATH = new SourcePath("a");

  @Test
  void aFunctionIsCoveredWhenAnyJobRanIt() {
    FileCoverage file =
        file(
            facts -> {
              facts.function(byLine("f"), 1, 2);
              facts.function(byLine("g"), 4, 0);
            },
            facts -> {
              facts.function(byLine("f"), 1, 0);
              facts.function(byLine("g"), 4, 0);
            });

    assertThat(file.functions()).contains(new Ratio(1, 2));
    assertThat(file.facts().toString()).isEqualTo("@1{f}:2 @4{g}:0");
  }

  @Test
  void hitsSaturate() {
    FileCoverage file =
        file(
            facts -> facts.function(byLine("f"), 1, Long.MAX_VALUE),
            facts -> facts.function(byLine("f"), 1, 5));

    assertThat(file.facts().toString()).isEqualTo("@1{f}:9223372036854775807");
  }

  @Test
  void aNameThatIsEnoughIsOneFunctionOnWhateverLine() {
    FunctionId id = new FunctionId("jacoco", Kind.NAME, "A.run()V");

    FileCoverage file = file(facts -> facts.function(id, 7, 0), facts -> facts.function(id, 5, 1));

    assertThat(file.functions()).contains(new Ratio(1, 1));
    assertThat(file.disagreements().functions()).isEmpty();
    assertThat(file.facts().toString()).isEqualTo("@5{A.run()V}:1");
  }

  @Test
  void namesOfOneLineAreOneFunctionWhereAReportSaysSo() {
    FileCoverage file =
        file(
            facts -> {
              facts.function(byLine("f<int>"), 3, 0);
              facts.function(byLine("f<double>"), 3, 1);
              facts.function(byLine("g"), 9, 0);
            },
            facts -> {
              facts.function(byLine("f<int>"), 3, 0);
              facts.functionAliases(3);
            });

    assertThat(file.functions()).contains(new Ratio(1, 2));
  }

  @Test
  void ofTwoFormatsTheLargerNumberCountsAndTheBestOfThem() {
    FileCoverage file =
        file(
            facts -> {
              facts.function(byLine("f"), 1, 1);
              facts.function(byLine("g"), 4, 1);
            },
            facts -> {
              facts.function(new FunctionId("other", Kind.PLACE, "0"), 1, 0);
              facts.function(new FunctionId("other", Kind.PLACE, "4"), 1, 0);
              facts.function(new FunctionId("other", Kind.PLACE, "0"), 4, 1);
            });

    assertThat(file.functions()).contains(new Ratio(2, 3));
  }

  @Test
  void oneReportOfLinesWithoutFunctionsLeavesThemUnknown() {
    FileCoverage file = file(facts -> facts.function(byLine("f"), 1, 1), facts -> facts.line(1, 1));

    assertThat(file.functions()).isEmpty();
  }

  @Test
  void aReportThatMeasuresFunctionsMayFindNone() {
    FileCoverage file =
        file(
            facts -> {
              facts.line(1, 1);
              facts.measuresFunctions();
            },
            facts -> {});

    assertThat(file.functions()).contains(Ratio.NONE);
    assertThat(file(facts -> facts.line(1, 1)).facts().measuringFunctions().functions())
        .isEqualTo(FileFunctions.NONE);
  }

  @Test
  void totalsAreThereWhereAllFilesHaveThem() {
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    union.add(new Session("1.1"), PATH, facts(facts -> facts.function(byLine("f"), 1, 1)));
    Coverage one = union.toCoverage();
    union.add(new Session("1.1"), new SourcePath("b"), facts(facts -> facts.line(1, 1)));

    assertThat(one.totals().function()).contains(new Ratio(1, 1));
    assertThat(union.toCoverage().totals().function()).isEmpty();
    assertThat(Coverage.empty().totals().function()).isEmpty();
  }

  @Test
  void missedFunctionsThatBeginOnAnIgnoredLineDoNotCount() {
    FileCoverage file =
        file(
            facts -> {
              facts.line(1, 1);
              facts.line(8, 0);
              facts.function(byLine("f"), 1, 0);
              facts.function(byLine("only there"), 8, 0);
              facts.function(byLine("ran"), 8, 1);
            },
            facts -> {
              facts.line(1, 1);
              facts.function(byLine("f"), 1, 0);
            });

    assertThat(file.functions()).contains(new Ratio(1, 3));
    assertThat(file.withoutVariantOnly().functions()).contains(new Ratio(1, 2));
  }

  @Test
  void aGuessOfASourceThatWasNeverLoadedYields() {
    FileCoverage file =
        file(
            facts -> {
              facts.function(byLine("guessed"), 3, 0);
              facts.neverLoaded();
            },
            facts -> facts.function(byLine("f"), 1, 1));

    assertThat(file.functions()).contains(new Ratio(1, 1));
  }

  @Test
  void aFunctionWhereAnotherSessionHasOtherCodeHasMoved() {
    FileCoverage file =
        file(
            facts -> {
              lines(facts, 1, 2, 3, 6, 7);
              facts.function(byLine("f"), 1, 1);
              facts.function(byLine("g"), 6, 1);
            },
            facts -> {
              lines(facts, 2, 3, 4, 7, 8);
              facts.function(byLine("f"), 2, 1);
              facts.function(byLine("g"), 7, 1);
            });

    assertThat(file.disagreements().functions())
        .containsExactly(
            new MovedFunction(
                "f",
                new TreeMap<>(
                    Map.of(1, List.of(new Session("1.0")), 2, List.of(new Session("1.1"))))),
            new MovedFunction(
                "g",
                new TreeMap<>(
                    Map.of(6, List.of(new Session("1.0")), 7, List.of(new Session("1.1"))))));
  }

  @Test
  void functionsForEachOfTwoSystemsHaveNotMoved() {
    FileCoverage file =
        file(
            facts -> {
              lines(facts, 1, 2, 4, 5, 12, 13);
              facts.function(byLine("f"), 1, 1);
              facts.function(byLine("g"), 4, 1);
              facts.function(byLine("h"), 12, 1);
            },
            facts -> {
              lines(facts, 7, 8, 9, 10, 12, 13);
              facts.function(byLine("f"), 7, 1);
              facts.function(byLine("g"), 9, 1);
              facts.function(byLine("h"), 12, 1);
            });

    assertThat(file.functions()).contains(new Ratio(5, 5));
    assertThat(file.disagreements().functions()).isEmpty();
  }

  @Test
  void findsTheLineBeforeAndBehindInASet() {
    LineSet lines = LineSet.of(new int[] {1, 63, 64, 200});

    assertThat(lines.next(0)).isEqualTo(1);
    assertThat(lines.next(2)).isEqualTo(63);
    assertThat(lines.next(64)).isEqualTo(64);
    assertThat(lines.next(65)).isEqualTo(200);
    assertThat(lines.next(201)).isEqualTo(Integer.MAX_VALUE);
    assertThat(lines.before(1)).isZero();
    assertThat(lines.before(63)).isEqualTo(1);
    assertThat(lines.before(64)).isEqualTo(63);
    assertThat(lines.before(200)).isEqualTo(64);
    assertThat(lines.before(Integer.MAX_VALUE)).isEqualTo(200);
    assertThat(LineSet.EMPTY.next(1)).isEqualTo(Integer.MAX_VALUE);
    assertThat(LineSet.EMPTY.before(9)).isZero();
  }

  @Test
  void aNameThatOneReportHasTwiceHasNotMoved() {
    FileCoverage file =
        file(
            facts -> {
              lines(facts, 1, 2, 5, 6);
              facts.function(byLine("f"), 1, 1);
              facts.function(byLine("f"), 5, 1);
            },
            facts -> {
              lines(facts, 2, 3);
              facts.function(byLine("f"), 2, 1);
            });

    assertThat(file.disagreements().functions()).isEmpty();
  }

  private static void lines(FactsBuilder facts, int... lines) {
    for (int line : lines) {
      facts.line(line, 1);
    }
  }

  @Test
  void functionsAndTheirLongNamesCountAgainstTheBound() {
    FactsBuilder facts = new FactsBuilder(new CoverageLimits(10, 10, 10, 5));
    facts.function(byLine("f"), 1, 1);
    facts.function(byLine("x".repeat(600)), 1, 1);

    assertThat(facts.units()).isEqualTo(1 + 3);
    assertThatThrownBy(() -> facts.function(byLine("x".repeat(600)), 2, 1))
        .isInstanceOf(LimitExceededException.class)
        .hasMessage("more than 5 lines, arms and functions; --max-units raises that bound");
    assertThatThrownBy(() -> facts.function(byLine("f"), 11, 1))
        .isInstanceOf(LimitExceededException.class)
        .hasMessage("line number 11 is above 10; --max-line raises that bound");
  }

  @Test
  void whatCameTwiceIsOneInAnyOrder() {
    FileFacts facts =
        facts(
            builder -> {
              for (int i = 40; i > 0; i--) {
                builder.function(byLine("f" + i % 4), 1 + i % 2, 1);
              }
            });

    assertThat(facts.toString()).isEqualTo("@1{f0}:10 @1{f2}:10 @2{f1}:10 @2{f3}:10");
    assertThat(facts.units()).isEqualTo(4);
  }

  private static FunctionId byLine(String name) {
    return new FunctionId("", Kind.NAME_AND_LINE, name);
  }

  private static FileFacts facts(Consumer<FactsBuilder> claims) {
    FactsBuilder builder = new FactsBuilder(CoverageLimits.DEFAULT);
    claims.accept(builder);
    return builder.build();
  }

  @SafeVarargs
  private static FileCoverage file(Consumer<FactsBuilder>... reports) {
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    for (int i = 0; i < reports.length; i++) {
      union.add(new Session("1." + i), PATH, facts(reports[i]));
    }
    return union.toCoverage().files().get(PATH);
  }
}
