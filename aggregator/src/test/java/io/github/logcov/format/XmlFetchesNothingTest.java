package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.format.clover.CloverFormat;
import io.github.logcov.format.cobertura.CoberturaFormat;
import io.github.logcov.format.jacoco.JacocoXmlFormat;
import io.github.logcov.format.opencover.OpenCoverFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reading XML opens no connection and no file, whatever it asks for, and however it is encoded: the
 * report is malformed, or says what it says without.
 */
class XmlFetchesNothingTest {
  private static final String SECRET = "only-in-the-file";

  /** Format -> a report of it. */
  private static final Map<ReportFormat, String> SAMPLES =
      Map.of(
          new CoberturaFormat(FormatLimits.DEFAULT), "reports/merge-samples/c1.xml",
          new JacocoXmlFormat(FormatLimits.DEFAULT, List.of()), "reports/jacoco/real/code.xml",
          new CloverFormat(FormatLimits.DEFAULT), "reports/clover/sample.xml",
          new OpenCoverFormat(FormatLimits.DEFAULT), "reports/opencover/sample.xml");

  /**
   * Before the root element, in its start tag, and behind it; {@code URL} and {@code FILE} are what
   * is to be fetched, {@code ROOT} is the name of the root.
   */
  private static final List<List<String>> ATTACKS =
      List.of(
          List.of("<!DOCTYPE ROOT SYSTEM 'URL'>", "", ""),
          List.of("<!DOCTYPE ROOT PUBLIC '-//JACOCO//DTD Report 1.1//EN' 'URL'>", "", ""),
          List.of("<!DOCTYPE ROOT [<!ENTITY e SYSTEM 'URL'>]>", "", "&e;"),
          List.of("<!DOCTYPE ROOT [<!ENTITY e SYSTEM 'FILE'>]>", "", "<x>&e;</x>"),
          List.of("<!DOCTYPE ROOT [<!ENTITY e SYSTEM 'FILE'>]>", " name='&e;'", ""),
          List.of("<!DOCTYPE ROOT SYSTEM 'FILE' [<!ENTITY e PUBLIC 'x' 'URL'>]>", "", "&e;"),
          List.of("<!DOCTYPE ROOT [<!ENTITY % p SYSTEM 'URL'> %p;]>", "", ""),
          List.of("<!DOCTYPE ROOT [<!ENTITY % p SYSTEM 'FILE'> %p; %p;]>", "", "&e;"),
          List.of(
              "<!DOCTYPE ROOT [<!ENTITY % a '<!ENTITY &#37; b SYSTEM \"URL\">'> %a; %b;]>", "", ""),
          List.of(
              "<!DOCTYPE ROOT [<!ATTLIST ROOT name ENTITY 'e'> <!NOTATION n SYSTEM 'URL'>"
                  + " <!ENTITY e SYSTEM 'URL' NDATA n>]>",
              " name='e'",
              ""),
          List.of("", " xmlns:xi='http://www.w3.org/2001/XInclude'", "<xi:include href='URL'/>"),
          List.of(
              "",
              " xmlns:xi='http://www.w3.org/2001/XInclude'",
              "<xi:include href='FILE' parse='text'/>"),
          List.of(
              "",
              " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:t='URL'"
                  + " xsi:schemaLocation='URL URL' xsi:noNamespaceSchemaLocation='URL'",
              "<t:x/>"),
          List.of("<?xml-stylesheet type='text/xsl' href='URL'?>", "", ""),
          List.of("<?xml-model href='URL'?><?import URL?>", "", "<?include FILE?>"),
          List.of("", " xml:base='URL'", "<x xmlns='URL' xml:id='FILE'/>"));

