package io.github.logcov.format;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the encoding of an XML document by its first bytes, as appendix F of XML 1.0 does. */
final class XmlEncoding {
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([^\"'<>]{0,40})[\"']");

  private XmlEncoding() {}

  /**
   * The charset of the document that begins so. A byte order mark stays in the text.
   *
   * @throws MalformedReportException when the declaration names none that this Java knows
   */
  static Charset of(byte[] head) throws MalformedReportException {
    if (begins(head, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    if (begins(head, 0xfe, 0xff) || begins(head, 0, '<', 0)) {
      return StandardCharsets.UTF_16BE;
    }
    if (begins(head, 0xff, 0xfe) || begins(head, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    Matcher declaration = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (!declaration.lookingAt()) {
      return StandardCharsets.UTF_8;
    }
    String name = declaration.group(1);
    Charset charset;
    try {
      charset = Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new MalformedReportException(
          "1", "the XML declaration needs the name of an encoding but was " + Excerpt.of(name), e);
    }
    if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
      // The declaration was read as single bytes, so it cannot be true.
      throw new MalformedReportException(
          "1",
          "wrong encoding: the XML declaration says " + Excerpt.of(name) + ", the bytes are not");
    }
    return charset;
  }

  private static boolean begins(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
