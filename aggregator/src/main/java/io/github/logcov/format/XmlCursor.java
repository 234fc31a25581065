package io.github.logcov.format;

import io.github.logcov.model.LimitExceededException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/**
 * Walks over an XML report that may be hostile: the JDK's own StAX reader, no DTD, no entities but
 * the five of XML, depth and lengths bounded. Namespaces do not matter to coverage reports and read
 * as none. Any encoding that Java knows is read, strictly. Not thread-safe.
 *
 * <p>What is ordinary is read by {@link PlainXml}, several times as fast. Where it stops, the JDK's
 * reader goes on, inside of the elements that are open there; so what is no XML is refused by that
 * reader alone.
 */
public final class XmlCursor extends StreamReaderDelegate {
  /**
   * Bounds of the JDK that honest reports exceed. From 25 on it allows 100 levels, and 100,000
   * characters that were written as {@code &lt;} and its like, which every constructor in
   * Cobertura's own reports has. There are no other entities here, and the depth is ours to bound.
   */
  private static final List<String> UNBOUNDED =
      List.of(
          "jdk.xml.maxElementDepth",
          "jdk.xml.entityExpansionLimit",
          "jdk.xml.entityReplacementLimit",
          "jdk.xml.maxGeneralEntitySizeLimit",
          "jdk.xml.totalEntitySizeLimit");

  /** Of one element, names of namespaces included; the richest one of any format has a dozen. */
  static final int MAX_ATTRIBUTES = 1_000;

  /**
   * Here the JDK stops, before it holds more; of its own it would at 10,000, and at 200 from 25.
   */
  private static final String MAX_HELD_ATTRIBUTES = "10000";

  private final FormatLimits limits;
  private final Charset charset;
  private int depth;

  /** Who reads; null from where the JDK's reader does. */
  private @Nullable PlainXml plain;

  /** What the JDK's reader gets; null before. */
  private @Nullable XmlInput input;

  /** Where the document is when the JDK's reader begins, and how much it gets in front of that. */
  private int firstLine = 1;

  private int firstColumn = 1;
  private int inFront;

  /** On the start of the document. */
  public XmlCursor(ReportFile file, FormatLimits limits)
      throws MalformedReportException, IOException {
    this(file, limits, true);
  }

  /** With the JDK's reader alone, if not {@code mayBePlain}; there is no other difference. */
  XmlCursor(ReportFile file, FormatLimits limits, boolean mayBePlain)
      throws MalformedReportException, IOException {
    this.limits = limits;
    charset = XmlEncoding.of(file.head());
    plain = mayBePlain ? PlainProlog.pass(file, charset, limits.maxString()) : null;
    if (plain != null) {
      setParent(plain);
      return;
    }
    Reader text = decoded(file.content());
    try {
      String prolog = XmlProlog.read(text, limits.maxString());
      setParent(careful(new XmlInput(prolog, text, limits.maxString())));
    } catch (CharacterCodingException e) {
      throw new MalformedReportException("", wrongEncoding(charset), e);
    } catch (XMLStreamException e) {
      throw translated(e);
    }
  }

  private Reader decoded(InputStream content) {
    return new BufferedReader(new InputStreamReader(content, charset.newDecoder()));
  }

  private XMLStreamReader careful(XmlInput from) throws XMLStreamException {
    input = from;
    return factory().createXMLStreamReader(from);
  }

