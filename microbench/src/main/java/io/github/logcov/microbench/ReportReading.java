package io.github.logcov.microbench;

import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.fixtures.Fixtures;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import java.io.ByteArrayInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading one real report from memory: its format is told, its lines and branches come out. */
@State(Scope.Benchmark)
public class ReportReading {
  /** The fixture. */
  @Param({
    "reports/real/lcov-grcov-fixture.info",
    "reports/real/cobertura-coverlet.xml",
    "reports/jacoco/matrix/new.xml",
    "reports/coveragepy-real/option-pretty-print.json",
    "reports/istanbul-real/nyc-17-a.json",
    "reports/gcovr-real/plain.json"
  })
  public String report;

  private byte[] bytes;
  private ReportFormats formats;

  /** All formats; a path of the tracefile is a whole program, in a data: URI. */
  static ReportFormats formats() {
    FormatLimits usual = FormatLimits.DEFAULT;
    return ReportFormats.all(
        new FormatLimits(usual.coverage(), usual.maxDepth(), usual.maxString(), 65_536));
  }

  /** Reads the fixture. */
  @Setup
  public void make() {
    bytes = Fixtures.bytes(report);
    formats = formats();
  }

  /** Reads the report. */
  @Benchmark
  public Report read(Megabytes read) throws Exception {
    read.add(bytes.length);
    return read(formats, report, bytes);
  }

  static Report read(ReportFormats formats, String name, byte[] bytes) throws Exception {
    ReportFile file = new ReportFile(name, new ByteArrayInputStream(bytes));
    return formats.recognise(file).orElseThrow().read(file);
  }
}
