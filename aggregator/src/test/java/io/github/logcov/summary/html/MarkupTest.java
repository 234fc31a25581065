package io.github.logcov.summary.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MarkupTest {
  private final StringWriter out = new StringWriter();
  private final Markup markup = new Markup(out);

  @Test
  void textNeverBecomesMarkup() throws IOException {
    markup.element("td", "</td><script>&\"'", "title", "\" onclick=\"x<>&");

    assertThat(out)
        .hasToString(
            "<td title=\"&quot; onclick=&quot;x&lt;&gt;&amp;\">&lt;/td&gt;&lt;script&gt;&amp;&quot;'</td>");
  }

  @Test
  void showsByNumberWhatNobodySees() throws IOException {
    markup.text("a\u202eb\u001b[31m\u0000\n\u2066\ud800");

    assertThat(out).hasToString("aU+202EbU+001B[31mU+0000U+000AU+2066U+D800");
  }

  @Test
  void keepsCharactersOfAnyAlphabet() throws IOException {
    markup.text("größe-文件-\ud83d\ude00");

    assertThat(out).hasToString("größe-文件-\ud83d\ude00");
  }

  @Test
  void writesAnAttributeWithoutAValue() throws IOException {
    markup.open("p", "hidden", "", "id", "x").close();

    assertThat(out).hasToString("<p hidden id=\"x\"></p>");
  }
}
