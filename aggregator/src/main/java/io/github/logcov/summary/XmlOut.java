package io.github.logcov.summary;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML by the JDK's own writer: elements on lines of their own, attributes as pairs. All
 * texts are made legible on the way, so that nothing is left that XML does not allow.
 */
final class XmlOut {
  private final Writer writer;
  private final XMLStreamWriter xml;
  private int depth;
  private boolean empty;

  XmlOut(OutputStream out) throws IOException {
    // Behind a writer of ours: in front of a stream the JDK writes a character beyond the first
    // plane as two references, which no reader takes.
    writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** A step of the writer below. */
  private interface Step {
    void run() throws XMLStreamException;
  }

  private static void run(Step step) throws IOException {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e);
    }
  }

  /** The declaration. */
  void declaration() throws IOException {
    run(() -> xml.writeStartDocument("UTF-8", "1.0"));
  }

  /** A comment on a line of its own. */
  void comment(String text) throws IOException {
    run(
        () -> {
          xml.writeCharacters(indent());
          // Two hyphens would end it.
          xml.writeComment(" " + Visible.of(text).replace("--", "- -") + " ");
        });
  }

  /** Opens an element; {@code attributes} are names and values in turn. */
  void open(String name, Object... attributes) throws IOException {
    run(
        () -> {
          xml.writeCharacters(indent());
          xml.writeStartElement(name);
          attributes(attributes);
        });
    depth++;
    empty = true;
  }

  /** An element with nothing inside. */
  void leaf(String name, Object... attributes) throws IOException {
    run(
        () -> {
          xml.writeCharacters(indent());
          xml.writeEmptyElement(name);
          attributes(attributes);
        });
    empty = false;
  }

  /** An element with a text inside. */
  void text(String name, String text, Object... attributes) throws IOException {
    run(
        () -> {
          xml.writeCharacters(indent());
          xml.writeStartElement(name);
          attributes(attributes);
          xml.writeCharacters(Visible.of(text));
          xml.writeEndElement();
        });
    empty = false;
  }

  private void attributes(Object... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute((String) attributes[i], Visible.of(attributes[i + 1].toString()));
    }
  }

  /** Closes the element that was opened last. */
  void close() throws IOException {
    depth--;
    run(
        () -> {
          if (!empty) {
            xml.writeCharacters(indent());
          }
          xml.writeEndElement();
        });
    empty = false;
  }

  /** The end; the stream is flushed. */
  void finish() throws IOException {
    run(
        () -> {
          xml.writeEndDocument();
          xml.flush();
        });
    writer.write("\n");
    writer.flush();
  }

  private String indent() {
    return "\n" + " ".repeat(depth);
  }
}
