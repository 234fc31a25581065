package io.github.logcov.format.clover;

import io.github.logcov.format.Bound;
import io.github.logcov.format.FactsByPath;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.FunctionNames;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.Warnings;
import io.github.logcov.format.XmlCursor;
import io.github.logcov.format.XmlFields;
import io.github.logcov.model.BranchId;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.LimitExceededException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Reads one clover.xml, once. */
final class CloverReader {
  private final XmlCursor cursor;
  private final FormatLimits limits;
  private final Warnings warnings = new Warnings();
  private final XmlFields fields;
  private final FactsByPath files;
  private final CloverTotals ofProject = new CloverTotals("project");
  private final CloverTotals ofFile = new CloverTotals("file");

  /** Conditions of the open file so far, by line: their order is all that tells them apart. */
  private final Map<Integer, Integer> conditions = new HashMap<>();

  /** The file that is open, if one is. */
  private @Nullable FactsBuilder open;

  private final FunctionNames names = new FunctionNames("clover");

  private boolean inClass;
  private boolean inPackage;
  private boolean projectSeen;
  private boolean methodsSeen;

  CloverReader(XmlCursor cursor, FormatLimits limits) {
    this.cursor = cursor;
    this.limits = limits;
    this.fields = new XmlFields(cursor, limits, warnings);
    this.files = new FactsByPath(limits.coverage());
  }

  Report read() throws MalformedReportException, IOException {
    try {
      fields.root("coverage");
      for (int event = cursor.advance();
          event != XMLStreamConstants.END_DOCUMENT;
          event = cursor.advance()) {
        if (event == XMLStreamConstants.START_ELEMENT) {
          start(cursor.getLocalName());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          end(cursor.getLocalName());
        }
      }
      if (!projectSeen) {
        throw cursor.wrong("<coverage> needs an element <project>, it is missing");
      }
    } catch (LimitExceededException e) {
      throw Bound.at(cursor.place(), e);
    }
    if (methodsSeen) {
      files.forEach(FactsBuilder::measuresFunctions);
    }
    return new Report(List.of(), files.build(), warnings.list());
  }

  private void start(String name) throws MalformedReportException, IOException {
    switch (name) {
      case "line" -> line();
      case "file" -> openFile();
      case "metrics" -> metrics();
      case "class" -> inClass = true;
      case "package" -> inPackage = true;
      case "project" -> openProject();
      case "testproject" -> {
        projectSeen = true;
        fields.passOver();
      }
      default -> {
        fields.unknown(name);
        fields.passOver();
      }
    }
  }

  private void end(String name) {
    switch (name) {
      case "file" -> {
        ofFile.check(warnings);
        open = null;
      }
      case "class" -> inClass = false;
      case "package" -> inPackage = false;
      case "project" -> ofProject.check(warnings);
      default -> {}
    }
  }

  private void openProject() {
    projectSeen = true;
    ofProject.reset();
  }

  private void openFile() throws MalformedReportException {
    if (open != null || !projectSeen) {
      throw cursor.wrong("<file> belongs into <project>, and not into another <file>");
    }
    String path = cursor.attribute("path");
    boolean named = path == null || path.isEmpty();
    open =
        files.of(named ? fields.path("name", cursor.attribute("name")) : fields.path("path", path));
    conditions.clear();
    names.clear();
    ofFile.reset();
  }

  /** Those of a class are in those of its file, those of a package in those of the project. */
  private void metrics() {
    if (open != null) {
      if (!inClass) {
        ofFile.claim(cursor.place(), fields);
      }
    } else if (!inPackage) {
      ofProject.claim(cursor.place(), fields);
    }
  }

  // <line num type="stmt|cond|method" count truecount falsecount>
  private void line() throws MalformedReportException, IOException {
    FactsBuilder facts = open;
    if (facts == null) {
      throw cursor.wrong("<line> belongs into a <file>");
    }
    int line = fields.line("num");
    String type = String.valueOf(cursor.attribute("type"));
    switch (type) {
      case "stmt" -> statement(facts, line);
      case "cond" -> condition(facts, line);
      case "method" -> method(facts, line);
      default -> throw cursor.wrong("type", "of stmt, cond or method", cursor.attribute("type"));
    }
    fields.passOver();
  }

  /** OpenClover names it by its signature, phpunit by its name, old reports not at all. */
  private void method(FactsBuilder facts, int line) throws MalformedReportException {
    String signature = cursor.attribute("signature");
    String name = signature == null ? cursor.attribute("name") : signature;
    long hits = fields.count("count");
    facts.function(names.of(name == null ? "" : name, line), line, hits);
    methodsSeen = true;
    ofFile.method();
    ofProject.method();
  }

  private void statement(FactsBuilder facts, int line) throws MalformedReportException {
    long hits = fields.count("count");
    facts.line(line, hits);
    ofFile.line(hits > 0);
    ofProject.line(hits > 0);
  }

  private void condition(FactsBuilder facts, int line) throws MalformedReportException {
    if (cursor.attribute("count") == null) {
      int number = conditions.merge(line, 1, Integer::sum) - 1;
      limits.coverage().checkArms(line, 2L * (number + 1));
      long whenTrue = fields.count("truecount");
      long whenFalse = fields.count("falsecount");
      String block = Integer.toString(number);
      facts.arm(line, new BranchId("clover", block, "true"), whenTrue);
      facts.arm(line, new BranchId("clover", block, "false"), whenFalse);
      arms(2, (whenTrue > 0 ? 1 : 0) + (whenFalse > 0 ? 1 : 0));
    } else {
      statement(facts, line);
      int covered = fields.number("truecount");
      long total = (long) covered + fields.number("falsecount");
      limits.coverage().checkArms(line, total);
      if (total > 0) {
        facts.countedArms(line, (int) total, covered);
      }
      arms(total, covered);
    }
  }

  private void arms(long total, long covered) {
    ofFile.arms(total, covered);
    ofProject.arms(total, covered);
  }
}
