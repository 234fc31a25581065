package io.github.logcov.summary;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.SourcePath;
import io.github.logcov.verdict.Percent;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The union as coverage.xml, which most services and editors read.
 *
 * <p>Specification: <a
 * href="https://github.com/cobertura/web/blob/master/htdocs/xml/coverage-04.dtd">coverage-04.dtd</a>
 * and coverage.py's attribute {@code missing-branches}. One package per folder, one class per file,
 * paths relative to the repository. The same totals as every other summary; branches by their lower
 * bound. A line is a statement to every reader of this form, so arms on a line that is none stand
 * on the statement before it ({@link CoberturaFile}).
 *
 * <p>The timestamp, which the DTD asks for, is when the last job finished, in milliseconds, and 0
 * where that is not known: so the same logs give the same bytes.
 */
public final class CoberturaSummary implements SummaryWriter {
  @Override
  public void write(Outcome outcome, OutputStream out) throws IOException {
    FileNames names = new FileNames();
    SortedMap<String, List<CoberturaFile>> packages = new TreeMap<>();
    outcome
        .coverage()
        .files()
        .forEach(
            (path, file) ->
                packages
                    .computeIfAbsent(folder(path), name -> new ArrayList<>())
                    .add(new CoberturaFile(names.of(path), file)));
    write(outcome, packages, new XmlOut(out));
  }

  private static String folder(SourcePath path) {
    int slash = path.value().lastIndexOf('/');
    return slash < 0 ? "." : path.value().substring(0, slash);
  }

  private static void write(
      Outcome outcome, SortedMap<String, List<CoberturaFile>> packages, XmlOut xml)
      throws IOException {
    Ratio lines = Ratio.NONE;
    Ratio arms = Ratio.NONE;
    long left = 0;
    for (List<CoberturaFile> files : packages.values()) {
      lines = lines.plus(lines(files));
      arms = arms.plus(arms(files));
      left += files.stream().mapToLong(CoberturaFile::leftOut).sum();
    }
    xml.declaration();
    xml.open(
        "coverage",
        "line-rate",
        rate(lines),
        "branch-rate",
        rate(arms),
        "lines-covered",
        lines.covered(),
        "lines-valid",
        lines.total(),
        "branches-covered",
        arms.covered(),
        "branches-valid",
        arms.total(),
        "complexity",
        0,
        "version",
        "logcov",
        "timestamp",
        timestamp(outcome));
    if (left > 0) {
      xml.comment(left + " branches of files without a statement have no place here");
    }
    xml.open("sources");
    xml.text("source", ".");
    xml.close();
    xml.open("packages");
    for (var entry : packages.entrySet()) {
      onePackage(entry.getKey(), entry.getValue(), xml);
    }
    xml.close();
    xml.close();
    xml.finish();
  }

  private static void onePackage(String folder, List<CoberturaFile> files, XmlOut xml)
      throws IOException {
    xml.open(
        "package",
        "name",
        folder.replace('/', '.'),
        "line-rate",
        rate(lines(files)),
        "branch-rate",
        rate(arms(files)),
        "complexity",
        0);
    xml.open("classes");
    for (CoberturaFile file : files) {
      file.write(xml);
    }
    xml.close();
    xml.close();
  }

  private static Ratio lines(List<CoberturaFile> files) {
    return files.stream().map(CoberturaFile::lines).reduce(Ratio.NONE, Ratio::plus);
  }

  private static Ratio arms(List<CoberturaFile> files) {
    return files.stream().map(CoberturaFile::arms).reduce(Ratio.NONE, Ratio::plus);
  }

  /** 0 to 1, cut like a percentage; 0 where there is nothing to cover. */
  static String rate(Ratio ratio) {
    return Percent.of(ratio)
        .map(percent -> new BigDecimal(percent).movePointLeft(2).stripTrailingZeros())
        .map(BigDecimal::toPlainString)
        .orElse("0");
  }

  private static long timestamp(Outcome outcome) {
    return outcome.jobs().stream()
        .flatMap(job -> job.job().times().finished().stream())
        .mapToLong(Instant::toEpochMilli)
        .max()
        .orElse(0);
  }
}
