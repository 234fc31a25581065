package io.github.logcov.log.travis;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads values of an answer strictly: what is there must be of the right kind, and each complaint
 * says where, what was expected and what was found. Texts that are returned are as they came.
 */
final class JsonCursor {
  /** The API nests some ten; Moshi would stop at 255, and not say where it does. */
  static final int MAX_DEPTH = 100;

  private final JsonReader json;
  private final Shown shown;
  private int depth;

  JsonCursor(JsonReader json, Shown shown) {
    this.json = json;
    this.shown = shown;
  }

  /** What one field of an object holds. */
  interface Field {
    void read(String name) throws IOException;
  }

  /** Reads each item of an array. */
  void array(Item item) throws IOException {
    expect(JsonReader.Token.BEGIN_ARRAY, "a list");
    json.beginArray();
    descend();
    while (json.hasNext()) {
      item.read();
    }
    depth--;
    json.endArray();
  }

  /** What one item of an array holds. */
  interface Item {
    void read() throws IOException;
  }

  /** Reads an object, field by field; the field must be read or {@linkplain #skip skipped}. */
  void object(Field field) throws IOException {
    expect(JsonReader.Token.BEGIN_OBJECT, "an object");
    json.beginObject();
    descend();
    while (json.hasNext()) {
      field.read(json.nextName());
    }
    depth--;
    json.endObject();
  }

  /** Reads an object, or null, which has no fields. */
  void objectOrNull(Field field) throws IOException {
    if (!isNull()) {
      object(field);
    }
  }

  private void descend() {
    if (++depth > MAX_DEPTH) {
      throw odd(place(), "at most " + MAX_DEPTH + " values in each other", "more");
    }
  }

  /** Passes over a value, however many values are in it. */
  void skip() throws IOException {
    int outer = depth;
    do {
      switch (json.peek()) {
        case BEGIN_ARRAY -> {
          json.beginArray();
          descend();
        }
        case BEGIN_OBJECT -> {
          json.beginObject();
          descend();
        }
        case END_ARRAY -> {
          json.endArray();
          depth--;
        }
        case END_OBJECT -> {
          json.endObject();
          depth--;
        }
        case NAME -> json.skipName();
        default -> json.skipValue();
      }
    } while (depth > outer);
  }

  /** Where the cursor is, such as {@code $.jobs[2]}. */
  String place() {
    return json.getPath();
  }

  Optional<String> text() throws IOException {
    if (isNull()) {
      return Optional.empty();
    }
    expect(JsonReader.Token.STRING, "a string");
    return Optional.of(json.nextString());
  }

  boolean flag() throws IOException {
    if (isNull()) {
      return false;
    }
    expect(JsonReader.Token.BOOLEAN, "true or false");
    return json.nextBoolean();
  }

  Optional<Instant> time() throws IOException {
    String place = place();
    Optional<String> text = text();
    try {
      return text.map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw odd(place, "a time such as 2026-11-21T09:30:00Z", quoted(text.orElse("")));
    }
  }

  /** An id: a number, or its digits as a string. */
  Optional<String> id() throws IOException {
    if (isNull()) {
      return Optional.empty();
    }
    String place = place();
    JsonReader.Token token = json.peek();
    if (token != JsonReader.Token.NUMBER && token != JsonReader.Token.STRING) {
      throw odd(place, "an id, which is a whole number", word(token));
    }
    String id = json.nextString();
    if (!Ids.isId(id)) {
      throw odd(place, "an id, which is a whole number", quoted(id));
    }
    return Optional.of(id);
  }

  /** The position of a stage, from 1. */
  Optional<Integer> position() throws IOException {
    String place = place();
    Optional<String> digits = id();
    if (digits.isPresent() && digits.get().length() > 9) {
      throw odd(place, "the number of a stage", quoted(digits.get()));
    }
    return digits.map(Integer::valueOf);
  }

  /**
   * A value of a configuration, which may be of any kind: numbers as they are written, lists joined
   * by blanks; null and objects are nothing.
   */
  Optional<String> scalar() throws IOException {
    switch (json.peek()) {
      case STRING, NUMBER -> {
        return Optional.of(json.nextString());
      }
      case BOOLEAN -> {
        return Optional.of(String.valueOf(json.nextBoolean()));
      }
      case BEGIN_ARRAY -> {
        StringBuilder joined = new StringBuilder();
        array(
            () ->
                scalar()
                    .ifPresent(item -> joined.append(joined.isEmpty() ? "" : " ").append(item)));
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined.toString());
      }
      default -> {
        skip();
        return Optional.empty();
      }
    }
  }

  private boolean isNull() throws IOException {
    if (json.peek() != JsonReader.Token.NULL) {
      return false;
    }
    json.nextNull();
    return true;
  }

  private void expect(JsonReader.Token token, String expected) throws IOException {
    JsonReader.Token found = json.peek();
    if (found != token) {
      throw odd(place(), expected, word(found));
    }
  }

  static JsonDataException odd(String place, String expected, String found) {
    return new JsonDataException("expected " + expected + " at " + place + ", but found " + found);
  }

  /** A text that was found, for a complaint. */
  String quoted(String text) {
    return '"' + shown.text(text) + '"';
  }

  private static String word(JsonReader.Token token) {
    return switch (token) {
      case BEGIN_ARRAY -> "a list";
      case BEGIN_OBJECT -> "an object";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL -> "null";
      case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT -> "nothing";
    };
  }
}
