package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader of ordinary XML beside the JDK's, which is always right. */
class PlainXmlTest {
  private static final int MUTANTS = 6;
  private static final String END = "end of the document";
  private static final int LONGEST = 4_000;

  private static final List<String> SPICE =
      List.of(
          "<",
          ">",
          "/",
          "&",
          "\"",
          "'",
          "=",
          "!",
          "-",
          "--",
          "-->",
          "<!--",
          "]",
          "]]>",
          "?",
          " ",
          "\n",
          "\r",
          "\r\n",
          "\t",
          "\0",
          "\u0001",
          "\u007f",
          "x",
          ":",
          ".",
          "1",
          "_",
          "</",
          "/>",
          "<a>",
          "</a>",
          "<a/>",
          "<a b='1'/>",
          " b=\"\"",
          " number=\"1\"",
          " xmlns=\"u\"",
          " xmlns:p='u'",
          " p:x='1'",
          "<p:x/>",
          "<![CDATA[<line/>]]>",
          "<?pi x?>",
          "<?xml version='1.0'?>",
          "<!DOCTYPE a>",
          "&lt;",
          "&amp;&quot;",
          "&apos;&gt;",
          "&#65;",
          "&#x1f600;",
          "&#0;",
          "&e;",
          "&;",
          "é",
          "\u2028",
          "\ufeff",
          "\ufffe",
          "\uffff",
          "😀",
          "中\n文",
          "<!-- é -->",
          "<!-- & ]] -->",
          "<!--->",
          "<é/>",
          " é='1'",
          "<a\n b='1'\n/>",
          "<a b='1'c='2'/>",
          "<a b='\n'/>",
          "</a >",
          "<a b = '1'/>",
          "x]]&gt;y");

