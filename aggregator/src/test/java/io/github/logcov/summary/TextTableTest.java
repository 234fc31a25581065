package io.github.logcov.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.summary.TextTable.Align;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static TextTable table(int width) {
    return new TextTable(width)
        .column("file", Align.LEFT)
        .column("lines", Align.RIGHT)
        .column("missed", Align.LEFT);
  }

  @Test
  void alignsColumnsAndLeavesNoBlankAtTheEnd() {
    TextTable table = table(80);
    table.row("a.py", "7.00 %", "1-3, 9");
    table.row("src/b.py", "100.00 %", "");

    assertThat(table.lines())
        .containsExactly(
            "file         lines  missed", "a.py        7.00 %  1-3, 9", "src/b.py  100.00 %");
  }

  @Test
  void wrapsTheLastColumnUnderItself() {
    TextTable table = table(40);
    table.row("a.py", "7.00 %", "1-3, 9, 11, 13, 15, 17, 19, 21, 23, 25");

    assertThat(table.lines())
        .containsExactly(
            "file   lines  missed",
            "a.py  7.00 %  1-3, 9, 11, 13, 15, 17,",
            "              19, 21, 23, 25");
  }

  @Test
  void putsALongFirstCellOnALineOfItsOwn() {
    TextTable table = table(40);
    table.row("a/very/long/path/to/some/file.py", "7.00 %", "1");

    assertThat(table.lines())
        .containsExactly(
            "file                       lines  missed",
            "a/very/long/path/to/some/file.py",
            "                          7.00 %  1");
  }

  @Test
  void knowsWhetherThereIsARow() {
    TextTable table = table(80);
    assertThat(table.isEmpty()).isTrue();
    table.row("a", "b", "c");
    assertThat(table.isEmpty()).isFalse();
  }

  @Test
  void wrapsAtBlanksAndCutsNothing() {
    assertThat(TextTable.wrap("aa bb cccccc d", 5)).containsExactly("aa bb", "cccccc", "d");
    assertThat(TextTable.wrap("", 5)).containsExactly("");
  }
}
