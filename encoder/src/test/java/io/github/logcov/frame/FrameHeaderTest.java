package io.github.logcov.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameHeaderTest {
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final String MINIMAL =
      "v=1\np=a.xml\nc=gzip\nn=2\ne=82\nd=0\nh=" + HASH + "\nk=01234567\ns=0\ng=16\n";

  @Test
  void writesItsFieldsInTheOrderOfTheGrammar() {
    FrameHeader header =
        FrameHeader.builder()
            .buildDir("/w d")
            .commit("c0ffee")
            .jobName("name=\t100%")
            .jobNumber("4.1")
            .jobId("77")
            .buildId("66")
            .flags(Arrays.asList("unit", "ünit", "unit"))
            .parity(64)
            .salt(31)
            .encodedCheck("01234567")
            .sha256(HASH)
            .sizes(8749, 123456789012L)
            .codec("xz")
            .carried(true)
            .format("lcov")
            .path("a/b\u007f\n.info")
            .build();

    assertThat(new String(header.text(), UTF_8))
        .isEqualTo(
            "v=1\np=a/b%7F%0A.info\nf=lcov\ny=1\nc=xz\nn=109\ne=8749\nd=123456789012\nh="
                + HASH
                + "\n"
                + "k=01234567\n"
                + "s=31\n"
                + "g=64\n"
                + "l=unit\n"
                + "l=ünit\n"
                + "l=unit\n"
                + "b=66\n"
                + "j=77\n"
                + "m=4.1\n"
                + "t=name=%09100%25\n"
                + "r=c0ffee\n"
                + "w=/w d\n");
  }

  @Test
  void readsWhatItWrote() throws MalformedHeaderException {
    FrameHeader header =
        Samples.header(new byte[] {1})
            .path("größe\n%41/\u0001x")
            .flags(Arrays.asList("", "b"))
            .carried(true)
            .build();

    FrameHeader back = FrameHeader.parse(header.text());

    assertThat(back).isEqualTo(header);
    assertThat(back.path()).isEqualTo("größe\n%41/\u0001x");
    assertThat(back.flags()).containsExactly("", "b");
    assertThat(back.carried()).isTrue();
    assertThat(back.jobNumber()).contains("8112.1");
    assertThat(back.jobName()).isEmpty();
  }

  @Test
  void leavesOutWhatIsEmptyAndPassesOverUnknownKeys() throws MalformedHeaderException {
    FrameHeader header = FrameHeader.parse((MINIMAL + "j=\nzz=new\n").getBytes(UTF_8));

    assertThat(header.jobId()).isEmpty();
    assertThat(header.toString()).isEqualTo(MINIMAL);
    assertThat(header.lines()).isEqualTo(2);
    assertThat(header.version()).isEqualTo(1);
  }

  @Test
  void readsBytesThatAreNoUtf8AsReplacementCharacters() throws MalformedHeaderException {
    byte[] text = MINIMAL.replace("a.xml", "a?.xml").getBytes(UTF_8);
    text[MINIMAL.indexOf(".xml")] = (byte) 0xe9;

    assertThat(FrameHeader.parse(text).path()).isEqualTo("a\ufffd.xml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "v=1|v=01|field v must be a whole number from 0 to 999999",
        "p=a.xml|p=|field p is missing",
        "c=gzip\\n||field c is missing",
        "n=2|n=3|n must be 2 for e=82 but was 3",
        "n=2|n=0|field n must be a whole number from 1 to 262143",
        "n=2|n=262144|field n must be a whole number from 1 to 262143",
        "n=2|n=+2|field n must be a whole number from 1 to 262143",
        "e=82|e=0|field e must be a whole number from 1 to 21233583",
        "e=82|e=99999999999999999999|field e must be a whole number from 1 to 21233583",
        "d=0|d=-1|field d must be a whole number from 0 to 576460752303423487",
        "d=0|d= 1|field d must be a whole number from 0 to 576460752303423487",
        "h=0123|h=012|field h must have 64 lower-case hex digits",
        "h=0123|h=012X|field h must have 64 lower-case hex digits",
        "k=01234567|k=0123456F|field k must have 8 lower-case hex digits",
        "s=0|s=32|field s must be a whole number from 0 to 31",
        "g=16|g=0|field g must be a whole number from 1 to 64",
        "g=16|g=65|field g must be a whole number from 1 to 64",
        "g=16\\n|g=16|its last field has no line end",
        "g=16|g=16\\ny=0|y must be 1 where it stands",
        "g=16|g=16\\ns=0|field s stands twice",
        "g=16|g=16\\nx|a field is not of the form key=value",
        "g=16|g=16\\n=x|a field is not of the form key=value",
        "g=16|g=16\\nw=%4|field w holds a % without two hex digits behind it",
        "g=16|g=16\\nw=%4g|field w holds a % without two hex digits behind it",
      })
  void refusesWhatTheGrammarDoesNotAllow(String from, String to, String message) {
    String text = MINIMAL.replace(lines(from), to == null ? "" : lines(to));

    MalformedHeaderException e =
        catchThrowableOfType(
            MalformedHeaderException.class, () -> FrameHeader.parse(text.getBytes(UTF_8)));

    assertThat(e).hasMessage("its header is not valid: " + message);
    assertThat(e.damage()).isEqualTo(FrameDamage.Cause.CORRUPT);
  }

  private static String lines(String cell) {
    return cell.replace("\\n", "\n");
  }

  @Test
  void namesAnotherVersion() {
    byte[] text = MINIMAL.replace("v=1", "v=2").getBytes(UTF_8);

    assertThatThrownBy(() -> FrameHeader.parse(text))
        .isInstanceOf(MalformedHeaderException.class)
        .hasMessage("its header has version 2, this logcov reads version 1: use a newer one")
        .extracting(e -> ((MalformedHeaderException) e).damage())
        .isEqualTo(FrameDamage.Cause.VERSION);
  }
}
