package io.github.logcov.frame;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The header as text: fields by key, values with control characters and {@code %} written as {@code
 * %XX}.
 *
 * <p>Unknown keys are passed over. Bytes that are no UTF-8 (an old file system's names) become
 * U+FFFD: the id has proved the text already, and a name that cannot be shown is no reason to lose
 * a report.
 */
final class HeaderText {
  static final int VERSION = 1;

  /** Keys of the fields about the job, in the order in which they are written behind the flags. */
  private static final List<String> JOB_KEYS = Arrays.asList("b", "j", "m", "t", "r", "w");

  private static final List<String> OPTIONAL_KEYS =
      Arrays.asList("f", "b", "j", "m", "t", "r", "w");
  private static final List<String> KNOWN_ONCE =
      Arrays.asList(
          "v", "p", "f", "y", "c", "n", "e", "d", "h", "k", "s", "g", "b", "j", "m", "t", "r", "w");

  private final Map<String, String> fields = new HashMap<>();
  private final List<String> flags = new ArrayList<>();

  HeaderText(byte[] text) throws MalformedHeaderException {
    int start = 0;
    while (start < text.length) {
      int end = start;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      if (end == text.length) {
        throw corrupt("its last field has no line end");
      }
      field(text, start, end);
      start = end + 1;
    }
  }

  private void field(byte[] text, int start, int end) throws MalformedHeaderException {
    int equals = start;
    while (equals < end && text[equals] != '=') {
      equals++;
    }
    if (equals == end || equals == start) {
      throw corrupt("a field is not of the form key=value");
    }
    String key = new String(text, start, equals - start, StandardCharsets.UTF_8);
    if (key.equals("l")) {
      flags.add(unescape(key, text, equals + 1, end));
    } else if (KNOWN_ONCE.contains(key)
        && fields.put(key, unescape(key, text, equals + 1, end)) != null) {
      throw corrupt("field " + key + " stands twice");
    }
  }

  FrameHeader header() throws MalformedHeaderException {
    long version = number("v", 0, 999_999);
    if (version != VERSION) {
      throw new MalformedHeaderException(
          FrameDamage.Cause.VERSION,
          "its header has version " + version + ", this logcov reads version 1: use a newer one");
    }
    long encoded = number("e", 1, Grammar.MAX_ENCODED_BYTES);
    long lines = number("n", 1, Grammar.MAX_NUMBER);
    if (lines != FrameHeader.linesFor(encoded)) {
      throw corrupt(
          "n must be " + FrameHeader.linesFor(encoded) + " for e=" + encoded + " but was " + lines);
    }
    FrameHeader.Builder builder = FrameHeader.builder();
    builder.path(text("p")).codec(text("c")).carried(carried()).flags(flags);
    builder.sizes(encoded, number("d", 0, Long.MAX_VALUE / 16));
    builder.sha256(hex("h", 64)).encodedCheck(hex("k", 8));
    builder.salt((int) number("s", 0, Grammar.SALTS - 1)).parity((int) number("g", 1, 64));
    for (String key : OPTIONAL_KEYS) {
      builder.fact(key, fields.get(key));
    }
    return builder.build();
  }

  private boolean carried() throws MalformedHeaderException {
    String value = fields.get("y");
    if (value != null && !value.equals("1")) {
      throw corrupt("y must be 1 where it stands");
    }
    return value != null;
  }

  private String text(String key) throws MalformedHeaderException {
    String value = fields.get(key);
    if (value == null || value.isEmpty()) {
      throw corrupt("field " + key + " is missing");
    }
    return value;
  }

  private long number(String key, long least, long most) throws MalformedHeaderException {
    String value = text(key);
    boolean digits = value.length() <= 18 && (value.length() == 1 || value.charAt(0) != '0');
    for (int i = 0; digits && i < value.length(); i++) {
      digits = value.charAt(i) >= '0' && value.charAt(i) <= '9';
    }
    if (!digits || Long.parseLong(value) < least || Long.parseLong(value) > most) {
      throw corrupt("field " + key + " must be a whole number from " + least + " to " + most);
    }
    return Long.parseLong(value);
  }

  private String hex(String key, int length) throws MalformedHeaderException {
    String value = text(key);
    boolean good = value.length() == length;
    for (int i = 0; good && i < length; i++) {
      char c = value.charAt(i);
      good = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
    if (!good) {
      throw corrupt("field " + key + " must have " + length + " lower-case hex digits");
    }
    return value;
  }

  private static String unescape(String key, byte[] text, int start, int end)
      throws MalformedHeaderException {
    ByteArrayOutputStream value = new ByteArrayOutputStream(end - start);
    for (int i = start; i < end; i++) {
      if (text[i] != '%') {
        value.write(text[i]);
      } else if (i + 2 < end && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0) {
        value.write(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
        i += 2;
      } else {
        throw corrupt("field " + key + " holds a % without two hex digits behind it");
      }
    }
    return new String(value.toByteArray(), StandardCharsets.UTF_8);
  }

  private static int hexDigit(byte c) {
    return c >= 'a' && c <= 'f' ? -1 : Character.digit((char) (c & 0xff), 16);
  }

  static String write(FrameHeader header) {
    StringBuilder text = new StringBuilder(512);
    field(text, "v", String.valueOf(VERSION));
    field(text, "p", header.path());
    header.format().ifPresent(format -> field(text, "f", format));
    if (header.carried()) {
      field(text, "y", "1");
    }
    field(text, "c", header.codec());
    field(text, "n", String.valueOf(header.lines()));
    field(text, "e", String.valueOf(header.encodedBytes()));
    field(text, "d", String.valueOf(header.decodedBytes()));
    field(text, "h", header.sha256());
    field(text, "k", header.encodedCheck());
    field(text, "s", String.valueOf(header.salt()));
    field(text, "g", String.valueOf(header.parity()));
    for (String flag : header.flags()) {
      field(text, "l", flag);
    }
    for (String key : JOB_KEYS) {
      header.fact(key).ifPresent(value -> field(text, key, value));
    }
    return text.toString();
  }

  private static void field(StringBuilder text, String key, String value) {
    text.append(key).append('=');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c == 0x7f || c == '%') {
        text.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        text.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      } else {
        text.append(c);
      }
    }
    text.append('\n');
  }

  private static MalformedHeaderException corrupt(String what) {
    return new MalformedHeaderException(
        FrameDamage.Cause.CORRUPT, "its header is not valid: " + what);
  }
}
