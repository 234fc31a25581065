package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlCursorTest {
  @Test
  void walksOverElementsWithTheirPlaces() throws Exception {
    XmlCursor cursor = cursor("<a>\n <b x='1'/></a>");

    assertThat(cursor.advance()).isEqualTo(XMLStreamConstants.START_ELEMENT);
    assertThat(cursor.place()).isEqualTo("1:4");
    cursor.advance();
    cursor.advance();
    assertThat(cursor.getLocalName()).isEqualTo("b");
    assertThat(cursor.place()).isEqualTo("2:12");
    assertThat(cursor.attribute("x")).isEqualTo("1");
    assertThat(cursor.attribute("y")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY e 'x'>]><a b='&e;'/>",
        "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
        "<!DOCTYPE a SYSTEM 'http://localhost:1/a.dtd'><a b='&e;'/>",
        "<!DOCTYPE a SYSTEM 'http://localhost:1/a.dtd'><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a b='&e;'/>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>",
        "<a b='&e;'/>",
        "<a>&e;</a>",
        "<a/><!DOCTYPE a>",
        "<!DOCTYPE a [ <a/>",
        "<!DOCTYPE a><!DOCTYPE a SYSTEM 'x'><a b='&e;'/>",
      })
  void knowsNoEntitiesButThoseOfXml(String text) {
    assertThatThrownBy(() -> readAll(cursor(text))).isInstanceOf(MalformedReportException.class);
  }

  @Test
  void readsTheEntitiesOfXml() throws Exception {
    XmlCursor cursor = cursor("<!DOCTYPE a SYSTEM 'x'><a b='&lt;&gt;&amp;&quot;&apos;&#x41;'/>");
    cursor.advance();

    assertThat(cursor.attribute("b")).isEqualTo("<>&\"'A");
  }

  /** Newer JDKs bound more, and less generously; what is bounded here is bounded by us. */
  @Test
  void readsManyEntitiesAndLargeDocuments() throws Exception {
    String many = "<b c='" + "&amp;".repeat(5_000) + "'>" + "&lt;".repeat(5_000) + "</b>";

    readAll(cursor("<a>" + many.repeat(100) + "<d/>".repeat(200_000) + "</a>"));
    readAll(cursor("<a>".repeat(200) + "</a>".repeat(200)));
  }

  /** The JDK's reader forgets what went wrong there, and would call it malformed. */
  @Test
  void passesOnAFaultOfTheStreamInsideAComment() throws Exception {
    byte[] begin = ("<a><!--" + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(begin),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the payload is damaged");
              }
            });
    XmlCursor cursor = new XmlCursor(new ReportFile("report", broken), FormatLimits.DEFAULT);

    assertThatThrownBy(() -> readAll(cursor))
        .isInstanceOf(IOException.class)
        .hasMessage("the payload is damaged");
  }

  @Test
  void refusesBytesThatAreNotInTheEncodingEvenBehindTheHead() {
    String text =
        "<?xml version='1.0' encoding='Shift_JIS'?><a>" + "x".repeat(10_000) + "\u00e9</a>";
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    bytes[bytes.length - 5] = (byte) 0xff;

    assertThatThrownBy(() -> readAll(new XmlCursor(Fixtures.file(bytes), FormatLimits.DEFAULT)))
        .isInstanceOf(MalformedReportException.class)
        .hasMessage("wrong encoding: Shift_JIS was expected, but these bytes are not");
  }

  private static XmlCursor cursor(String text) throws Exception {
    return new XmlCursor(
        Fixtures.file(text.getBytes(StandardCharsets.UTF_8)), FormatLimits.DEFAULT);
  }

  private static void readAll(XmlCursor cursor) throws Exception {
    while (cursor.advance() != XMLStreamConstants.END_DOCUMENT) {
      // On to the end.
    }
  }
}
