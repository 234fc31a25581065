package io.github.logcov.log;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import io.github.logcov.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okio.Okio;

/**
 * Reads values of {@code build.json} strictly: each must be of the kind that is asked for, and a
 * field may be there once. A complaint says where, what was expected and what was found.
 */
final class StrictJson {
  /** Values in each other, as many as Moshi's parser reads. */
  private static final int MAX_DEPTH = 255;

  private final String where;
  private final JsonReader json;

  /**
   * Before the first value.
   *
   * @param where the file, as it is named in messages
   */
  StrictJson(String where, byte[] bytes) throws LogSourceException {
    this.where = where;
    // From a stream: in a whole buffer the parser looks for each digit of a number from an end.
    byte[] utf8 = text(bytes).getBytes(StandardCharsets.UTF_8);
    json = JsonReader.of(Okio.buffer(Okio.source(new ByteArrayInputStream(utf8))));
  }

  private String text(byte[] bytes) throws LogSourceException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw malformed("$", "UTF-8", "bytes that are none", e);
    }
  }

  /** Reads the value that comes next. */
  interface Value<T> {
    T read() throws IOException, LogSourceException;
  }

  /** The only value of the file. */
  <T> T only(Value<T> value) throws IOException, LogSourceException {
    try {
      T read = value.read();
      if (json.peek() != JsonReader.Token.END_DOCUMENT) {
        throw malformed("$", "the end of the file", "more text");
      }
      return read;
    } catch (JsonEncodingException | EOFException e) {
      throw malformed(place(), "JSON", "something else", e);
    } catch (JsonDataException e) {
      // Deeper nesting than Moshi reads, or a value that is no JSON.
      throw malformed(
          place(),
          "a value of the schema, in at most " + MAX_DEPTH + " levels,",
          "something else",
          e);
    }
  }

  /** Where the reader stands, such as {@code $.jobs[2]}. */
  String place() {
    return json.getPath();
  }

  /** The values of an array. */
  <T> List<T> list(Value<T> value) throws IOException, LogSourceException {
    expect(JsonReader.Token.BEGIN_ARRAY, "an array");
    List<T> list = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      list.add(value.read());
    }
    json.endArray();
    return list;
  }

  /** The fields of the object that comes next. */
  Fields fields() throws IOException, LogSourceException {
    return new Fields();
  }

  /**
   * The fields of one object; a name that comes twice is refused, since the reader could not know
   * which one holds.
   */
  final class Fields {
    private final Set<String> seen = new HashSet<>();
    private String name = "";

    private Fields() throws IOException, LogSourceException {
      expect(JsonReader.Token.BEGIN_OBJECT, "an object");
      json.beginObject();
    }

    /** Goes to the next field, whose value is to be read then; false at the end of the object. */
    boolean next() throws IOException, LogSourceException {
      if (!json.hasNext()) {
        json.endObject();
        return false;
      }
      name = json.nextName();
      if (!seen.add(name)) {
        throw malformed(place(), "each field once", "it twice");
      }
      return true;
    }

    String name() {
      return name;
    }

    boolean seen(String field) {
      return seen.contains(field);
    }
  }

  void skip() throws IOException {
    json.skipValue();
  }

  /** Passes over null. */
  boolean isNull() throws IOException {
    if (json.peek() != JsonReader.Token.NULL) {
      return false;
    }
    json.nextNull();
    return true;
  }

  /** A text; empty for null. */
  Optional<String> text() throws IOException, LogSourceException {
    if (isNull()) {
      return Optional.empty();
    }
    expect(JsonReader.Token.STRING, "a string or null");
    String place = place();
    String text = json.nextString();
    if (text.length() > Names.MAX_LENGTH) {
      throw malformed(place, "at most " + Names.MAX_LENGTH + " characters", text.length() + "");
    }
    return Optional.of(text);
  }

  boolean flag() throws IOException, LogSourceException {
    expect(JsonReader.Token.BOOLEAN, "true or false");
    return json.nextBoolean();
  }

  /** A time; empty for null. */
  Optional<Instant> time() throws IOException, LogSourceException {
    String place = place();
    Optional<String> text = text();
    try {
      return text.map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw malformed(place, "a time such as 2026-11-21T09:30:00Z", quoted(text.orElse("")), e);
    }
  }

  private void expect(JsonReader.Token token, String expected)
      throws IOException, LogSourceException {
    JsonReader.Token found = json.peek();
    if (found != token) {
      throw malformed(place(), expected, word(found));
    }
  }

  private static String word(JsonReader.Token token) {
    return switch (token) {
      case BEGIN_ARRAY -> "an array";
      case BEGIN_OBJECT -> "an object";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL -> "null";
      case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT -> "nothing";
    };
  }

  /** A text that was found, or {@code nothing}, for a complaint. */
  static String found(Optional<String> text) {
    return text.map(StrictJson::quoted).orElse("nothing");
  }

  private static String quoted(String text) {
    return '"' + Names.shown(text) + '"';
  }

  LogSourceException malformed(String place, String expected, String found) {
    return new LogSourceException(
        ProblemType.BUILD_FILE_MALFORMED, message(place, expected, found));
  }

  private LogSourceException malformed(
      String place, String expected, String found, Exception cause) {
    return new LogSourceException(
        ProblemType.BUILD_FILE_MALFORMED, message(place, expected, found), cause);
  }

  private String message(String place, String expected, String found) {
    return where
        + ": expected "
        + expected
        + " at "
        + Names.shown(place)
        + ", but found "
        + found
        + "; save the logs again, or remove this file to read the logs without it";
  }
}