  /** Lets the JDK's reader go on where the document is not ordinary. */
  private void handOver(PlainXml from) throws XMLStreamException, IOException {
    String tags = from.openTags();
    firstLine = from.line();
    firstColumn = from.column();
    inFront = tags.length();
    plain = null;
    XmlInput text = new XmlInput(tags, decoded(from.rest()), limits.maxString());
    XMLStreamReader careful = careful(text);
    setParent(careful);
    for (int i = from.openEvents(); i > 0; i--) {
      text.allowMore();
      careful.next();
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    for (String bound : UNBOUNDED) {
      factory.setProperty(bound, "0");
    }
    factory.setProperty("jdk.xml.elementAttributeLimit", MAX_HELD_ATTRIBUTES);
    // What the JDK would print on stderr is in the exception, too.
    factory.setXMLReporter((message, type, related, location) -> {});
    return factory;
  }

  /** As {@link XMLStreamReader#next()}, with what goes wrong as problem of the report. */
  public int advance() throws MalformedReportException, IOException {
    try {
      return next();
    } catch (XMLStreamException e) {
      throw translated(e);
    }
  }

  /** The next event; for those who need an {@link XMLStreamReader}. */
  @Override
  public int next() throws XMLStreamException {
    int event = plain == null ? carefulNext() : plainNext(plain);
    if (event == START_ELEMENT) {
      if (++depth > limits.maxDepth()) {
        throw new XMLStreamException(
            Bound.exceeded(place(), "the XML", limits.maxDepth(), "levels", "--max-depth"));
      }
      if (getAttributeCount() + getNamespaceCount() > MAX_ATTRIBUTES) {
        throw new XMLStreamException(
            wrong("an element may have " + MAX_ATTRIBUTES + " attributes, but this one has more"));
      }
      if (input != null && input.mayBeLong()) {
        checkAttributes();
      }
    } else if (event == END_ELEMENT) {
      depth--;
    }
    return event;
  }

  private int plainNext(PlainXml from) throws XMLStreamException {
    int event = from.next();
    if (event != PlainXml.ODD) {
      return event;
    }
    try {
      handOver(from);
    } catch (IOException e) {
      throw new XMLStreamException(e);
    }
    return carefulNext();
  }

  private int carefulNext() throws XMLStreamException {
    XmlInput from = Objects.requireNonNull(input);
    from.allowMore();
    int event = super.next();
    if (from.failure() != null) {
      throw new XMLStreamException(from.failure());
    }
    return event;
  }

  private void checkAttributes() throws XMLStreamException {
    for (int i = 0; i < getAttributeCount(); i++) {
      if (getAttributeValue(i).length() > limits.maxString()) {
        String what = "the attribute " + Excerpt.of(getAttributeLocalName(i));
        throw new XMLStreamException(
            Bound.exceeded(place(), what, limits.maxString(), "characters", "--max-string"));
      }
    }
  }

  /** None: formats are told by their names. */
  @Override
  public String getNamespaceURI() {
    return "";
  }

  @Override
  public String getAttributeNamespace(int index) {
    return "";
  }

  /** Where the cursor is, as {@code line:column}: behind what it stands on; empty at the end. */
  public String place() {
    Location location = getLocation();
    if (location.getLineNumber() < 0) {
      return ""; // behind the end of the document
    }
    int line = location.getLineNumber();
    int column = location.getColumnNumber();
    return plain != null
        ? line + ":" + column
        : firstLine + line - 1 + ":" + (line > 1 ? column : column - inFront + firstColumn - 1);
  }

  /** An attribute of the element the cursor stands on; null when it has none of the name. */
  public @Nullable String attribute(String name) {
    for (int i = getAttributeCount() - 1; i >= 0; i--) {
      if (getAttributeLocalName(i).equals(name)) {
        return getAttributeValue(i);
      }
    }
    return null;
  }

  /** The place of an attribute among those of the element; -1 when it has none of the name. */
  public int indexOf(String name) {
    int i = getAttributeCount() - 1;
    while (i >= 0 && !getAttributeLocalName(i).equals(name)) {
      i--;
    }
    return i;
  }

  /** The number that an attribute is, of 1 to 18 digits; -1 when it is something else. */
  public long digits(int index) {
    if (plain != null) {
      return plain.digits(index);
    }
    String text = getAttributeValue(index);
    int length = text.length();
    long number = length == 0 || length > XmlTag.MAX_DIGITS ? -1 : 0;
    for (int i = 0; i < length && number >= 0; i++) {
      int digit = text.charAt(i) - '0';
      number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
    }
    return number;
  }

  /** What is wrong with the element the cursor stands on. */
  public MalformedReportException wrong(String message) {
    return new MalformedReportException(place(), message);
  }

  /** An attribute that is not what it must be; {@code needs} goes on after its name. */
  public MalformedReportException wrong(String attribute, String needs, @Nullable String found) {
    String was = found == null ? "it is missing" : "was " + Excerpt.of(found);
    return wrong(
        "<" + getLocalName() + "> needs the attribute " + attribute + " " + needs + ", but " + was);
  }

  /**
   * The problem of the report behind an exception of the parser, or of what ran on this cursor.
   *
   * @throws IOException when it was not the report's fault
   */
  public MalformedReportException translated(Throwable thrown) throws IOException {
    Throwable failure = input == null ? null : input.failure();
    Throwable first = failure == null ? thrown : failure;
    for (Throwable cause = first; cause != null; cause = cause.getCause()) {
      if (cause instanceof MalformedReportException malformed) {
        return malformed;
      }
      if (cause instanceof CharacterCodingException) {
        // Some thousand characters are decoded ahead of the parser: its place says nothing.
        return new MalformedReportException("", wrongEncoding(charset), cause);
      }
      if (cause instanceof IOException failed) {
        if (failed.getCause() instanceof LimitExceededException exceeded) {
          return Bound.at(safePlace(), exceeded);
        }
        throw failed;
      }
    }
    String text = String.valueOf(thrown.getMessage());
    // "ParseError at [row,col]:[1,7]\nMessage: ...": the place is told by ourselves.
    int message = text.indexOf("Message: ");
    String said = message < 0 ? text : text.substring(message + "Message: ".length());
    return new MalformedReportException(
        safePlace(), "well-formed XML was expected: " + Excerpt.saying(said), thrown);
  }

  private String safePlace() {
    return getParent() == null ? "" : place();
  }

  private static String wrongEncoding(Charset charset) {
    return "wrong encoding: " + charset.name() + " was expected, but these bytes are not";
  }
}
