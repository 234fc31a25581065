package io.github.logcov.format.jacoco;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import io.github.logcov.format.XmlCursor;
import io.github.logcov.format.XmlHead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * JaCoCo's XML report.
 *
 * <p>Specification: <a
 * href="https://github.com/jacoco/jacoco/blob/master/org.jacoco.report/src/org/jacoco/report/xml/report.dtd">report.dtd</a>
 * (1.0 and 1.1). Producers seen: JaCoCo's Maven plugin, Ant tasks and command line, Gradle, Kover.
 *
 * <p>Carried: of each line how many instructions and branches were executed and how many not. A
 * line is covered when one of its instructions was, so hits are 1 or 0; which branches were taken
 * is not told, only how many. Methods by class, name and types, covered or not. Paths are package
 * and file name, without the folder of the sources.
 *
 * <p>Passed over: what classes and methods say of lines once more, methods of classes that do not
 * say which source file they come from, and all counters but those of lines, branches and methods,
 * which are compared with these.
 */
public final class JacocoXmlFormat implements ReportFormat {
  private static final Set<String> CHILDREN = Set.of("sessioninfo", "group", "package");

  private final FormatLimits limits;
  private final List<String> sourceRoots;

  /**
   * With the bounds a report has to keep.
   *
   * @param sourceRoots folders of the repository below which packages lie; may be empty
   */
  public JacocoXmlFormat(FormatLimits limits, List<String> sourceRoots) {
    this.limits = limits;
    this.sourceRoots = List.copyOf(sourceRoots);
  }

  @Override
  public String name() {
    return "jacoco";
  }

  /** Many tools write a {@code report}; JaCoCo's has its DOCTYPE, or its name and its children. */
  @Override
  public boolean recognises(ReportFile file) {
    XmlHead head = XmlHead.of(file);
    if (!head.root().equals("report")) {
      return false;
    }
    return head.attributes().contains("name") && CHILDREN.contains(head.firstChild())
        || new String(file.head(), StandardCharsets.ISO_8859_1).contains("-//JACOCO//DTD Report");
  }

  /** Counts of arms say no more than the probes of the same run, which name them. */
  @Override
  public Optional<String> sumsUp() {
    return Optional.of(JacocoExecFormat.NAME);
  }

  @Override
  public Report read(ReportFile file) throws MalformedReportException, IOException {
    return new JacocoXmlReader(new XmlCursor(file, limits), limits, sourceRoots).read();
  }
}
