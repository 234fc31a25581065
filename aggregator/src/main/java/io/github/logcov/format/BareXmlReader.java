package io.github.logcov.format;

import java.util.Collections;
import java.util.Iterator;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The questions of {@link XMLStreamReader} that have one answer where there are no namespaces,
 * processing instructions and declarations, and those that follow from others.
 */
abstract class BareXmlReader implements XMLStreamReader, Location {
  private static final NamespaceContext NO_NAMESPACES =
      new NamespaceContext() {
        @Override
        public String getNamespaceURI(String prefix) {
          return XMLConstants.NULL_NS_URI;
        }

        @Override
        public @Nullable String getPrefix(String namespace) {
          return null;
        }

        @Override
        public Iterator<String> getPrefixes(String namespace) {
          return Collections.emptyIterator();
        }
      };

  /** 1-based; -1 behind the end. */
  abstract int line();

  /** 1-based, in UTF-16 units; -1 behind the end. */
  abstract int column();

  @Override
  public final Location getLocation() {
    return this;
  }

  @Override
  public final int getLineNumber() {
    return line();
  }

  @Override
  public final int getColumnNumber() {
    return column();
  }

  @Override
  public final int getCharacterOffset() {
    return -1;
  }

  @Override
  public final @Nullable String getPublicId() {
    return null;
  }

  @Override
  public final @Nullable String getSystemId() {
    return null;
  }

  @Override
  public final boolean hasNext() {
    return getEventType() != END_DOCUMENT;
  }

  @Override
  public final boolean isStartElement() {
    return getEventType() == START_ELEMENT;
  }

  @Override
  public final boolean isEndElement() {
    return getEventType() == END_ELEMENT;
  }

  @Override
  public final boolean isCharacters() {
    return getEventType() == CHARACTERS;
  }

  @Override
  public final boolean isWhiteSpace() {
    return isCharacters() && getText().isBlank();
  }

  @Override
  public final boolean hasName() {
    return isStartElement() || isEndElement();
  }

  @Override
  public final boolean hasText() {
    return isCharacters() || getEventType() == COMMENT;
  }

  @Override
  public final QName getName() {
    return new QName(getLocalName());
  }

  @Override
  public final @Nullable String getNamespaceURI() {
    return null;
  }

  @Override
  public final String getPrefix() {
    return "";
  }

  @Override
  public final QName getAttributeName(int index) {
    return new QName(getAttributeLocalName(index));
  }

  @Override
  public final @Nullable String getAttributeNamespace(int index) {
    return null;
  }

  @Override
  public final String getAttributePrefix(int index) {
    return "";
  }

  @Override
  public final String getAttributeType(int index) {
    return "CDATA";
  }

  @Override
  public final boolean isAttributeSpecified(int index) {
    return true;
  }

  @Override
  public final @Nullable String getAttributeValue(@Nullable String namespace, String name) {
    for (int i = 0; i < getAttributeCount(); i++) {
      if (getAttributeLocalName(i).equals(name)) {
        return getAttributeValue(i);
      }
    }
    return null;
  }

  @Override
  public final int getNamespaceCount() {
    return 0;
  }

  @Override
  public final char[] getTextCharacters() {
    return getText().toCharArray();
  }

  @Override
  public final int getTextCharacters(int from, char[] target, int at, int length) {
    String text = getText();
    int count = Math.min(length, text.length() - from);
    text.getChars(from, from + count, target, at);
    return count;
  }

  @Override
  public final int getTextStart() {
    return 0;
  }

  @Override
  public final int getTextLength() {
    return getText().length();
  }

  @Override
  public final void require(int type, @Nullable String namespace, @Nullable String name)
      throws XMLStreamException {
    if (type != getEventType() || name != null && !name.equals(getLocalName())) {
      throw new XMLStreamException("event " + type + " was required", this);
    }
  }

  @Override
  public final @Nullable Object getProperty(String name) {
    return null;
  }

  @Override
  public final String getEncoding() {
    return "UTF-8";
  }

  @Override
  public final @Nullable String getCharacterEncodingScheme() {
    return null;
  }

  @Override
  public final String getVersion() {
    return "1.0";
  }

  @Override
  public final boolean isStandalone() {
    return false;
  }

  @Override
  public final boolean standaloneSet() {
    return false;
  }

  @Override
  public final void close() {
    // Whoever opened the content closes it.
  }

  @Override
  public final String getElementText() {
    throw unsupported();
  }

  @Override
  public final int nextTag() {
    throw unsupported();
  }

  @Override
  public final String getNamespacePrefix(int index) {
    throw unsupported();
  }

  @Override
  public final String getNamespaceURI(int index) {
    throw unsupported();
  }

  @Override
  public final String getNamespaceURI(String prefix) {
    throw unsupported();
  }

  @Override
  public final NamespaceContext getNamespaceContext() {
    return NO_NAMESPACES;
  }

  @Override
  public final String getPITarget() {
    throw unsupported();
  }

  @Override
  public final String getPIData() {
    throw unsupported();
  }

  private static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException("there is nothing like it in ordinary XML");
  }
}
