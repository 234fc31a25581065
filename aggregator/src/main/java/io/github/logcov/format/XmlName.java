package io.github.logcov.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A name of an element or attribute, with the one that came behind it last: reports repeat. */
final class XmlName {
  final String text;
  private final byte[] bytes;

  /** The attribute that followed when this name was read last; itself when there was none. */
  private XmlName follower = this;

  XmlName(byte[] bytes) {
    this.bytes = bytes;
    // Interned, as the names in the source of readers are: comparing is looking whether it is it.
    this.text = new String(bytes, StandardCharsets.US_ASCII).intern();
  }

  int length() {
    return bytes.length;
  }

  XmlName follower() {
    return follower;
  }

  void followedBy(XmlName name) {
    follower = name;
  }

  /** Whether the name stands there; it may go on behind. */
  boolean isAt(byte[] text, int from, int end) {
    int length = bytes.length;
    if (end - from < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text[from + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  boolean is(byte[] text, int from, int end) {
    return Arrays.equals(bytes, 0, bytes.length, text, from, end);
  }
}