  /** How a document may be encoded, or say that it is. */
  private enum Encoding {
    PLAIN(StandardCharsets.UTF_8, "", ""),
    DECLARED(StandardCharsets.UTF_8, "", "UTF-8"),
    MARKED(StandardCharsets.UTF_8, "\ufeff", "utf-8"),
    LATIN_1(StandardCharsets.ISO_8859_1, "", "ISO-8859-1"),
    UTF_16BE(StandardCharsets.UTF_16BE, "\ufeff", "UTF-16"),
    UTF_16LE(StandardCharsets.UTF_16LE, "\ufeff", "UTF-16"),
    UTF_16BE_UNMARKED(StandardCharsets.UTF_16BE, "", "UTF-16BE"),
    UTF_16LE_UNMARKED(StandardCharsets.UTF_16LE, "", ""),
    UTF_16_THAT_IS_NOT(StandardCharsets.UTF_8, "", "UTF-16"),
    UTF_32(Charset.forName("UTF-32BE"), "\ufeff", "UTF-32"),
    UTF_7(StandardCharsets.UTF_8, "", "UTF-7"),
    EBCDIC(Charset.forName("IBM037"), "", "IBM037"),
    UNKNOWN(StandardCharsets.UTF_8, "", "x-none");

    private final Charset charset;
    private final String mark;
    private final String declared;

    Encoding(Charset charset, String mark, String declared) {
      this.charset = charset;
      this.mark = mark;
      this.declared = declared;
    }

    byte[] encode(String document) {
      String head = declared.isEmpty() ? "" : "<?xml version='1.0' encoding='" + declared + "'?>";
      String text = this == UTF_7 ? document.replace("<!", "+ADwAIQ-") : document;
      return (mark + head + text).getBytes(charset);
    }
  }

  @TempDir private Path folder;

  static Stream<Arguments> formats() {
    return SAMPLES.keySet().stream()
        .flatMap(format -> Stream.of(Encoding.values()).map(e -> Arguments.of(format.name(), e)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("formats")
  void opensNoConnectionAndNoFile(String name, Encoding encoding) throws Exception {
    ReportFormat format = format(name);
    String sample = new String(Fixtures.bytes(SAMPLES.get(format)), StandardCharsets.UTF_8);
    String body =
        sample.replaceFirst("(?s)^.*?<(?=[a-zA-Z])", "<").replaceAll("(?s)<!--.*?-->", "");
    String root = body.replaceFirst("(?s)^<(\\w+).*", "$1");
    Path file = Files.writeString(folder.resolve("secret"), "<!ENTITY e '" + SECRET + "'>");
    String clean = withoutPlaces(Fixtures.outcome(format, encoding.encode(body)));

    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
      for (List<String> attack : ATTACKS) {
        List<String> parts = new ArrayList<>();
        for (String part : attack) {
          parts.add(
              part.replace("URL", url)
                  .replace("FILE", file.toUri().toString())
                  .replace("ROOT", root));
        }
        String document =
            parts.get(0)
                + body.replaceFirst("^<" + root, "<" + root + parts.get(1))
                    .replaceFirst("(?s)</" + root + ">\\s*$", parts.get(2) + "</" + root + ">");

        byte[] bytes = encoding.encode(document);
        format.recognises(Fixtures.file(bytes));
        String outcome = Fixtures.outcome(format, bytes);

        assertThat(outcome).as(document).doesNotContain(SECRET);
        if (!outcome.startsWith("malformed")) {
          assertThat(withoutPlaces(outcome)).as(document).isEqualTo(clean);
        }
      }
      assertNobodyCame(server);
    }
  }

  private static ReportFormat format(String name) {
    return SAMPLES.keySet().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  /** A foreign element is a warning, with the place it has. */
  private static String withoutPlaces(String outcome) {
    return outcome.replaceAll("(?m)^warning .*\n", "").replaceAll("(?m)^malformed [^:]*:\\d+", "");
  }

  /** A connection that was made waits in the queue of the socket until it is accepted. */
  private static void assertNobodyCame(ServerSocket server) throws IOException {
    server.setSoTimeout(1);
    try (Socket socket = server.accept()) {
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.write(socket.getInputStream().readNBytes(20));
      throw new AssertionError("somebody asked: " + request);
    } catch (SocketTimeoutException nobody) {
      // As it should be.
    }
  }
}
