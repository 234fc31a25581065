package io.github.logcov.format;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import io.github.logcov.model.LimitExceededException;
import java.io.EOFException;
import java.io.IOException;
import okio.BufferedSource;
import okio.Okio;

/**
 * Walks over a JSON report that may be hostile: strict JSON (RFC 8259) in UTF-8, each key of an
 * object once, depth and lengths bounded; nothing is held but the value it stands on. Places read
 * {@code $.files["a.py"].missing_lines[3]}, or {@code byte 220} (counted from 1) where the text is
 * no JSON. Not thread-safe.
 */
public final class JsonCursor {
  private final FormatLimits limits;
  private final JsonInput input;
  private final BufferedSource source;
  private final JsonReader json;
  private final JsonPlace place = new JsonPlace();

  /** Reads the value of one key; it must read it, or {@link JsonCursor#skip} it. */
  @FunctionalInterface
  public interface Member {
    /** With the cursor on the value of {@code key}. */
    void read(String key) throws MalformedReportException, IOException;
  }

  /** Reads one element of an array; it must read it, or {@link JsonCursor#skip} it. */
  @FunctionalInterface
  public interface Element {
    /** With the cursor on the element. */
    void read() throws MalformedReportException, IOException;
  }

  /** On the value that is the document. */
  public JsonCursor(ReportFile file, FormatLimits limits) throws MalformedReportException {
    this.limits = limits;
    input = new JsonInput(file.content(), file.head(), limits.maxString());
    source = Okio.buffer(input);
    json = JsonReader.of(source);
  }

  /** Reads an object, member by member; the cursor stands behind it then. */
  public void object(Member member) throws MalformedReportException, IOException {
    require(JsonReader.Token.BEGIN_OBJECT, "an object");
    SeenKeys keys = new SeenKeys();
    enter();
    try {
      json.beginObject();
      for (JsonReader.Token next = peek(); next == JsonReader.Token.NAME; next = peek()) {
        String key = bounded(json.nextName());
        place.key(key);
        if (!keys.add(key)) {
          throw wrong("each key may be there once, but this one comes again");
        }
        member.read(key);
      }
      json.endObject();
    } catch (JsonDataException | IOException e) {
      throw translated(e);
    }
    place.leave();
  }

  /** Reads an array, element by element; the cursor stands behind it then. */
  public void array(Element element) throws MalformedReportException, IOException {
    require(JsonReader.Token.BEGIN_ARRAY, "an array");
    enter();
    try {
      json.beginArray();
      while (peek() != JsonReader.Token.END_ARRAY) {
        place.nextElement();
        element.read();
      }
      json.endArray();
    } catch (JsonDataException | IOException e) {
      throw translated(e);
    }
    place.leave();
  }

  /**
   * A whole number in any notation ({@code 3}, {@code 3.0}, {@code 3e0}); what is beyond {@link
   * Long} is its largest or smallest value. Exact up to 2^53.
   *
   * @param expected what it should be, for the message: {@code "a line number"}
   */
  public long wholeNumber(String expected) throws MalformedReportException, IOException {
    require(JsonReader.Token.NUMBER, expected);
    try {
      // A number of a million digits is a double in no time, and a BigDecimal in seconds.
      double number = json.nextDouble();
      if (number != Math.rint(number)) {
        throw notExpected(expected, Double.toString(number));
      }
      return (long) number;
    } catch (JsonDataException | IOException e) {
      throw translated(e);
    }
  }

  /** A string, of at most the allowed length. */
  public String string(String expected) throws MalformedReportException, IOException {
    require(JsonReader.Token.STRING, expected);
    try {
      return bounded(json.nextString());
    } catch (JsonDataException | IOException e) {
      throw translated(e);
    }
  }

  /** A string, or a number as it is written. */
  public String text(String expected) throws MalformedReportException, IOException {
    if (peek() != JsonReader.Token.NUMBER) {
      return string(expected);
    }
    try {
      return bounded(json.nextString());
    } catch (JsonDataException | IOException e) {
      throw translated(e);
    }
  }

  /** Whether the cursor stands on {@code null}, which is skipped then. */
  public boolean skipNull() throws MalformedReportException, IOException {
    boolean found = isNull();
    if (found) {
      skip();
    }
    return found;
  }

  /** Whether the cursor stands on a string. */
  public boolean atString() throws MalformedReportException, IOException {
    return peek() == JsonReader.Token.STRING;
  }

  /** Whether the cursor stands on a number. */
  public boolean atNumber() throws MalformedReportException, IOException {
    return peek() == JsonReader.Token.NUMBER;
  }

