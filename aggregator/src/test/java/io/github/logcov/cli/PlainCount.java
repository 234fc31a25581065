package io.github.logcov.cli;

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

  private void cobertura(Element root) {
    for (Element packages : children(root, "packages")) {
      for (Element each : children(packages, "package")) {
        for (Element classes : children(each, "classes")) {
          children(classes, "class").forEach(this::classLines);
        }
      }
    }
  }

  private void classLines(Element type) {
    List<Element> own = linesBelow(type);
    if (own.isEmpty()) {
      for (Element methods : children(type, "methods")) {
        children(methods, "method").forEach(method -> own.addAll(linesBelow(method)));
      }
    }
    for (Element line : own) {
      line(type.getAttribute("filename"), line.getAttribute("number"), line.getAttribute("hits"));
    }
  }

  private static List<Element> linesBelow(Element parent) {
    List<Element> found = new ArrayList<>();
    children(parent, "lines").forEach(lines -> found.addAll(children(lines, "line")));
    return found;
  }

  private void jacoco(Element parent, String group) {
    for (Element inner : children(parent, "group")) {
      jacoco(inner, group + inner.getAttribute("name") + "/");
    }
    for (Element each : children(parent, "package")) {
      for (Element file : children(each, "sourcefile")) {
        for (Element line : children(file, "line")) {
          String covered = line.getAttribute("ci");
          line(
              group + each.getAttribute("name") + "/" + file.getAttribute("name"),
              line.getAttribute("nr"),
              covered.isEmpty() ? "0" : covered);
        }
      }
    }
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
      return builder.parse(new ByteArrayInputStream(report)).getDocumentElement();
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
