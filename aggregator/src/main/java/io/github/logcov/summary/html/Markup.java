package io.github.logcov.summary.html;

import io.github.logcov.problem.Legible;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * HTML as it is written: elements, attributes, text. All text and every attribute is escaped, and
 * characters that no one sees or that turn text around are shown by their number, {@code U+202E};
 * so data cannot become markup.
 */
final class Markup {
  private final Writer out;
  private final Deque<String> open = new ArrayDeque<>();

  Markup(Writer out) {
    this.out = out;
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values by turns; an attribute without a value has an empty one
   */
  Markup open(String element, String... attributes) throws IOException {
    start(element, attributes);
    open.push(element);
    return this;
  }

  /** An element that has no end. */
  Markup lone(String element, String... attributes) throws IOException {
    start(element, attributes);
    return this;
  }

  /** An element with nothing but a text in it. */
  Markup element(String element, String text, String... attributes) throws IOException {
    return open(element, attributes).text(text).close();
  }

  Markup text(String text) throws IOException {
    escape(text);
    return this;
  }

  /** Closes the element that was opened last. */
  Markup close() throws IOException {
    out.write("</" + open.pop() + ">");
    return this;
  }

  Markup line() throws IOException {
    out.write('\n');
    return this;
  }

  /** Markup, style or script of our own, as it is. */
  Markup own(String markup) throws IOException {
    out.write(markup);
    return this;
  }

  private void start(String element, String... attributes) throws IOException {
    out.write("<" + element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.write(" " + attributes[i]);
      if (!attributes[i + 1].isEmpty()) {
        out.write("=\"");
        escape(attributes[i + 1]);
        out.write('"');
      }
    }
    out.write('>');
  }

  private void escape(String text) throws IOException {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '&' -> out.write("&amp;");
        case '"' -> out.write("&quot;");
        default -> {
          if (Legible.is(c)) {
            out.write(Character.toString(c));
          } else {
            out.write(String.format(Locale.ROOT, "U+%04X", c));
          }
        }
      }
    }
  }
}
