package io.github.logcov.format;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonHeadTest {
  /** What is refused later, for its encoding or such a character, is known before. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\ufeff", " \t\r\n", "\u0001", "\ufeff\n", "\u2028", "\u2003\n"})
  void seesKeysBehindWhatIsPassedOver(String before) throws IOException {
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      // Without a mark UTF-16 is known by the first character, of ASCII.
      String mark = charset == UTF_8 || before.startsWith("\ufeff") ? "" : "\ufeff";
      byte[] text = (mark + before + "{\"a\": {\"b\": 1}, \"c\": ").getBytes(charset);

      assertThat(JsonHead.of(file(text)).keys())
          .as("%s", charset)
          .containsExactlyInAnyOrder("/a", "/a/b", "/c");
      assertThat(JsonHead.outline(file(text))).containsExactly("/a", "/a/b", "/c");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[{\"a\": 1}]", "a{\"a\": 1}", "<a>{\"a\": 1}", "\u00e4{\"a\": 1}"})
  void seesNothingInWhatIsNoObject(String text) throws IOException {
    assertThat(JsonHead.of(file(text.getBytes(UTF_8))).keys()).isEmpty();
    assertThat(JsonHead.outline(file(text.getBytes(UTF_8)))).isEmpty();
  }

  @Test
  void takesAnyBytes() throws IOException {
    byte[] bytes = {1, (byte) 0xc0, (byte) 0xc0, 0x10, 7, '{', '"', 'a', '"'};

    assertThat(JsonHead.of(file(bytes)).keys()).isEmpty();
  }

  private static ReportFile file(byte[] content) throws IOException {
    return new ReportFile("report", new ByteArrayInputStream(content));
  }
}