  /** Folder and name of every XML report. */
  static Stream<String> reports() {
    return Stream.of(
            Fixtures.COBERTURA,
            Fixtures.JACOCO,
            Fixtures.CLOVER,
            Fixtures.OPENCOVER,
            Fixtures.REAL,
            Fixtures.MERGE)
        .flatMap(folder -> Fixtures.names(folder).stream().map(name -> folder + "/" + name))
        .filter(path -> path.endsWith(".xml"));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void readsReportsAndMutantsOfThemAsTheCarefulReaderDoes(String path) throws Exception {
    byte[] report = Fixtures.bytes(path);
    compare(report, new Random(1));
    byte[] part = report.length > LONGEST ? middleCutOut(report) : report;
    for (int seed = 0; seed < MUTANTS; seed++) {
      Random random = new Random(seed * 31L + path.hashCode());
      compare(new Mutants(random, SPICE, 20).of(part), random);
    }
  }

  /** Where a reader of bytes could be wrong: on either side of the end of what it holds. */
  @ParameterizedTest
  @ValueSource(
      strings = {"<b c='1'/>", "x&amp;y", "<!-- c -->", "</b><b>", "\r\n", "é😀", "<b d='é'/>"})
  void readsPiecesAcrossTheEndOfWhatItHolds(String piece) throws Exception {
    String begin = "<?xml version=\"1.0\"?>\n<a><b>";
    for (int before = XmlBytes.CAPACITY - 30; before < XmlBytes.CAPACITY + 5; before++) {
      String blanks = " ".repeat(before / 2) + "<c/>" + " ".repeat(before - before / 2 - 4);
      String text = begin + blanks + piece + "<c/></b></a>\n";
      compare(text.getBytes(StandardCharsets.UTF_8), new Random(before));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {XmlBytes.CAPACITY - 1, XmlBytes.CAPACITY, XmlBytes.CAPACITY + 1, 200_000})
  void readsPiecesOfAnyLength(int length) throws Exception {
    for (String text :
        List.of(
            "<a>" + "x".repeat(length) + "</a>",
            "<a b='" + "x".repeat(length) + "'/>",
            "<a><!--" + "x".repeat(length) + "--></a>",
            "<a>" + " ".repeat(length) + "<b c='1'/></a>")) {
      compare(text.getBytes(StandardCharsets.UTF_8), new Random(length));
    }
  }

  /** The JDK's reader takes up to a thousand characters. */
  @Test
  void refusesLongNames() throws Exception {
    for (int length : new int[] {400, 1_000, 1_001, 5_000}) {
      String name = "b".repeat(length);
      byte[] document = ("<a><" + name + "/></a>").getBytes(StandardCharsets.UTF_8);

      boolean refused = !last(events(document, true, document.length)).equals(END);

      assertThat(refused).as(length + " characters").isEqualTo(length > 1_000);
    }
  }

  @Test
  void readsManyNamesAndAttributes() throws Exception {
    StringBuilder elements = new StringBuilder("<a>");
    StringBuilder attributes = new StringBuilder("<a");
    for (int i = 0; i < 1_000; i++) {
      elements.append("<b").append(i).append(" c").append(i).append("='1'/>\n");
      attributes.append(" c").append(i).append("='1'");
    }
    compare((elements + "</a>").getBytes(StandardCharsets.UTF_8), new Random(1));
    compare((attributes + "/>").getBytes(StandardCharsets.UTF_8), new Random(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cobertura-2.1.1-multisource.xml",
        "cobertura-coverlet.xml",
        "cobertura-python-a.xml",
        "cobertura-ruby-simplecov.xml",
        "jacoco-0.8.3.xml",
        "clover-istanbul.xml"
      })
  void readsOrdinaryReportsToTheirEnd(String name) throws Exception {
    ReportFile file = Fixtures.file(Fixtures.bytes(Fixtures.REAL + "/" + name));
    PlainXml plain = PlainProlog.pass(file, StandardCharsets.UTF_8, 1 << 20);

    int event = plain.getEventType();
    while (event != XMLStreamConstants.END_DOCUMENT && event != PlainXml.ODD) {
      event = plain.next();
    }

    assertThat(event).isEqualTo(XMLStreamConstants.END_DOCUMENT);
  }

  private static byte[] middleCutOut(byte[] report) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.write(report, 0, LONGEST / 2);
    part.write(report, report.length - LONGEST / 2, LONGEST / 2);
    return part.toByteArray();
  }

  private static void compare(byte[] document, Random random) throws Exception {
    List<String> careful = events(document, false, document.length + 1);
    // Pieces that come byte by byte are looked at again with each of them.
    int chunk = 1 + random.nextInt(document.length < 20_000 && random.nextBoolean() ? 9 : 9_000);
    List<String> plain = events(document, true, chunk);
    if ((last(careful) + last(plain)).contains("wrong encoding")) {
      // The JDK decodes some thousand bytes ahead, so that comes before what else is wrong.
      assertThat(List.of(last(careful), last(plain))).doesNotContain(END);
    } else if (last(careful).endsWith("within the same entity.")) {
      // What it says of a name that is cut depends on where in its buffer that stands.
      assertThat(withoutMessage(plain)).isEqualTo(withoutMessage(careful));
    } else {
      assertThat(plain).isEqualTo(careful);
    }
  }

  private static List<String> withoutMessage(List<String> events) {
    List<String> rest = new ArrayList<>(events);
    rest.replaceAll(event -> event.replaceFirst("(?s)(well-formed XML was expected).*", "$1"));
    return rest;
  }

  private static String last(List<String> events) {
    return events.get(events.size() - 1);
  }

  /** All that a format can see of a document, up to its end or what is wrong with it. */
  private static List<String> events(byte[] document, boolean plain, int chunk) throws IOException {
    List<String> events = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    try {
      ReportFile file = new ReportFile("report", inChunks(document, chunk));
      XmlCursor cursor = new XmlCursor(file, FormatLimits.DEFAULT, plain);
      for (int event = cursor.advance();
          event != XMLStreamConstants.END_DOCUMENT;
          event = cursor.advance()) {
        switch (event) {
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              text.append(cursor.getText());
          case XMLStreamConstants.COMMENT -> {
            // Nobody asks for those before the root element.
            if (!events.isEmpty()) {
              events.add("comment " + cursor.getText());
            }
          }
          case XMLStreamConstants.START_ELEMENT -> {
            events.add("text " + text);
            text.setLength(0);
            events.add(start(cursor));
          }
          case XMLStreamConstants.END_ELEMENT -> {
            events.add("text " + text);
            text.setLength(0);
            events.add("end " + cursor.getLocalName() + " " + cursor.place());
          }
          default -> {}
        }
      }
      events.add(END);
    } catch (MalformedReportException e) {
      events.add(e.place() + " " + e.getMessage());
    }
    return events;
  }

  private static String start(XmlCursor cursor) {
    StringBuilder start = new StringBuilder("start ");
    start.append(cursor.getLocalName()).append(' ').append(cursor.place());
    for (int i = 0; i < cursor.getAttributeCount(); i++) {
      start.append(' ').append(cursor.getAttributeLocalName(i));
      start.append('=').append(cursor.getAttributeValue(i)).append('=').append(cursor.digits(i));
    }
    return start.toString();
  }

  private static InputStream inChunks(byte[] document, int length) {
    return new ByteArrayInputStream(document) {
      @Override
      public synchronized int read(byte[] target, int offset, int count) {
        return super.read(target, offset, Math.min(count, length));
      }
    };
  }
}
