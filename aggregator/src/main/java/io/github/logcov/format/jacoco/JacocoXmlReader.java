package io.github.logcov.format.jacoco;

import io.github.logcov.format.Bound;
import io.github.logcov.format.Excerpt;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.Warnings;
import io.github.logcov.format.XmlCursor;
import io.github.logcov.format.XmlFields;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.LimitExceededException;
import io.github.logcov.model.PathNaming;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Reads one jacoco.xml, once: groups, packages, source files, lines. */
final class JacocoXmlReader {
  private final XmlCursor cursor;
  private final FormatLimits limits;
  private final List<String> sourceRoots;
  private final Warnings warnings = new Warnings();
  private final XmlFields fields;
  private final GroupedFiles files;
  private final JacocoMethods methods;

  /** Of the elements that are open: report, groups, package, source file; the innermost first. */
  private final Deque<JacocoCounters> open = new ArrayDeque<>();

  private final Deque<String> groups = new ArrayDeque<>();
  private @Nullable String openPackage;
  private @Nullable FactsBuilder openFile;

  private boolean methodsSeen;

  JacocoXmlReader(XmlCursor cursor, FormatLimits limits, List<String> sourceRoots) {
    this.cursor = cursor;
    this.limits = limits;
    this.sourceRoots = sourceRoots;
    this.files = new GroupedFiles(limits.coverage());
    this.fields = new XmlFields(cursor, limits, warnings);
    this.methods = new JacocoMethods(cursor, fields);
  }

  Report read() throws MalformedReportException, IOException {
    try {
      fields.root("report");
      open.push(new JacocoCounters("report", ""));
      for (int event = cursor.advance();
          event != XMLStreamConstants.END_DOCUMENT;
          event = cursor.advance()) {
        if (event == XMLStreamConstants.START_ELEMENT) {
          start(cursor.getLocalName());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          end(cursor.getLocalName());
        }
      }
    } catch (LimitExceededException e) {
      throw Bound.at(cursor.place(), e);
    }
    if (methodsSeen) {
      files.forEach(FactsBuilder::measuresFunctions);
    }
    return new Report(
        sourceRoots, files.build(), warnings.list(), List.of(), PathNaming.PACKAGES_OF_MODULE);
  }

  private void start(String name) throws MalformedReportException, IOException {
    switch (name) {
      case "line" -> line();
      case "counter" -> open.element().claim(cursor);
      case "sourcefile" -> openFile();
      case "package" -> openPackage();
      case "group" -> openGroup();
      case "class" -> methods();
      case "report" -> throw cursor.wrong("<report> is the root and belongs into no other element");
      case "sessioninfo" -> {}
      default ->
          warnings.add(
              "<" + name, cursor.place(), "unknown element " + Excerpt.of(name) + " passed over");
    }
  }

  private void openGroup() throws MalformedReportException {
    String name = name();
    if (openPackage != null) {
      throw cursor.wrong("<group> belongs into <report> or another <group>, not into <package>");
    }
    groups.addLast(name);
    open.push(new JacocoCounters("group", name));
  }

  private void openPackage() throws MalformedReportException {
    String name = name();
    if (openPackage != null) {
      throw cursor.wrong("<package> belongs into <report> or <group>, not into another <package>");
    }
    openPackage = name;
    open.push(new JacocoCounters("package", name));
  }

  /**
   * Of a class only the methods; the rest repeats by method what the source files say by line. Old
   * reports do not say which source file it comes from.
   */
  private void methods() throws MalformedReportException, IOException {
    if (openPackage == null || openFile != null) {
      throw cursor.wrong("<class> belongs into <package>");
    }
    String source = cursor.attribute("sourcefilename");
    FactsBuilder file = source == null || source.isEmpty() ? null : file(path(openPackage, source));
    methodsSeen |= file != null;
    methods.read(file, open.element());
  }

  private void openFile() throws MalformedReportException {
    String name = name();
    if (openPackage == null || openFile != null) {
      throw cursor.wrong("<sourcefile> belongs into <package>");
    }
    if (name.isEmpty()) {
      throw cursor.wrong("name", "with the name of a file", name);
    }
    String path = path(openPackage, name);
    openFile = file(path);
    open.push(new JacocoCounters("sourcefile", path));
  }

  private static String path(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  private FactsBuilder file(String path) throws MalformedReportException {
    String group = String.join("/", groups);
    int maxPath = limits.maxPath();
    int length = path.length() + group.length();
    if (length > maxPath
        || (group + "/" + path).getBytes(StandardCharsets.UTF_8).length > maxPath) {
      throw Bound.exceeded(cursor.place(), "a path", maxPath, "bytes", "--max-path");
    }
    return files.of(group, path);
  }

  private void end(String name) {
    switch (name) {
      case "sourcefile" -> {
        openFile = null;
        close();
      }
      case "package" -> {
        openPackage = null;
        close();
      }
      case "group" -> {
        groups.removeLast();
        close();
      }
      case "report" -> close();
      default -> {}
    }
  }

  private void close() {
    JacocoCounters counters = open.pop();
    counters.check(warnings);
    if (!open.isEmpty()) {
      open.element().add(counters);
    }
  }

  /** {@code <line nr mi ci mb cb>}: instructions and branches, missed and covered. */
  private void line() throws MalformedReportException {
    FactsBuilder target = openFile;
    if (target == null) {
      throw cursor.wrong("<line> belongs into <sourcefile>");
    }
    int nr = cursor.indexOf("nr");
    int line = nr < 0 ? -1 : number("nr", nr);
    if (line < 1) {
      throw cursor.wrong("nr", "with a line number, 1 or more", cursor.attribute("nr"));
    }
    int missed = count("mi");
    int covered = count("ci");
    int missedArms = count("mb");
    int coveredArms = count("cb");
    long arms = (long) missedArms + coveredArms;
    limits.coverage().checkArms(line, arms);
    if (missed > 0 || covered > 0) {
      target.line(line, covered > 0 ? 1 : 0);
      open.element().line(covered > 0);
    }
    if (arms > 0) {
      target.countedArms(line, (int) arms, coveredArms);
      open.element().arms(missedArms, coveredArms);
    }
  }

  /** An attribute that the DTD lets a writer leave out. */
  private int count(String attribute) throws MalformedReportException {
    int index = cursor.indexOf(attribute);
    return index < 0 ? 0 : number(attribute, index);
  }

  private int number(String attribute, int index) throws MalformedReportException {
    long digits = cursor.digits(index);
    if (digits >= 0) {
      return (int) Math.min(digits, Integer.MAX_VALUE);
    }
    String text = cursor.getAttributeValue(index);
    int value = JacocoCounters.number(text);
    if (value < 0) {
      throw cursor.wrong(attribute, "with a whole number, 0 or more", text);
    }
    return value;
  }

  private String name() throws MalformedReportException {
    String name = cursor.attribute("name");
    if (name == null) {
      throw cursor.wrong("name", "with a name", null);
    }
    return name;
  }
}