  /** Whether the cursor stands on an array. */
  public boolean atArray() throws MalformedReportException, IOException {
    return peek() == JsonReader.Token.BEGIN_ARRAY;
  }

  /** Whether the value is {@code null}; it is still to be read, or {@link #skip skipped}. */
  public boolean isNull() throws MalformedReportException, IOException {
    return peek() == JsonReader.Token.NULL;
  }

  /** {@code true} or {@code false}. */
  public boolean bool() throws MalformedReportException, IOException {
    require(JsonReader.Token.BOOLEAN, "true or false");
    try {
      return json.nextBoolean();
    } catch (JsonDataException | IOException e) {
      throw translated(e);
    }
  }

  /** Passes over a value, whatever it is; it is well-formed JSON within the bounds all the same. */
  public void skip() throws MalformedReportException, IOException {
    int outside = place.depth();
    try {
      do {
        switch (peek()) {
          case BEGIN_OBJECT -> {
            enter();
            json.beginObject();
          }
          case BEGIN_ARRAY -> {
            enter();
            json.beginArray();
          }
          case END_OBJECT -> {
            json.endObject();
            place.leave();
          }
          case END_ARRAY -> {
            json.endArray();
            place.leave();
          }
          case NAME -> json.skipName();
          default -> json.skipValue();
        }
      } while (place.depth() > outside);
    } catch (JsonDataException | IOException e) {
      throw translated(e);
    }
  }

  /** Says that nothing but blanks follows. */
  public void end() throws MalformedReportException, IOException {
    peek(); // strict, so anything else is no JSON
  }

  /** Where the cursor is, as a path from the root {@code $}. */
  public String place() {
    return place.toString();
  }

  /** What is wrong with the value the cursor stands on. */
  public MalformedReportException wrong(String message) {
    return new MalformedReportException(place(), message);
  }

  /** A value that is not what it must be. */
  public MalformedReportException notExpected(String expected, String found) {
    return wrong(expected + " was expected but was " + found);
  }

  private void require(JsonReader.Token token, String expected)
      throws MalformedReportException, IOException {
    JsonReader.Token found = peek();
    if (found != token) {
      throw notExpected(expected, shown(found));
    }
  }

  private String shown(JsonReader.Token token) throws MalformedReportException, IOException {
    try {
      return switch (token) {
        case BEGIN_OBJECT -> "an object";
        case BEGIN_ARRAY -> "an array";
        case STRING -> Excerpt.of(json.nextString());
        case NULL -> "null";
        case BOOLEAN -> Boolean.toString(json.nextBoolean());
        case NUMBER -> unquoted(Excerpt.of(json.nextString()));
        default -> "nothing";
      };
    } catch (JsonDataException | IOException e) {
      throw translated(e);
    }
  }

  private static String unquoted(String excerpt) {
    return excerpt.substring(1, excerpt.length() - 1);
  }

  private JsonReader.Token peek() throws MalformedReportException, IOException {
    input.allowMore();
    try {
      return json.peek();
    } catch (JsonDataException | IOException e) {
      throw translated(e);
    }
  }

  private void enter() throws MalformedReportException {
    if (place.depth() == limits.maxDepth()) {
      throw Bound.exceeded(place(), "the JSON", limits.maxDepth(), "levels", "--max-depth");
    }
    place.enter();
  }

  private String bounded(String text) throws MalformedReportException {
    if (text.length() > limits.maxString()) {
      throw Bound.exceeded(place(), "a string", limits.maxString(), "characters", "--max-string");
    }
    return text;
  }

  /**
   * The problem of the report behind an exception of the parser.
   *
   * @throws IOException when it was not the report's fault
   */
  private MalformedReportException translated(Exception thrown) throws IOException {
    if (thrown instanceof EOFException || thrown instanceof JsonEncodingException) {
      return noJson(thrown);
    }
    if (thrown instanceof JsonDataException) {
      // What is no value of the kind was found before; this is the parser's own bound.
      return new MalformedReportException(place(), "the JSON has more levels than 255", thrown);
    }
    if (thrown.getCause() instanceof MalformedReportException malformed) {
      return malformed;
    }
    if (thrown.getCause() instanceof LimitExceededException exceeded) {
      return Bound.at(place(), exceeded);
    }
    throw (IOException) thrown;
  }

  private MalformedReportException noJson(Exception thrown) throws IOException {
    long at = input.position() - source.getBuffer().size();
    String found;
    try {
      found = source.exhausted() ? "the text ends" : "here is something else";
    } catch (IOException e) {
      return translated(e);
    }
    return new MalformedReportException(
        "byte " + (at + 1),
        "well-formed JSON was expected, but " + found + " (at or behind " + place() + ")",
        thrown);
  }
}
