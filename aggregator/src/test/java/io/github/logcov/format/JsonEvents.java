package io.github.logcov.format;

import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import io.github.logcov.model.CoverageLimits;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;

/** All that a JSON document says, value by value, up to its end or to what is wrong with it. */
final class JsonEvents {
  static final String END = "end";
  static final String REFUSED = "refused ";
  private static final FormatLimits LIMITS = new FormatLimits(CoverageLimits.DEFAULT, 200, 1000, 1);

  private final List<String> events = new ArrayList<>();

  /** Numbers are read as such, else as they are written. */
  private final boolean numbers;

  private JsonEvents(boolean numbers) {
    this.numbers = numbers;
  }

  /** As our own reader has it. */
  static List<String> of(InputStream document, boolean numbers) throws IOException {
    JsonEvents read = new JsonEvents(numbers);
    try {
      JsonCursor cursor = new JsonCursor(document, LIMITS, false);
      read.value(cursor);
      cursor.end();
      read.events.add(END);
    } catch (MalformedReportException e) {
      read.events.add(REFUSED + e.place() + ": " + e.getMessage());
    }
    return read.events;
  }

  private void value(JsonCursor cursor) throws MalformedReportException, IOException {
    if (cursor.atObject()) {
      events.add("{");
      cursor.object(
          key -> {
            events.add("key " + key);
            value(cursor);
          });
      events.add("}");
    } else if (cursor.atArray()) {
      events.add("[");
      cursor.array(() -> value(cursor));
      events.add("]");
    } else if (cursor.atString()) {
      events.add("string " + cursor.string("a string"));
    } else if (cursor.atNumber() && numbers) {
      events.add("number " + whole(cursor));
    } else if (cursor.atNumber()) {
      events.add("number " + cursor.text("a number"));
    } else if (cursor.skipNull()) {
      events.add("null");
    } else {
      events.add("boolean " + cursor.bool());
    }
  }

  private static String whole(JsonCursor cursor) throws MalformedReportException, IOException {
    try {
      return Long.toString(cursor.wholeNumber("a whole number"));
    } catch (MalformedReportException e) {
      if (e.getMessage().startsWith("a whole number was expected but was ")) {
        return "not whole";
      }
      throw e;
    }
  }

  /** As Moshi's reader has it, which judges a little less strictly. */
  static List<String> ofMoshi(byte[] document, boolean numbers) throws IOException {
    JsonEvents read = new JsonEvents(numbers);
    JsonReader reader = JsonReader.of(new Buffer().write(document));
    try {
      read.value(reader);
      if (reader.peek() == JsonReader.Token.END_DOCUMENT) {
        read.events.add(END);
      }
    } catch (JsonEncodingException | EOFException e) {
      read.events.add(REFUSED + e.getMessage());
    }
    return read.events;
  }

  private void value(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        events.add("{");
        reader.beginObject();
        while (reader.hasNext()) {
          events.add("key " + reader.nextName());
          value(reader);
        }
        reader.endObject();
        events.add("}");
      }
      case BEGIN_ARRAY -> {
        events.add("[");
        reader.beginArray();
        while (reader.hasNext()) {
          value(reader);
        }
        reader.endArray();
        events.add("]");
      }
      case STRING -> events.add("string " + reader.nextString());
      case NUMBER -> events.add("number " + (numbers ? whole(reader) : reader.nextString()));
      case NULL -> {
        reader.nextNull();
        events.add("null");
      }
      default -> events.add("boolean " + reader.nextBoolean());
    }
  }

  private static String whole(JsonReader reader) throws IOException {
    double number;
    try {
      number = reader.nextDouble();
    } catch (JsonEncodingException e) {
      reader.nextString(); // beyond all doubles
      return "not whole";
    }
    return number == Math.rint(number) ? Long.toString((long) number) : "not whole";
  }

  /** In two pieces, of which the first has so many bytes. */
  static InputStream cut(byte[] document, int first) {
    return new SequenceInputStream(
        new ByteArrayInputStream(document, 0, first),
        new ByteArrayInputStream(document, first, document.length - first));
  }

  /** In pieces of so many bytes. */
  static InputStream pieces(byte[] document, int size) {
    return new FilterInputStream(new ByteArrayInputStream(document)) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return super.read(target, offset, Math.min(length, size));
      }
    };
  }

  /** What is said when the document is passed over: nothing, or what is wrong. */
  static String skipped(InputStream document) throws IOException {
    try {
      JsonCursor cursor = new JsonCursor(document, LIMITS, false);
      cursor.skip();
      cursor.end();
      return END;
    } catch (MalformedReportException e) {
      return REFUSED + e.place() + ": " + e.getMessage();
    }
  }
}
