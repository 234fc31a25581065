package io.github.logcov.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;

/**
 * Reads ordinary XML from its bytes: elements, attributes, text and comments in UTF-8, without
 * namespaces, sections and characters by number. That is nearly all of nearly every report.
 *
 * <p>It refuses nothing. In front of the first thing that is not ordinary, be it correct or not, it
 * stops for good and says {@link #ODD}; from there on another parser has to read. Not thread-safe.
 */
final class PlainXml extends BareXmlReader {
  /** No event: what follows is not ordinary. */
  static final int ODD = XmlTag.ODD;

  private final XmlBytes in;
  private final XmlTag tag;
  private int event = START_DOCUMENT;

  /** The elements that are open; behind them that which ended last. */
  private XmlName[] open = new XmlName[16];

  private int depth;
  private boolean rootSeen;

  /** The text or comment: where it stands, and the kinds of its bytes. */
  private int textFrom;

  private int textTo;
  private int textKinds;

  /** On the start of the document, whose root element begins with this input. */
  PlainXml(XmlBytes in) {
    this.in = in;
    this.tag = new XmlTag(in);
  }

  @Override
  public int getEventType() {
    return event;
  }

  @Override
  public int next() throws XMLStreamException {
    if (event == START_ELEMENT && tag.isEmpty()) {
      event = endElement();
      return event;
    }
    try {
      event = nextPiece();
    } catch (IOException e) {
      throw new XMLStreamException(e);
    }
    return event;
  }

  /** Tries the piece that is there, and again with more of it as long as it is cut. */
  private int nextPiece() throws IOException {
    while (true) {
      int found = in.start < in.end ? piece() : XmlTag.CUT;
      if (found != XmlTag.CUT) {
        return found;
      }
      if (!in.more()) {
        return in.end < XmlBytes.CAPACITY && rootSeen && depth == 0 ? END_DOCUMENT : ODD;
      }
    }
  }

  /** The event of the piece; or else what is wrong with it. */
  private int piece() {
    if (rootSeen && depth == 0) {
      return afterRoot();
    }
    if (in.bytes[in.start] != '<') {
      return text();
    }
    if (in.end - in.start < 2) {
      return XmlTag.CUT;
    }
    return switch (in.bytes[in.start + 1]) {
      case '/' -> endTag();
      case '!' -> comment();
      default -> startTag();
    };
  }

  private int startTag() {
    int behind = tag.read();
    if (behind < 0) {
      return behind;
    }
    if (depth == open.length) {
      open = Arrays.copyOf(open, 2 * depth);
    }
    open[depth++] = tag.name();
    rootSeen = true;
    in.advance(behind, tag.seen());
    return START_ELEMENT;
  }

  private int endTag() {
    if (depth == 0) {
      return XmlTag.ODD;
    }
    XmlName name = open[depth - 1];
    int at = in.start + 2;
    int behind = at + name.length();
    if (behind >= in.end) {
      return XmlTag.CUT;
    }
    if (in.bytes[behind] != '>' || !name.isAt(in.bytes, at, behind)) {
      return XmlTag.ODD;
    }
    in.advance(behind + 1, 0);
    return endElement();
  }

  private int endElement() {
    depth--;
    return END_ELEMENT;
  }

  /** There are line ends at most. */
  private int afterRoot() {
    for (int i = in.start; i < in.end; i++) {
      if (in.bytes[i] != '\n' && in.bytes[i] != '\r' && in.bytes[i] != ' ') {
        return XmlTag.ODD;
      }
    }
    return XmlTag.CUT;
  }

  /** Everything up to the next tag; the bytes of nearly all of it are blanks. */
  private int text() {
    byte[] bytes = in.bytes;
    int end = in.end;
    int at = in.start;
    int kinds = 0;
    while (at < end && bytes[at] != '<') {
      kinds |= XmlBytes.kind(bytes[at++]);
    }
    if (at == end) {
      return XmlTag.CUT;
    }
    return taken(in.start, at, kinds) ? said(at, CHARACTERS) : XmlTag.ODD;
  }

  private int comment() {
    byte[] bytes = in.bytes;
    int end = in.end;
    int from = in.start + "<!--".length();
    if (end < from) {
      return XmlTag.CUT;
    }
    if (bytes[from - 2] != '-' || bytes[from - 1] != '-') {
      return XmlTag.ODD;
    }
    int at = from;
    int kinds = 0;
    while (at + 2 < end && (bytes[at] != '-' || bytes[at + 1] != '-')) {
      kinds |= XmlBytes.kind(bytes[at++]);
    }
    if (at + 2 >= end) {
      return XmlTag.CUT;
    }
    // Ampersands and brackets are nothing special here.
    kinds &= ~(XmlBytes.AMPERSAND | XmlBytes.BRACKET);
    return bytes[at + 2] == '>' && taken(from, at, kinds) ? said(at + 3, COMMENT) : XmlTag.ODD;
  }

  /** Whether these bytes are ordinary characters. */
  private boolean taken(int from, int to, int kinds) {
    textFrom = from;
    textTo = to;
    textKinds = kinds;
    if ((kinds & XmlBytes.UNUSUAL) == 0) {
      return (kinds & XmlBytes.RETURN) == 0 || !in.hasLoneReturn(from, to);
    }
    String text = in.text(from, to, kinds);
    return text != null && ((kinds & XmlBytes.BRACKET) == 0 || !text.contains("]]>"));
  }

  private int said(int behind, int kind) {
    in.advance(behind, textKinds);
    return kind;
  }

  /** Start tags of the elements that are open; of the root with its end, if that is over. */
  String openTags() {
    if (rootSeen && depth == 0) {
      return "<" + open[0].text + "/>";
    }
    StringBuilder tags = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      tags.append('<').append(open[i].text).append('>');
    }
    return tags.toString();
  }

  /** As many events as the {@link #openTags} are. */
  int openEvents() {
    return rootSeen && depth == 0 ? 2 : depth;
  }

  /** What was not read: from the place on. */
  InputStream rest() throws IOException {
    return in.rest();
  }

  @Override
  public String getLocalName() {
    return open[event == START_ELEMENT ? depth - 1 : depth].text;
  }

  @Override
  public int getAttributeCount() {
    return tag.count();
  }

  @Override
  public String getAttributeLocalName(int index) {
    return tag.attribute(index);
  }

  @Override
  public String getAttributeValue(int index) {
    return tag.value(index);
  }

  /** As {@link XmlTag#digits}. */
  long digits(int index) {
    return tag.digits(index);
  }

  @Override
  public String getText() {
    return Objects.requireNonNull(in.text(textFrom, textTo, textKinds));
  }

  @Override
  int line() {
    return event == END_DOCUMENT ? -1 : in.line();
  }

  @Override
  int column() {
    return event == END_DOCUMENT ? -1 : in.column();
  }
}
