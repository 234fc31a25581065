package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineCursorTest {
  private static final int BUFFER = 1 << 16;

  @Test
  void cutsBlanksAndCarriageReturnsAtTheEnd() throws Exception {
    assertThat(lines("a \t\r\n b\r\r\n\n\r\nlast", 100)).containsExactly("a", " b", "", "", "last");
  }

  @Test
  void readsLinesAcrossTheBuffer() throws Exception {
    for (int length = BUFFER - 3; length <= BUFFER + 3; length++) {
      String first = "x".repeat(length);

      assertThat(lines(first + "\nsecond\nthird", BUFFER + 10))
          .containsExactly(first, "second", "third");
    }
  }

  @Test
  void readsALineThatIsLongerThanManyBuffers() throws Exception {
    String longest = "y".repeat(5 * BUFFER + 17);

    assertThat(lines("a\n" + longest + "\nb\n", 6 * BUFFER)).containsExactly("a", longest, "b");
  }

  @Test
  void refusesALineAboveTheBound() throws Exception {
    assertThat(lines("a\n12345\n", 5)).containsExactly("a", "12345");
    assertThatThrownBy(() -> lines("a\n123456\n", 5))
        .isInstanceOf(MalformedReportException.class)
        .hasMessage("a line has more than 5 bytes; --max-string raises that bound")
        .extracting(e -> ((MalformedReportException) e).place())
        .isEqualTo("2");
    assertThatThrownBy(() -> lines("z".repeat(10 * BUFFER), BUFFER))
        .isInstanceOf(MalformedReportException.class);
  }

  @Test
  void keepsAByteOrderMarkThatIsNotAtTheStart() throws Exception {
    assertThat(lines("\ufeffa\n\ufeffb", 100)).containsExactly("a", "\ufeffb");
  }

  private static List<String> lines(String text, int maxLength) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    LineCursor cursor = new LineCursor(new ByteArrayInputStream(bytes), maxLength);
    List<String> lines = new ArrayList<>();
    while (cursor.next()) {
      lines.add(cursor.text(cursor.start(), cursor.end()));
    }
    return lines;
  }
}
