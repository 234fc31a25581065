package io.github.logcov.format;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One start tag, its attributes read where they stand: reports have millions of them. Not
 * thread-safe.
 */
final class XmlTag {
  /** The tag is not all there yet. */
  static final int CUT = -1;

  /** The tag is not ordinary, or not even correct. */
  static final int ODD = -2;

  /** Nothing ordinary has more. */
  private static final int MAX_ATTRIBUTES = 32;

  /** The longest number that is read at once. */
  static final int MAX_DIGITS = 18;

  private final XmlBytes in;
  private final byte[] bytes;
  private final XmlNames names = new XmlNames();
  private final @Nullable XmlName[] attributes = new XmlName[MAX_ATTRIBUTES];
  private final int[] from = new int[MAX_ATTRIBUTES];
  private final int[] to = new int[MAX_ATTRIBUTES];
  private final @Nullable String[] values = new String[MAX_ATTRIBUTES];
  private int count;

  private XmlName name;
  private boolean empty;
  private int seen;
  private int failure;

  XmlTag(XmlBytes in) {
    this.in = in;
    this.bytes = in.bytes;
    // Any will do, to have one to expect first.
    name = Objects.requireNonNull(names.of(new byte[] {'_'}, 0, 1));
  }

  XmlName name() {
    return name;
  }

  /** Whether it ends with {@code />}. */
  boolean isEmpty() {
    return empty;
  }

  /** The kinds of what stands between its attributes and in them. */
  int seen() {
    return seen;
  }

  int count() {
    return count;
  }

  /** Reads the tag that begins with the piece; gives the index behind it, or what is wrong. */
  int read() {
    int end = in.end;
    XmlName element = nameAt(in.start + 1, name);
    if (element == null) {
      return failure;
    }
    int at = in.start + 1 + element.length();
    name = element;
    count = 0;
    seen = 0;
    XmlName before = element;
    while (true) {
      int gap = at;
      while (at < end && (bytes[at] == ' ' || (XmlBytes.kind(bytes[at]) & XmlBytes.BREAK) != 0)) {
        seen |= XmlBytes.kind(bytes[at++]);
      }
      if (at < end && bytes[at] == '>') {
        return ended(at + 1, false);
      }
      if (end - at < 2) {
        return CUT;
      }
      if (bytes[at] == '/') {
        return bytes[at + 1] == '>' ? ended(at + 2, true) : ODD;
      }
      if (at == gap || count == MAX_ATTRIBUTES) {
        return ODD;
      }
      XmlName attribute = nameAt(at, before.follower());
      if (attribute == null) {
        return failure;
      }
      if (isThere(attribute)) {
        return ODD;
      }
      before.followedBy(attribute);
      before = attribute;
      attributes[count] = attribute;
      at = value(at + attribute.length(), end);
      if (at < 0) {
        return at;
      }
    }
  }

  private int ended(int behind, boolean isEmpty) {
    empty = isEmpty;
    return (seen & XmlBytes.RETURN) != 0 && in.hasLoneReturn(in.start, behind) ? ODD : behind;
  }

  /** The name that begins there, most likely the expected one; null when there is a failure. */
  private @Nullable XmlName nameAt(int at, XmlName expected) {
    int end = in.end;
    int behind = at;
    if (expected.isAt(bytes, at, end)) {
      behind += expected.length();
      if (behind < end && (XmlBytes.kind(bytes[behind]) & XmlBytes.NAME) == 0) {
        return expected;
      }
    } else if (at < end && (XmlBytes.kind(bytes[at]) & XmlBytes.NAME_START) == 0) {
      failure = ODD;
      return null;
    }
    while (behind < end && (XmlBytes.kind(bytes[behind]) & XmlBytes.NAME) != 0) {
      behind++;
    }
    failure = behind == end ? CUT : ODD;
    return behind == end ? null : names.of(bytes, at, behind);
  }

  private boolean isThere(XmlName attribute) {
    for (int i = 0; i < count; i++) {
      if (attributes[i] == attribute) {
        return true;
      }
    }
    return false;
  }

  /** Reads {@code ="value"} from there on; gives the index behind it, or what is wrong. */
  private int value(int equals, int end) {
    if (end - equals < 2) {
      return CUT;
    }
    byte quote = bytes[equals + 1];
    if (bytes[equals] != '=' || quote != '"' && quote != '\'') {
      return ODD;
    }
    int at = equals + 2;
    int kinds = 0;
    while (at < end && bytes[at] != quote) {
      kinds |= XmlBytes.kind(bytes[at++]);
    }
    if (at == end) {
      return CUT;
    }
    // A line end in a value is a blank to XML: not worth the lines.
    if ((kinds & (XmlBytes.CONTROL | XmlBytes.BREAK | XmlBytes.LESS)) != 0) {
      return ODD;
    }
    from[count] = equals + 2;
    to[count] = at;
    values[count] = null;
    if ((kinds & (XmlBytes.HIGH | XmlBytes.AMPERSAND)) != 0) {
      values[count] = in.text(equals + 2, at, kinds);
      if (values[count] == null) {
        return ODD;
      }
    }
    seen |= kinds;
    count++;
    return at + 1;
  }

  /** The name of an attribute, from 0. */
  String attribute(int index) {
    return Objects.requireNonNull(attributes[index]).text;
  }

  /** The value of an attribute. */
  String value(int index) {
    String value = values[index];
    if (value == null) {
      int length = to[index] - from[index];
      value = new String(bytes, from[index], length, StandardCharsets.ISO_8859_1);
      values[index] = value;
    }
    return value;
  }

  /** The number that the value of an attribute is, of 1 to 18 digits; -1 when it is none. */
  long digits(int index) {
    int end = to[index];
    int length = end - from[index];
    if (length == 0 || length > MAX_DIGITS) {
      return -1;
    }
    long number = 0;
    for (int i = from[index]; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
