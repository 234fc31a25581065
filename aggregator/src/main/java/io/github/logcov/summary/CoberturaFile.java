package io.github.logcov.summary;

import io.github.logcov.model.ArmBounds;
import io.github.logcov.model.BranchCoverage;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.LineCoverage;
import io.github.logcov.model.Ratio;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/** One {@code <class>}: a source file. */
final class CoberturaFile {
  private final String name;
  private final FileCoverage file;
  private final Ratio lines;
  private final Ratio arms;
  private final long leftOut;

  CoberturaFile(String name, FileCoverage file) {
    this.name = name;
    this.file = file;
    lines = file.lines();
    Ratio all = file.arms().ratio();
    boolean hasPlace = lines.total() > 0;
    arms = hasPlace ? all : Ratio.NONE;
    leftOut = hasPlace ? 0 : all.total();
  }

  Ratio lines() {
    return lines;
  }

  Ratio arms() {
    return arms;
  }

  /** Arms of a file without a statement: there is no line where they could stand. */
  long leftOut() {
    return leftOut;
  }

  void write(XmlOut xml) throws IOException {
    xml.open(
        "class",
        "name",
        name.substring(name.lastIndexOf('/') + 1),
        "filename",
        name,
        "line-rate",
        CoberturaSummary.rate(lines),
        "branch-rate",
        CoberturaSummary.rate(arms),
        "complexity",
        0);
    xml.leaf("methods");
    xml.open("lines");
    for (LineCoverage line : placed(file.countedLines())) {
      line(line, xml);
    }
    xml.close();
    xml.close();
  }

  /**
   * Only statements: arms on other lines go to the statement before, or else to the first one, and
   * are counted with those there.
   */
  private static Iterable<LineCoverage> placed(List<LineCoverage> all) {
    TreeMap<Integer, LineCoverage> statements = new TreeMap<>();
    all.stream()
        .filter(line -> line.hits() >= 0)
        .forEach(line -> statements.put(line.line(), line));
    for (LineCoverage line : all) {
      if (line.hits() < 0 && !statements.isEmpty()) {
        Integer before = statements.floorKey(line.line());
        statements.computeIfPresent(
            before == null ? statements.firstKey() : before,
            (number, statement) -> with(statement, line.branches().bounds()));
      }
    }
    return statements.values();
  }

  private static LineCoverage with(LineCoverage statement, ArmBounds more) {
    ArmBounds bounds = statement.branches().bounds().plus(more);
    return new LineCoverage(statement.line(), statement.hits(), new BranchCoverage.Counted(bounds));
  }

  private static void line(LineCoverage line, XmlOut xml) throws IOException {
    BranchCoverage branches = line.branches();
    Ratio ratio = branches.bounds().ratio();
    if (ratio.total() == 0) {
      xml.leaf("line", "number", line.line(), "hits", line.hits());
      return;
    }
    String counts = "%s (%d/%d)".formatted(percent(ratio), ratio.covered(), ratio.total());
    if (branches instanceof BranchCoverage.MissingNamed named && !named.missing().isEmpty()) {
      xml.leaf(
          "line",
          "number",
          line.line(),
          "hits",
          line.hits(),
          "branch",
          true,
          "condition-coverage",
          counts,
          "missing-branches",
          CoberturaArms.destinations(named.missing()));
      return;
    }
    xml.open(
        "line",
        "number",
        line.line(),
        "hits",
        line.hits(),
        "branch",
        true,
        "condition-coverage",
        counts);
    if (branches instanceof BranchCoverage.Identified identified) {
      CoberturaArms.conditions(identified.arms(), xml);
    }
    xml.close();
  }

  /** Whole percents, cut: 100 only where nothing is missing. */
  static String percent(Ratio ratio) {
    return ratio.covered() * 100 / ratio.total() + "%";
  }
}
