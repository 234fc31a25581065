package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlHeadTest {
  private static final XmlHead NONE = new XmlHead("", Set.of(), "");

  @Test
  void looksBehindAllThatMayComeFirst() {
    assertThat(
            head(
                "<?xml version='1.0'?><!-- <a> -->\n<?pi <b>?><!DOCTYPE r [<!ENTITY e \"<c>\">]>\n"
                    + "<r one = '1'\n two=\">\"><!-- <x> -->text<?pi?><child/>"))
        .isEqualTo(new XmlHead("r", Set.of("one", "two"), "child"));
  }

  @Test
  void looksAtAnEmptyRoot() {
    assertThat(head("<r a='1'/>")).isEqualTo(new XmlHead("r", Set.of("a"), ""));
    assertThat(head("<r/><x/>")).isEqualTo(new XmlHead("r", Set.of(), ""));
    assertThat(head("<r></r>")).isEqualTo(new XmlHead("r", Set.of(), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "Shift_JIS"})
  void looksThroughEveryEncoding(String encoding) {
    String text = "<?xml version='1.0' encoding='" + encoding + "'?><r a='1'><b/></r>";

    assertThat(XmlHead.of(Fixtures.file(text.getBytes(Charset.forName(encoding)))))
        .isEqualTo(new XmlHead("r", Set.of("a"), "b"));
  }

  @Test
  void looksThroughEncodingsNobodyKnows() {
    assertThat(head("<?xml version='1.0' encoding='klingon'?><r/>"))
        .isEqualTo(new XmlHead("r", Set.of(), ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<?xml",
        "text <r/>",
        "< r/>",
        "<1/>",
        "<!-- <r/>",
        "<!DOCTYPE r [ <r/>",
        "<!DOCTYPE r><!DOCTYPE r [ <r/>"
      })
  void findsNothingInWhatIsNoXml(String text) {
    assertThat(head(text)).isEqualTo(NONE);
  }

  @Test
  void findsNothingThatBeginsTooLate() {
    assertThat(head("<!--" + "x".repeat(5000) + "--><r/>")).isEqualTo(NONE);
  }

  private static XmlHead head(String text) {
    return XmlHead.of(Fixtures.file(text.getBytes(StandardCharsets.UTF_8)));
  }
}
