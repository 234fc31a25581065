package io.github.logcov.summary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class LegibleJsonTest {
  private static final String TEXT =
      "{\"a\": \"\u009b \u202e \u007f \u00e4 \u20ac \ud83d\ude00 \udb40\udc41\"}\n";
  private static final String LEGIBLE =
      "{\"a\": \"\\u009b \\u202e \\u007f \u00e4 \u20ac \ud83d\ude00 \\udb40\\udc41\"}\n";

  @Test
  void writesWhatNobodySeesByItsNumber() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new LegibleJson(out).write(TEXT.getBytes(UTF_8));
    assertThat(out.toString(UTF_8)).isEqualTo(LEGIBLE);
  }

  @Test
  void doesNotDependOnHowTheBytesCome() throws IOException {
    byte[] bytes = TEXT.getBytes(UTF_8);
    for (int split = 0; split <= bytes.length; split++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      OutputStream json = new LegibleJson(out);
      json.write(bytes, 0, split);
      for (int i = split; i < bytes.length; i++) {
        json.write(bytes[i]);
      }
      assertThat(out.toString(UTF_8)).isEqualTo(LEGIBLE);
    }
  }
}
