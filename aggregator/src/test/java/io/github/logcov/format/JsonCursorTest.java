package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.model.CoverageLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
  private static final FormatLimits SMALL = new FormatLimits(CoverageLimits.DEFAULT, 3, 1000, 10);

  @Test
  void tellsThePlaceOfEveryValue() throws Exception {
    List<String> places = new ArrayList<>();
    JsonCursor cursor = cursor("{\"a\": [1, [2]], \"src/b c.py\": {\"x\": 3}}", SMALL);

    cursor.object(
        key -> {
          if (key.equals("a")) {
            cursor.array(() -> note(cursor, places));
          } else {
            cursor.object(inner -> note(cursor, places));
          }
        });
    cursor.end();

    assertThat(places).containsExactly("$.a[0]", "$.a[1]", "$[\"src/b c.py\"].x");
  }

  private static void note(JsonCursor cursor, List<String> places)
      throws MalformedReportException, IOException {
    places.add(cursor.place());
    cursor.skip();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':{'a':0},'b':{'a':0}}",
        "[{'a':0},{'a':0}]",
        "[{'a':0,'b':0,'c':0,'d':0,'e':0,'f':0,'g':0,'h':0,'i':0},{'i':0,'a':0},{'i':0}]"
      })
  void takesOneKeyOfTwoObjects(String json) throws Exception {
    walk(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':{'a':0},'a':0} | $.a",
        "[{'a':0},{'b':{'a':0},'b':0}] | $[1].b",
        "{'a':0,'b':0,'c':0,'d':0,'e':0,'f':0,'g':0,'h':0,'i':0,'i':0} | $.i",
        "{'a':0,'b':0,'c':0,'d':0,'e':0,'f':0,'g':0,'h':0,'i':0,'a':0} | $.a",
        "{'a':0,'\\u0061':0} | $.a",
      })
  void refusesAKeyThatComesAgain(String json, String place) {
    assertThatThrownBy(() -> walk(json))
        .isInstanceOfSatisfying(
            MalformedReportException.class, e -> assertThat(e.place()).isEqualTo(place))
        .hasMessage("each key may be there once, but this one comes again");
  }

  private static void walk(String json) throws MalformedReportException, IOException {
    JsonCursor cursor = cursor(json.replace('\'', '"'), FormatLimits.DEFAULT);
    value(cursor);
    cursor.end();
  }

  private static void value(JsonCursor cursor) throws MalformedReportException, IOException {
    if (cursor.atObject()) {
      cursor.object(key -> value(cursor));
    } else if (cursor.atArray()) {
      cursor.array(() -> value(cursor));
    } else {
      cursor.skip();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7 | 7",
        "-0 | 0",
        "7.00 | 7",
        "70e-1 | 7",
        "1e300 | 9223372036854775807",
        "-1e300 | -9223372036854775808",
        "9223372036854775807 | 9223372036854775807",
        "9223372036854775808 | 9223372036854775807",
        "123456789012345678 | 123456789012345680",
        "9007199254740991 | 9007199254740991",
        "10000000000000000000000000000000000000000000000000000000000000000000000"
            + " | 9223372036854775807",
        "1e999 | malformed $: a number was expected but was Infinity",
        "7.5 | malformed $: a number was expected but was 7.5",
        "\"7\" | malformed $: a number was expected but was \"7\"",
        "null | malformed $: a number was expected but was null",
        "true | malformed $: a number was expected but was true",
        "[7] | malformed $: a number was expected but was an array",
        "{} | malformed $: a number was expected but was an object",
        "07 | malformed byte 2: well-formed JSON was expected, but here is something else"
            + " (at or behind $)",
        "+7 | malformed byte 1: well-formed JSON was expected, but here is something else"
            + " (at or behind $)",
        "`` | malformed byte 1: well-formed JSON was expected, but the text ends (at or behind $)",
      })
  void readsWholeNumbers(String text, String expected) throws IOException {
    String outcome;
    try {
      outcome = Long.toString(cursor(text, SMALL).wholeNumber("a number"));
    } catch (MalformedReportException e) {
      outcome = "malformed " + e.place() + ": " + e.getMessage();
    }

    assertThat(outcome).isEqualTo(expected);
  }

  /** At once; as an exact number each of them would take seconds. */
  @Test
  void readsNumbersOfVeryManyDigits() throws Exception {
    String digits = "0." + "0".repeat(1_000_000) + "e9";
    JsonCursor cursor = cursor("[" + (digits + ",").repeat(20) + "1]", FormatLimits.DEFAULT);
    List<Long> numbers = new ArrayList<>();

    cursor.array(() -> numbers.add(cursor.wholeNumber("a number")));

    assertThat(numbers).hasSize(21).startsWith(0L, 0L).endsWith(1L);
  }

  @ParameterizedTest
  @CsvSource({"string,998", "string,1000", "name,1000", "skipped string,1000", "gap,1000"})
  void readsWhatIsAsLongAsAllowed(String what, int length) throws Exception {
    skipAll(longOne(what, length));
  }

  @Test
  void boundsStringsByTheirCharactersAndNotByTheirBytes() throws Exception {
    JsonCursor allowed = cursor("\"" + "\\u00e9".repeat(1000) + "\"", SMALL);
    assertThat(allowed.string("text")).hasSize(1000);

    JsonCursor exceeded = cursor("\"" + "\\u00e9".repeat(1001) + "\"", SMALL);
    assertThatThrownBy(() -> exceeded.string("text"))
        .isInstanceOf(MalformedReportException.class)
        .hasMessage("a string has more than 1000 characters; --max-string raises that bound");
  }

  @ParameterizedTest
  @CsvSource({"string", "name", "skipped string", "gap"})
  void doesNotHoldWhatIsFarTooLong(String what) {
    assertThatThrownBy(() -> skipAll(longOne(what, 1_000_000)))
        .isInstanceOf(MalformedReportException.class)
        .hasMessage(
            "a string, or the space between two, has more than 1000 characters; --max-string"
                + " raises that bound");
  }

  private static String longOne(String what, int length) {
    String text = "x".repeat(length);
    return switch (what) {
      case "string" -> "{\"read\": \"" + text + "\"}";
      case "name" -> "{\"" + text + "\": 1}";
      case "gap" -> "{\"a\": " + " ".repeat(length) + "1}";
      default -> "{\"a\": [\"" + text + "\"]}";
    };
  }

  private static void skipAll(String json) throws MalformedReportException, IOException {
    JsonCursor cursor = cursor(json, SMALL);
    cursor.object(
        key -> {
          if (key.equals("read")) {
            cursor.string("text");
          } else {
            cursor.skip();
          }
        });
    cursor.end();
  }

  @Test
  void boundsTheDepthOfWhatIsPassedOverToo() throws Exception {
    cursor("[[[1]]]", SMALL).skip();

    assertThatThrownBy(() -> cursor("[[[[1]]]]", SMALL).skip())
        .isInstanceOf(MalformedReportException.class)
        .hasMessage("the JSON has more than 3 levels; --max-depth raises that bound");
  }

  @Test
  void passesOverAsManyLevelsAsAreAllowed() throws Exception {
    FormatLimits deep = new FormatLimits(CoverageLimits.DEFAULT, 100_000, 1000, 10);

    JsonCursor cursor = cursor("[".repeat(100_000) + "]".repeat(100_000), deep);
    cursor.skip();
    cursor.end();
  }

  @Test
  void tellsTheByteThatIsNotUtf8BehindManyChunks() throws Exception {
    byte[] before = {'['};
    byte[] good = ("\"" + "\u00e9x\u20ac".repeat(100) + "\",\n").getBytes(StandardCharsets.UTF_8);
    List<InputStream> parts = new ArrayList<>(List.of(new ByteArrayInputStream(before)));
    for (int i = 0; i < 100; i++) {
      parts.add(new ByteArrayInputStream(good));
    }
    parts.add(new ByteArrayInputStream(new byte[] {'"', (byte) 0xe9, '"', ']'}));
    InputStream all = new SequenceInputStream(Collections.enumeration(parts));
    JsonCursor cursor = new JsonCursor(new ReportFile("r", all), FormatLimits.DEFAULT);

    assertThatThrownBy(cursor::skip)
        .isInstanceOfSatisfying(
            MalformedReportException.class,
            e ->
                assertThat(e.place()).isEqualTo("byte " + (before.length + 100L * good.length + 2)))
        .hasMessage("wrong encoding: UTF-8 was expected, but these bytes are not");
  }

  private static JsonCursor cursor(String json, FormatLimits limits)
      throws MalformedReportException, IOException {
    return new JsonCursor(Fixtures.file(json.getBytes(StandardCharsets.UTF_8)), limits);
  }
}
