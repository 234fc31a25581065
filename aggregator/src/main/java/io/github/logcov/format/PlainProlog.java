package io.github.logcov.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is before the root element, where that is ordinary and {@link PlainXml} can go on. */
final class PlainProlog {
  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?xml version=([\"'])1\\.0\\1"
              + "(?: encoding=([\"'])[A-Za-z][\\w.-]*\\2)?"
              + "(?: standalone=([\"'])(?:yes|no)\\3)? ?\\?>");

  private PlainProlog() {}

  /**
   * A reader on the start of the document; null when the bytes before the root element are not
   * ordinary, are many, or are bounded tighter than that reader can.
   */
  static @Nullable PlainXml pass(ReportFile file, Charset charset, int maxString)
      throws IOException {
    if (!charset.equals(StandardCharsets.UTF_8) || maxString < XmlBytes.CAPACITY) {
      return null;
    }
    byte[] head = file.head();
    int mark = JsonBytes.markLength(head);
    String text = new String(head, mark, head.length - mark, StandardCharsets.ISO_8859_1);
    int root = root(text);
    if (root < 0) {
      return null;
    }
    InputStream content = file.content();
    content.skipNBytes(mark + root);
    String before = text.substring(0, root);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new PlainXml(new XmlBytes(content, line, root - before.lastIndexOf('\n')));
  }

  /** Where the root element begins; -1 when it is not known. */
  private static int root(String head) throws IOException {
    String prolog;
    try {
      prolog = XmlProlog.read(new StringReader(head), head.length() + 1);
    } catch (MalformedReportException e) {
      return -1; // another reader will say so
    }
    int root = prolog.length() - 2;
    return root >= 0
            && prolog.charAt(root) == '<'
            && isPlain(head.substring(0, root))
            && isOrdinary(prolog.substring(0, root))
        ? root
        : -1;
  }

  /** ASCII, on ordinary lines. */
  private static boolean isPlain(String text) {
    return text.replace("\r\n", "\n")
        .chars()
        .allMatch(c -> c >= ' ' && c < 0x7f || c == '\n' || c == '\t');
  }

  /** A declaration, then blanks and comments. */
  private static boolean isOrdinary(String prolog) {
    Matcher declaration = DECLARATION.matcher(prolog);
    String rest = declaration.lookingAt() ? prolog.substring(declaration.end()) : prolog;
    for (rest = rest.stripLeading(); rest.startsWith("<!--"); rest = rest.stripLeading()) {
      int end = rest.indexOf("--", "<!--".length());
      if (end < 0 || !rest.startsWith("-->", end)) {
        return false;
      }
      rest = rest.substring(end + "-->".length());
    }
    return rest.isEmpty();
  }
}
