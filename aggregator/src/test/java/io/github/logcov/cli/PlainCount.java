package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Counts the lines of a report as naively as can be, by other means than the readers have. */
final class PlainCount {
  /** File and line -> whether it ran. */
  private final Map<String, Boolean> lines = new TreeMap<>();

  private PlainCount() {}

  /** {@code covered of total}; empty for a format that is not counted here. */
  static Optional<String> of(String format, byte[] report) throws IOException {
    PlainCount count = new PlainCount();
    try {
      switch (format) {
        case "lcov" -> count.lcov(new String(report, UTF_8));
        case "cobertura" -> count.cobertura(dom(report));
        case "jacoco" -> count.jacoco(dom(report), "");
        default -> {
          return Optional.empty();
        }
      }
    } catch (SAXException | NumberFormatException e) {
      return Optional.of("nothing that could be counted: " + e.getMessage());
    }
    long covered = count.lines.values().stream().filter(ran -> ran).count();
    return Optional.of(covered + " of " + count.lines.size());
  }

  private void line(String file, String number, String hits) {
    String key = file + ":" + new BigDecimal(number).toBigIntegerExact();
    lines.merge(key, new BigDecimal(hits).signum() > 0, Boolean::logicalOr);
  }

  private void lcov(String report) {
    String file = "";
    for (String line : report.split("\n")) {
      String record = line.stripTrailing();
      if (record.startsWith("SF:")) {
        file = record.substring(3);
      } else if (record.startsWith("DA:")) {
        String[] fields = record.substring(3).split(",");
        line(file, fields[0], fields.length > 1 ? fields[1] : "");
      }
    }
  }

  /** Wherever classes and lines stand; those of methods count where there are no others. */
  private void cobertura(Element root) {
    NodeList types = root.getElementsByTagName("class");
    for (int i = 0; i < types.getLength(); i++) {
      Element type = (Element) types.item(i);
      List<Element> own = new ArrayList<>();
      List<Element> ofMethods = new ArrayList<>();
      NodeList all = type.getElementsByTagName("line");
      for (int k = 0; k < all.getLength(); k++) {
        Element line = (Element) all.item(k);
        (isInMethod(line) ? ofMethods : own).add(line);
      }
      for (Element line : own.isEmpty() ? ofMethods : own) {
        line(type.getAttribute("filename"), line.getAttribute("number"), line.getAttribute("hits"));
      }
    }
  }

  private static boolean isInMethod(Node line) {
    Node node = line.getParentNode();
    while (node != null && !node.getNodeName().equals("methods")) {
      node = node.getParentNode();
    }
    return node != null;
  }

  private void jacoco(Element parent, String group) {
    for (Element inner : children(parent, "group")) {
      jacoco(inner, group + inner.getAttribute("name") + "/");
    }
    for (Element each : children(parent, "package")) {
      for (Element file : children(each, "sourcefile")) {
        for (Element line : children(file, "line")) {
          String covered = count(line, "ci");
          // Without instructions it is no line.
          if (!(covered + count(line, "mi")).matches("0+")) {
            line(
                group + each.getAttribute("name") + "/" + file.getAttribute("name"),
                line.getAttribute("nr"),
                covered);
          }
        }
      }
    }
  }

  private static String count(Element line, String attribute) {
    String count = line.getAttribute(attribute);
    return count.isEmpty() ? "0" : count;
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static Element dom(byte[] report) throws IOException, SAXException {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
      builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      builder.setErrorHandler(new Quiet());
      // A DOCTYPE is passed over, whatever stands in it.
      String text = new String(report, ISO_8859_1).replaceFirst("<!DOCTYPE[^>]*>", "");
      return builder
          .parse(new ByteArrayInputStream(text.getBytes(ISO_8859_1)))
          .getDocumentElement();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Quiet implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // Not wanted.
    }

    @Override
    public void error(SAXParseException e) {
      // Of a DTD, which is not there.
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
