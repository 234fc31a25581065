package io.github.logcov.format;

import io.github.logcov.format.JsonTokens.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks over a JSON report that may be hostile: strict JSON (RFC 8259) in UTF-8, each key of an
 * object once, depth and lengths bounded; nothing is held but the value it stands on. Places read
 * {@code $.files["a.py"].missing_lines[3]}, or {@code byte 220} (counted from 1) where the text is
 * no JSON. Not thread-safe.
 */
public final class JsonCursor {
  private final FormatLimits limits;
  private final JsonPlace place = new JsonPlace();
  private final JsonTokens tokens;
  private final boolean keysOnce;

  /** By level. */
  private final List<SeenKeys> seenKeys = new ArrayList<>();

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
  public JsonCursor(ReportFile file, FormatLimits limits)
      throws MalformedReportException, IOException {
    this(file.content(), limits, true);
  }

  /** {@code keysOnce} says whether a key that comes again is refused. */
  JsonCursor(InputStream content, FormatLimits limits, boolean keysOnce)
      throws MalformedReportException, IOException {
    this.limits = limits;
    this.keysOnce = keysOnce;
    tokens = new JsonTokens(new JsonBytes(content, limits.maxString(), place));
  }

  /** To recognise a format by; that a key comes again is told when the report is read. */
  static JsonCursor onHead(String text) throws MalformedReportException, IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new JsonCursor(new ByteArrayInputStream(bytes), FormatLimits.DEFAULT, false);
  }

  /** Reads an object, member by member; the cursor stands behind it then. */
  public void object(Member member) throws MalformedReportException, IOException {
    require(Kind.OBJECT, "an object");
    enterObject();
    SeenKeys keys = noKeys();
    if (!tokens.takeIf('}')) {
      do {
        String key = bounded(tokens.takeKey());
        place.key(key);
        if (!keys.add(key) && keysOnce) {
          throw wrong("each key may be there once, but this one comes again");
        }
        tokens.take(':');
        member.read(key);
      } while (tokens.takeIf(','));
      tokens.take('}');
    }
    place.leave();
  }

  /** Reads an array, element by element; the cursor stands behind it then. */
  public void array(Element element) throws MalformedReportException, IOException {
    require(Kind.ARRAY, "an array");
    enterArray();
    if (!tokens.takeIf(']')) {
      do {
        tokens.kind(); // what is no value is behind the element before
        place.nextElement();
        element.read();
      } while (tokens.takeIf(','));
      tokens.take(']');
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
    require(Kind.NUMBER, expected);
    // A number of a million digits is a double in no time, and a BigDecimal in seconds.
    double number = tokens.takeNumber();
    long whole = (long) number;
    // Those beyond long are not what was made of them, and whole all the same, but for the
    // infinite.
    if (whole != number && (number != Math.rint(number) || Double.isInfinite(number))) {
      throw notExpected(expected, Double.toString(number));
    }
    return whole;
  }

  /** A string, of at most the allowed length. */
  public String string(String expected) throws MalformedReportException, IOException {
    require(Kind.STRING, expected);
    return bounded(tokens.takeString());
  }

  /** A string, or a number as it is written. */
  public String text(String expected) throws MalformedReportException, IOException {
    return atNumber() ? bounded(tokens.takeNumberText()) : string(expected);
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
    return tokens.kind() == Kind.STRING;
  }

  /** Whether the cursor stands on a number. */
  public boolean atNumber() throws MalformedReportException, IOException {
    return tokens.kind() == Kind.NUMBER;
  }

  /** Whether the cursor stands on an object. */
  boolean atObject() throws MalformedReportException, IOException {
    return tokens.kind() == Kind.OBJECT;
  }

  /** Whether the cursor stands on an array. */
  public boolean atArray() throws MalformedReportException, IOException {
    return tokens.kind() == Kind.ARRAY;
  }

  /** Whether the value is {@code null}; it is still to be read, or {@link #skip skipped}. */
  public boolean isNull() throws MalformedReportException, IOException {
    return tokens.kind() == Kind.NULL;
  }

  /** {@code true} or {@code false}. */
  public boolean bool() throws MalformedReportException, IOException {
    require(Kind.BOOLEAN, "true or false");
    return tokens.takeBoolean();
  }

  /** Passes over a value, whatever it is; it is well-formed JSON within the bounds all the same. */
  public void skip() throws MalformedReportException, IOException {
    int outside = place.depth();
    do {
      boolean onValue = enterOrSkip();
      while (!onValue && place.depth() > outside) {
        onValue = nextOrLeave();
      }
    } while (place.depth() > outside);
  }

  /** Into what has values, passing over all else; says whether the cursor is on a value then. */
  private boolean enterOrSkip() throws MalformedReportException, IOException {
    Kind kind = tokens.kind();
    boolean empty;
    switch (kind) {
      case OBJECT -> {
        enterObject();
        empty = tokens.takeIf('}');
        if (!empty) {
          tokens.skipKey();
        }
      }
      case ARRAY -> {
        enterArray();
        empty = tokens.takeIf(']');
      }
      default -> {
        tokens.skip(kind);
        return false;
      }
    }
    if (empty) {
      place.leave();
    }
    return !empty;
  }

  /** From behind a value to the next, or out of what has no more; says whether it is on a value. */
  private boolean nextOrLeave() throws MalformedReportException, IOException {
    boolean inObject = place.inObject();
    boolean next = tokens.takeIf(',');
    if (!next) {
      tokens.take(inObject ? '}' : ']');
      place.leave();
    } else if (inObject) {
      tokens.skipKey();
    }
    return next;
  }

  /** Says that nothing but blanks follows. */
  public void end() throws MalformedReportException, IOException {
    tokens.end();
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

  private void require(Kind kind, String expected) throws MalformedReportException, IOException {
    Kind found = tokens.kind();
    if (found != kind) {
      throw notExpected(expected, shown(found));
    }
  }

  private String shown(Kind kind) throws MalformedReportException, IOException {
    return switch (kind) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case STRING -> Excerpt.of(tokens.takeString());
      case NUMBER -> unquoted(Excerpt.of(tokens.takeNumberText()));
      case BOOLEAN -> Boolean.toString(tokens.takeBoolean());
      case NULL -> "null";
    };
  }

  private static String unquoted(String excerpt) {
    return excerpt.substring(1, excerpt.length() - 1);
  }

  private void enterObject() throws MalformedReportException, IOException {
    requireDepth();
    tokens.take('{');
    place.enterObject();
  }

  private void enterArray() throws MalformedReportException, IOException {
    requireDepth();
    tokens.take('[');
    place.enterArray();
  }

  /** For the object that was entered. Those of an object and the next on its level are one. */
  private SeenKeys noKeys() {
    int level = place.depth() - 1;
    while (level >= seenKeys.size()) {
      seenKeys.add(new SeenKeys());
    }
    SeenKeys keys = seenKeys.get(level);
    keys.clear();
    return keys;
  }

  private void requireDepth() throws MalformedReportException {
    if (place.depth() == limits.maxDepth()) {
      throw Bound.exceeded(place(), "the JSON", limits.maxDepth(), "levels", "--max-depth");
    }
  }

  private String bounded(String text) throws MalformedReportException {
    if (text.length() > limits.maxString()) {
      throw Bound.exceeded(place(), "a string", limits.maxString(), "characters", "--max-string");
    }
    return text;
  }
}
