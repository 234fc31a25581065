package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What JSON is, and what is none: in tables, beside Moshi's reader, and in any pieces. */
class JsonTokensTest {
  private static final int DOCUMENTS = 10_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-1",
        "10",
        "1.0",
        "1.5e3",
        "1E5",
        "1e+5",
        "1e-5",
        "0e1",
        "0.0",
        "1e999",
        "123456789012345678901234567890",
        "true",
        "false",
        "null",
        "\"\"",
        "\"\\u0000\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u00E9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\u007f\"",
        "\"é中😀\u2028\uffff\"",
        "[]",
        "{}",
        "[[]]",
        "[{}]",
        "{\"\":0}",
        "{\"a\":1,\"a\":2}",
        " \t\r\n[ 1 , 2 ] \t\r\n",
        "\ufeff[]",
        "[null,true,1,\"\"]",
        "{\"a\" : {\"b\" : [1 , {\"c\" : null}]}}"
      })
  void takesWhatIsJson(String text) throws IOException {
    byte[] document = text.getBytes(StandardCharsets.UTF_8);

    assertThat(last(events(document))).isEqualTo(JsonEvents.END);
    assertThat(JsonEvents.skipped(new ByteArrayInputStream(document))).isEqualTo(JsonEvents.END);
  }

  /** Characters stand for bytes of that number; the last column is the byte, counted from 1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "01;2",
        "-01;3",
        "00;2",
        "+1;1",
        ".5;1",
        "-.5;2",
        "1.;3",
        "[1.];4",
        "1.e1;3",
        "1e;3",
        "[1e];4",
        "1e+;4",
        "-;2",
        "[-];3",
        "--1;2",
        "1-;2",
        "0x1;2",
        "1_0;2",
        "1 2;3",
        "NaN;1",
        "Infinity;1",
        "-Infinity;2",
        "nul;4",
        "nulL;4",
        "True;1",
        "tRue;2",
        "truex;5",
        "[tru];5",
        "nullnull;5",
        "'a';1",
        "a;1",
        "`\"`;2",
        "`\"a`;3",
        "`\"\\`;3",
        "`\"\\x\"`;3",
        "`\"\\'\"`;3",
        "`\"\\\n\"`;3",
        "`\"\\u12\"`;6",
        "`\"\\u12g4\"`;6",
        "`\"\\U0041\"`;3",
        "`\"\n\"`;2",
        "`\"a\tb\"`;3",
        "`\"\u0001\"`;2",
        "`\"\u001f\"`;2",
        "`\"a\"b`;4",
        "[;2",
        "];1",
        "{;2",
        "};1",
        "[1;3",
        "[1,;4",
        "[1,];4",
        "[,1];2",
        "[,];2",
        "[1,,2];4",
        "[1 2];4",
        "[1:2];3",
        "[1};3",
        "{]};2",
        "{1:2};2",
        "{a:1};2",
        "{'a':1};2",
        "`{\"a\"};5`;5",
        "`{\"a\":}`;6",
        "`{\"a\" 1}`;6",
        "`{\"a\":1,}`;8",
        "`{,\"a\":1}`;2",
        "`{\"a\":1`;7",
        "`{\"a\"`;5",
        "`{\"a\":`;6",
        "`{\"a\":1 \"b\":2}`;8",
        "`{\"a\"=1}`;5",
        "`{\"a\":1;}`;7",
        "[] [];4",
        "{} x;4",
        "[]];3",
        "1,;2",
        "/* x */ 1;1",
        "1 // x;3",
        "# x;1",
        "[1]\f;4",
        "\f[1];1",
        "\u00c2\u00a0;1",
        "[\u00c2\u00a0];2",
        "``;1",
        "` `;2",
        "`\n\n`;3",
        "[\u00ef\u00bb\u00bf];2",
      })
  void refusesWhatIsNoneAtTheFirstByteThatCannotBe(String text, int at) throws IOException {
    byte[] document = text.getBytes(StandardCharsets.ISO_8859_1);
    String found = at > document.length ? "the text ends" : "here is something else";

    String refused = "refused byte " + at + ": well-formed JSON was expected, but " + found + " (";
    assertThat(last(events(document))).startsWith(refused);
    assertThat(JsonEvents.skipped(new ByteArrayInputStream(document))).startsWith(refused);
  }

  /** Hexadecimal bytes of a string, and where it is wrong among them. */
  @ParameterizedTest
  @CsvSource({
    "80,1",
    "ff,1",
    "fe,1",
    "61bf,2",
    "c3,1",
    "c328,1",
    "c0af,1",
    "c1bf,1",
    "e282,1",
    "e28228,1",
    "e08080,1",
    "e09fbf,1",
    "eda080,1",
    "edbfbf,1",
    "f0808080,1",
    "f08fbfbf,1",
    "f0908d,1",
    "f4908080,1",
    "f5808080,1",
    "f8888080,1",
    "c3a9c3,3",
    "f09f9880ff,5",
    "7fe9,2",
  })
  void refusesWhatIsNotUtf8(String hex, int at) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    byte[] document =
        concat(
            "[\"".getBytes(StandardCharsets.UTF_8), bytes, "\"]".getBytes(StandardCharsets.UTF_8));

    String refused =
        "refused byte "
            + (2 + at)
            + ": wrong encoding: UTF-8 was expected, but these bytes are not";
    assertThat(isUtf8(document)).isFalse();
    assertThat(last(events(document))).isEqualTo(refused);
    assertThat(JsonEvents.skipped(new ByteArrayInputStream(document))).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({"0000feff,", "feff005b,", "fffe5b00,", "5b005d00,", "005b005d,"})
  void refusesUtf16(String hex) throws IOException {
    byte[] document = HexFormat.of().parseHex(hex);

    assertThat(last(events(document)))
        .matches("refused (: wrong encoding: .* these bytes are UTF-16|byte 1: JSON text .*)");
  }

  /** Every character of Unicode, as it is and as an escape. */
  @Test
  void readsAllCharacters() throws Exception {
    StringBuilder text = new StringBuilder("[");
    StringBuilder expected = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean surrogate = c >= 0xd800 && c <= 0xdfff;
      if (c >= ' ' && c != '"' && c != '\\' && !surrogate) {
        text.append('"').appendCodePoint(c).append("\",");
        expected.appendCodePoint(c).append(' ');
      }
      if (c < 0x10000) {
        text.append(String.format("\"\\u%04x\",", c));
        expected.append((char) c).append(' ');
      }
    }
    byte[] document = text.append("\"\"]").toString().getBytes(StandardCharsets.UTF_8);
    JsonCursor cursor = new JsonCursor(Fixtures.file(document), FormatLimits.DEFAULT);
    StringBuilder read = new StringBuilder();

    cursor.array(() -> read.append(cursor.string("a character")).append(' '));

    assertThat(read.toString().equals(expected + " ")).isTrue();
  }

  @Test
  void readsRandomDocumentsAndMutantsAsMoshiDoes() throws Exception {
    int[] accepted = {0};
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      RandomJson random = new RandomJson(seed);
      byte[] document = random.document();
      compare(document, seed, accepted);
      compare(random.mutant(document), seed, accepted);
    }

    // Otherwise little would be compared.
    assertThat(accepted[0]).isGreaterThan(DOCUMENTS / 2);
  }

  private static void compare(byte[] document, int seed, int[] accepted) throws IOException {
    boolean numbers = seed % 2 == 0;
    List<String> ours = JsonEvents.of(JsonEvents.pieces(document, 1 + seed % 70), numbers);
    String shown = seed + ": " + new String(document, StandardCharsets.UTF_8);
    String skipped = JsonEvents.skipped(new ByteArrayInputStream(document));
    assertThat(place(skipped)).as(shown).isEqualTo(place(last(ours)));
    if (!isUtf8(document) || new String(document, StandardCharsets.UTF_8).indexOf('\0') >= 0) {
      // Moshi looks at neither.
      assertThat(last(ours)).as(shown).startsWith(JsonEvents.REFUSED);
      return;
    }
    int mark = JsonBytes.markLength(document);
    byte[] unmarked = Arrays.copyOfRange(document, mark, document.length);
    List<String> moshis = JsonEvents.ofMoshi(unmarked, numbers);
    boolean refused = last(ours).startsWith(JsonEvents.REFUSED);
    if (refused && last(moshis).startsWith(JsonEvents.REFUSED)) {
      // One of them may have seen a number or word that goes on wrongly, and the other none.
      int common = Math.min(ours.size(), moshis.size()) - 1;
      assertThat(ours.subList(0, common)).as(shown).isEqualTo(moshis.subList(0, common));
    } else if (refused) {
      assertThat(isLetThroughByMoshi(document, last(ours))).as(shown + last(ours)).isTrue();
    } else {
      assertThat(ours).as(shown).isEqualTo(moshis);
      accepted[0]++;
    }
  }

  /** Control characters in strings, an apostrophe or line end as escape, words in capitals. */
  private static boolean isLetThroughByMoshi(byte[] document, String refused) {
    int at = Integer.parseInt(place(refused).substring("byte ".length())) - 1;
    boolean escaped = at > 0 && at < document.length && document[at - 1] == '\\';
    return at < document.length
        && (document[at] < ' ' && document[at] >= 0
            || escaped && document[at] == '\''
            || "TRUEFALSN".indexOf(document[at]) >= 0);
  }

  static Stream<byte[]> documents() {
    Stream<byte[]> fixtures =
        Stream.of(
                Fixtures.COVERAGEPY,
                Fixtures.ISTANBUL,
                Fixtures.GCOVR,
                Fixtures.LLVMCOV,
                Fixtures.SIMPLECOV)
            .flatMap(folder -> Fixtures.names(folder).stream().map(name -> folder + "/" + name))
            .filter(path -> path.endsWith(".json"))
            .map(Fixtures::bytes)
            .filter(document -> document.length < 300);
    Stream<byte[]> random =
        Stream.iterate(0, seed -> seed + 1)
            .limit(100)
            .map(seed -> new RandomJson(seed).mutant(new RandomJson(seed).document()));
    return Stream.concat(fixtures, random);
  }

  /** Also every message, with its place. */
  @ParameterizedTest
  @MethodSource("documents")
  void readsTheSameWhereverItIsCut(byte[] document) throws IOException {
    Set<List<String>> read = new HashSet<>();
    Set<String> skipped = new HashSet<>();

    for (int cut = 0; cut <= document.length; cut++) {
      read.add(JsonEvents.of(JsonEvents.cut(document, cut), false));
      skipped.add(JsonEvents.skipped(JsonEvents.cut(document, cut)));
    }
    read.add(JsonEvents.of(JsonEvents.pieces(document, 1), false));

    assertThat(read).hasSize(1);
    assertThat(skipped).hasSize(1);
  }

  /** Numbers of any length, on either side of what is read from digits at once. */
  @Test
  void readsNumbersOfAllLengthsAsMoshiDoes() throws IOException {
    for (String digit : List.of("1", "9", "5")) {
      for (int length = 1; length < 40; length++) {
        for (String sign : List.of("", "-")) {
          byte[] document = (sign + digit.repeat(length) + " ").getBytes(StandardCharsets.UTF_8);

          List<String> ours = JsonEvents.of(new ByteArrayInputStream(document), true);

          assertThat(ours).isEqualTo(JsonEvents.ofMoshi(document, true));
        }
      }
    }
  }

  /** Keys that are alike fall on one slot of the table of keys, sooner or later. */
  @Test
  void tellsKeysApartThatCameBefore() throws Exception {
    StringBuilder text = new StringBuilder("{");
    int keys = 5_000;
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < keys; i++) {
        text.append(text.length() > 1 ? "," : "").append("\"k").append(i).append("\":").append(i);
      }
    }
    byte[] document = text.append('}').toString().getBytes(StandardCharsets.UTF_8);
    JsonCursor cursor =
        new JsonCursor(new ByteArrayInputStream(document), FormatLimits.DEFAULT, false);
    int[] read = {0};

    cursor.object(
        key -> {
          assertThat(key).isEqualTo("k" + cursor.wholeNumber("its number"));
          read[0]++;
        });

    assertThat(read[0]).isEqualTo(2 * keys);
  }

  private static List<String> events(byte[] document) throws IOException {
    return JsonEvents.of(new ByteArrayInputStream(document), false);
  }

  private static String last(List<String> events) {
    return events.get(events.size() - 1);
  }

  /** Of what was refused; a path where it is no matter of JSON. */
  private static String place(String outcome) {
    return outcome.replaceFirst("^refused ", "").replaceFirst(": .*", "");
  }

  private static boolean isUtf8(byte[] document) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static byte[] concat(byte[] one, byte[] two, byte[] three) {
    return ByteBuffer.allocate(one.length + two.length + three.length)
        .put(one)
        .put(two)
        .put(three)
        .array();
  }
}
