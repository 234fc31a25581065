package io.github.logcov.microbench;

import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.fixtures.Fixtures;
import io.github.logcov.format.Report;
import io.github.logcov.model.Coverage;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Uniting what twenty jobs read: one real report, a third of whose hits differ in each. */
@State(Scope.Benchmark)
public class Uniting {
  private static final int JOBS = 20;
  private static final Pattern LCOV_HITS = Pattern.compile("(?m)^(DA:\\d+,)\\d+");
  private static final Pattern XML_HITS = Pattern.compile("( hits=\")\\d+");

  /** The fixture. */
  @Param({"reports/real/lcov-grcov-fixture.info", "reports/real/cobertura-coverlet.xml"})
  public String report;

  private long bytes;
  private List<Report> reports = List.of();

  /** Reads the reports. */
  @Setup
  public void make() throws Exception {
    String text = Fixtures.text(report);
    Pattern hits = report.endsWith(".info") ? LCOV_HITS : XML_HITS;
    ReportFormats formats = ReportReading.formats();
    reports = new ArrayList<>();
    bytes = 0;
    for (int job = 0; job < JOBS; job++) {
      Random random = new Random(job);
      byte[] mine =
          hits.matcher(text)
              .replaceAll(each -> each.group(1) + Math.max(0, random.nextInt(9) - 5))
              .getBytes(StandardCharsets.UTF_8);
      bytes += mine.length;
      reports.add(ReportReading.read(formats, report, mine));
    }
  }

  /** Unites the reports. */
  @Benchmark
  public Coverage unite(Megabytes read) {
    read.add(bytes);
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    for (int job = 0; job < JOBS; job++) {
      Session session = new Session("9000." + (job + 1));
      int file = 0;
      for (FileFacts facts : reports.get(job).files().values()) {
        union.add(session, new SourcePath("src/file_" + file++), facts);
      }
    }
    return union.toCoverage();
  }
}
