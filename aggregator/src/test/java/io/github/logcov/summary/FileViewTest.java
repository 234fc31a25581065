package io.github.logcov.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.model.FactsBuilder;
import io.github.logcov.summary.FileView.Order;
import io.github.logcov.summary.FileView.Shown;
import org.junit.jupiter.api.Test;

class FileViewTest {
  private static final Outcomes FILES =
      new Outcomes()
          .file("1", "b.py", facts -> lines(facts, 1, 2))
          .file("1", "a.py", facts -> lines(facts, 1, 2))
          .file("1", "big.py", facts -> lines(facts, 97, 100))
          .file("1", "empty.py", facts -> {})
          .file("1", "whole.py", facts -> lines(facts, 5, 5))
          .file("1", "arms.py", facts -> lines(facts, 5, 5))
          .file("1", "arms.py", facts -> facts.countedArms(1, 4, 1));

  private static void lines(FactsBuilder facts, int covered, int total) {
    for (int line = 1; line <= total; line++) {
      facts.line(line, line <= covered ? 1 : 0);
    }
  }

  private static String paths(Shown shown, Order order) {
    return String.join(
        " ",
        new FileView(shown, order)
            .rows(FILES.outcome()).stream().map(row -> row.path().value()).toList());
  }

  @Test
  void listsWhatMissesSomethingOrAllOrNone() {
    assertThat(paths(Shown.MISSED, Order.PATH)).isEqualTo("a.py arms.py b.py big.py");
    assertThat(paths(Shown.ALL, Order.PATH))
        .isEqualTo("a.py arms.py b.py big.py empty.py whole.py");
    assertThat(paths(Shown.NONE, Order.PATH)).isEmpty();
  }

  @Test
  void putsFirstWhatMissesMost() {
    assertThat(paths(Shown.ALL, Order.MISSED))
        .isEqualTo("big.py a.py b.py arms.py empty.py whole.py");
  }

  @Test
  void putsTheLowestPercentageFirstAndNothingLast() {
    assertThat(paths(Shown.ALL, Order.PERCENT))
        .isEqualTo("a.py b.py big.py arms.py whole.py empty.py");
  }
}
