package io.github.logcov.aggregate;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import io.github.logcov.format.clover.CloverFormat;
import io.github.logcov.format.cobertura.CoberturaFormat;
import io.github.logcov.format.coveragepy.CoverageDataFormat;
import io.github.logcov.format.coveragepy.CoveragePyFormat;
import io.github.logcov.format.coveragepy.DataReporter;
import io.github.logcov.format.gcovr.GcovrFormat;
import io.github.logcov.format.gocover.GoCoverFormat;
import io.github.logcov.format.istanbul.IstanbulFormat;
import io.github.logcov.format.jacoco.ClassFiles;
import io.github.logcov.format.jacoco.JacocoExecFormat;
import io.github.logcov.format.jacoco.JacocoXmlFormat;
import io.github.logcov.format.lcov.LcovFormat;
import io.github.logcov.format.llvmcov.LlvmCovFormat;
import io.github.logcov.format.opencover.OpenCoverFormat;
import io.github.logcov.format.simplecov.SimpleCovFormat;
import java.util.List;
import java.util.Optional;

/** The formats that are read. A report is of one of them, or of none. */
public final class ReportFormats {
  private final List<ReportFormat> formats;

  private ReportFormats(List<ReportFormat> formats) {
    this.formats = formats;
  }

  /** All formats, each with these bounds; without what else a format may need. */
  public static ReportFormats all(FormatLimits limits) {
    return all(limits, ClassFiles.NONE, List.of());
  }

  /** All formats, each with these bounds; nobody is asked to read data files of coverage.py. */
  public static ReportFormats all(FormatLimits limits, ClassFiles classes, List<String> sources) {
    return all(limits, classes, sources, DataReporter.none("nobody is asked"));
  }

  /**
   * All formats, each with these bounds.
   *
   * @param classes the classes that ran, for JaCoCo's execution data
   * @param sources folders of the repository below which Java packages lie
   * @param coveragePy asked to read data files of coverage.py
   */
  public static ReportFormats all(
      FormatLimits limits, ClassFiles classes, List<String> sources, DataReporter coveragePy) {
    return new ReportFormats(
        List.of(
            new LcovFormat(limits),
            new CoberturaFormat(limits),
            new CoveragePyFormat(limits),
            new CoverageDataFormat(limits, coveragePy),
            new JacocoXmlFormat(limits, sources),
            new JacocoExecFormat(limits, classes, sources),
            new GoCoverFormat(limits),
            new CloverFormat(limits),
            new OpenCoverFormat(limits),
            new SimpleCovFormat(limits),
            new GcovrFormat(limits),
            new LlvmCovFormat(limits),
            new IstanbulFormat(limits)));
  }

  /** The formats in the order of their documentation. */
  public List<ReportFormat> list() {
    return formats;
  }

  /**
   * The format of the file; empty when nobody knows it.
   *
   * @throws IllegalStateException when two formats claim the file: a fault of theirs
   */
  public Optional<ReportFormat> recognise(ReportFile file) {
    List<ReportFormat> claims = formats.stream().filter(f -> f.recognises(file)).toList();
    if (claims.size() > 1) {
      String names = String.join(", ", claims.stream().map(ReportFormat::name).toList());
      throw new IllegalStateException(file.path() + " is claimed by several formats: " + names);
    }
    return claims.stream().findFirst();
  }
}
