package io.github.logcov.format.cobertura;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Shows the element a reader stands on as if it were a document of its own, with all its content or
 * with none. The reader is moved to the end of the element at most, never beyond.
 */
final class ElementView extends StreamReaderDelegate {
  private final boolean whole;
  private int depth = 1;
  private int event = START_ELEMENT;

  private ElementView(XMLStreamReader reader, boolean whole) {
    super(reader);
    this.whole = whole;
  }

  /** The element; when it was read, the reader stands on its end. */
  static ElementView whole(XMLStreamReader reader) {
    return new ElementView(reader, true);
  }

  /** The start tag alone; the reader is not moved. */
  static ElementView withoutContent(XMLStreamReader reader) {
    return new ElementView(reader, false);
  }

  @Override
  public int next() throws XMLStreamException {
    if (depth == 0) {
      event = END_DOCUMENT;
    } else {
      event = whole ? super.next() : END_ELEMENT;
      depth += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
    }
    return event;
  }

  @Override
  public int getEventType() {
    return event;
  }
}
