package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarningsTest {
  private final Warnings warnings = new Warnings();

  private void addKinds(int count) {
    for (int i = 1; i <= count; i++) {
      warnings.add("kind " + i, Integer.toString(i), "odd " + i);
    }
  }

  @Test
  void tellsTheFirstOfAKindAndHowManyMoreThereAre() {
    warnings.add("negative", "2", "a is negative");
    warnings.add("unknown", "3", "XX is not known");
    warnings.add("negative", "4", "b is negative");
    warnings.add("negative", "5", "c is negative");

    assertThat(warnings.list())
        .containsExactly(
            new Report.Warning("2", "a is negative (and 2 more like it)"),
            new Report.Warning("3", "XX is not known"));
  }

  @Test
  void keepsFiftyKindsAndSaysThatThereAreMore() {
    addKinds(50);
    assertThat(warnings.list()).hasSize(50).last().isEqualTo(new Report.Warning("50", "odd 50"));

    addKinds(1_000);

    assertThat(warnings.list())
        .hasSize(51)
        .last()
        .isEqualTo(
            new Report.Warning("", "of more than 50 kinds of warnings the others are not shown"));
    assertThat(warnings.list().get(49))
        .isEqualTo(new Report.Warning("50", "odd 50 (and 1 more like it)"));
  }
}
