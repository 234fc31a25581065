package io.github.logcov.format;

import java.io.IOException;
import java.io.Reader;

/**
 * What stands before the root element: declaration, comments, DOCTYPE. The DOCTYPE is blanked out.
 *
 * <p>A parser that is told not to read DTDs drops references to entities in attributes in silence
 * when there is an external DTD that might have declared them (the JDK's does, 17 and 25). Without
 * a DOCTYPE such a reference is the error it should be, and nothing is left that could be loaded.
 */
final class XmlProlog {
  private final Reader in;
  private final int maxLength;
  private final StringBuilder text = new StringBuilder();
  private boolean doctype;

  private XmlProlog(Reader in, int maxLength) {
    this.in = in;
    this.maxLength = maxLength;
  }

  /**
   * Reads up to the first two characters of the root element, included; a byte order mark is left
   * out. When the text ends before, all of it is returned.
   *
   * @throws MalformedReportException when it is longer than {@code maxLength}
   */
  static String read(Reader in, int maxLength) throws IOException, MalformedReportException {
    XmlProlog prolog = new XmlProlog(in, maxLength);
    prolog.read();
    return prolog.text.toString();
  }

  private void read() throws IOException, MalformedReportException {
    int c = in.read();
    if (c == '\ufeff') {
      c = in.read();
    }
    for (; c >= 0; c = in.read()) {
      append(c);
      if (c != '<') {
        continue;
      }
      c = in.read();
      if (c < 0) {
        return;
      }
      append(c);
      if (c == '?') {
        skipTo("?>");
      } else if (c == '!') {
        declaration();
      } else {
        return;
      }
    }
  }

  private void declaration() throws IOException, MalformedReportException {
    int start = text.length() - 2;
    int c = next();
    if (c == '-') {
      skipTo("-->");
      return;
    }
    if (doctype) {
      throw new MalformedReportException(
          "", "an XML document has one DOCTYPE at most, here is another");
    }
    doctype = true;
    boolean subset = false;
    while (c >= 0 && (c != '>' || subset)) {
      if (c == '"' || c == '\'') {
        skipTo(Character.toString(c));
      } else if (c == '[') {
        subset = true;
      } else if (c == ']') {
        subset = false;
      } else if (c == '<' && subset) {
        c = next();
        if (c == '?') {
          skipTo("?>");
        } else if (c == '!') {
          c = next();
          if (c == '-') {
            skipTo("-->");
          } else {
            continue;
          }
        }
      }
      c = next();
    }
    blank(start);
  }

  private void blank(int start) {
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      // A zero character stays, for the parser to refuse: no report has one.
      if (c != '\n' && c != '\r' && c != 0) {
        text.setCharAt(i, ' ');
      }
    }
  }

  private void skipTo(String end) throws IOException, MalformedReportException {
    int start = text.length();
    int last = end.charAt(end.length() - 1);
    int c;
    do {
      c = next();
    } while (c >= 0
        && !(c == last
            && text.length() - start >= end.length()
            && text.indexOf(end, text.length() - end.length()) >= 0));
  }

  private int next() throws IOException, MalformedReportException {
    int c = in.read();
    if (c >= 0) {
      append(c);
    }
    return c;
  }

  private void append(int c) throws MalformedReportException {
    if (text.length() == maxLength) {
      throw Bound.exceeded(
          "", "the text before the root element", maxLength, "characters", "--max-string");
    }
    text.append((char) c);
  }
}
