package io.github.logcov.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.fixtures.Fixtures;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import io.github.logcov.format.jacoco.ClassFiles;
import io.github.logcov.model.Coverage;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.LimitExceededException;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import io.github.logcov.model.Totals;
import io.github.logcov.problem.Legible;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What holds when bytes are read as a report, whatever they are. */
final class ReadReport {
  /** So small that every bound is met. */
  private static final FormatLimits TIGHT =
      new FormatLimits(new CoverageLimits(50, 3, 2, 20), 5, 40, 12);

  /** The defaults, but that a block of ten million lines would take all the time there is. */
  private static final FormatLimits WIDE =
      new FormatLimits(new CoverageLimits(10_000, 10_000, 1_000_000, 200_000), 200, 1 << 20, 4096);

  private static final Map<String, ReportFormat> FORMATS = formats(WIDE);
  private static final Map<String, ReportFormat> TIGHT_FORMATS = formats(TIGHT);

  private ReadReport() {}

  private static Map<String, ReportFormat> formats(FormatLimits limits) {
    byte[] answer = Fixtures.bytes("reports/coveragepy-real/code-6.5.0-a1.json");
    return ReportFormats.all(
            limits,
            classes(),
            List.of(),
            (path, data) -> {
              data.readAllBytes();
              return new ByteArrayInputStream(answer);
            })
        .list()
        .stream()
        .collect(Collectors.toMap(ReportFormat::name, format -> format));
  }

  private static ClassFiles classes() {
    try {
      ClassFiles.Builder classes = new ClassFiles.Builder();
      String name = "reports/jacoco/real/classes/code.class";
      classes.classFile(name, Fixtures.open(name));
      return classes.build();
    } catch (IOException | ClassFiles.UnusableClassException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads the bytes as a report of this format. */
  static void as(String name, byte[] content) throws IOException {
    FORMATS.values().forEach(format -> looksWithoutReading(format, content));
    ReportFormat format = FORMATS.get(name);
    Outcome outcome = outcome(format, new ByteArrayInputStream(content));
    // Of two faults near each other either may be met first.
    assertThat(outcome(format, new Drops(content)).report()).isEqualTo(outcome.report());

    Outcome tight = outcome(TIGHT_FORMATS.get(name), new ByteArrayInputStream(content));
    if (tight.report().isPresent()) {
      assertThat(tight.report()).isEqualTo(outcome.report());
    } else if (outcome.report().isPresent()) {
      assertThat(tight.limit()).as(tight.toString()).isTrue();
    }
    outcome.report().ifPresent(ReadReport::check);
    tight.report().ifPresent(report -> checkBounds(report, TIGHT));
  }

  private static void looksWithoutReading(ReportFormat format, byte[] content) {
    ReportFile file = file(new ByteArrayInputStream(content));
    boolean first = format.recognises(file);
    assertThat(format.recognises(file)).isEqualTo(first);
  }

  private static ReportFile file(InputStream content) {
    try {
      return new ReportFile("report", content);
    } catch (IOException e) {
      throw new IllegalStateException("memory does no I/O", e);
    }
  }

  /** What reading gives; anything but a report or what is wrong with it is the reader's fault. */
  private static Outcome outcome(ReportFormat format, InputStream content) throws IOException {
    try {
      return new Outcome(Optional.of(format.read(file(content))), "", false);
    } catch (MalformedReportException e) {
      assertThat(e.getMessage()).hasSizeBetween(1, 2_000).matches(Legible::is, "legible");
      assertThat(e.place()).hasSizeLessThan(20_000).matches(Legible::is, "legible");
      boolean limit = e.getCause() instanceof LimitExceededException;
      if (limit) {
        assertThat(e.getMessage()).containsPattern("; --max-[a-z-]+ raises that bound$");
      }
      return new Outcome(Optional.empty(), e.place() + ": " + e.getMessage(), limit);
    }
  }

  private static void check(Report report) {
    checkBounds(report, WIDE);
    report
        .warnings()
        .forEach(
            warning ->
                assertThat(warning.text()).hasSizeLessThan(2_000).matches(Legible::is, "legible"));

    Totals one = union(report, new Session("1.1")).totals();
    Coverage both = union(report, new Session("1.1"), new Session("1.2"));
    Totals two = both.totals();
    assertThat(one.line().covered()).isBetween(0L, one.line().total());
    assertThat(one.branch().covered()).isBetween(0L, one.branchUpper());
    assertThat(one.branchUpper()).isBetween(0L, one.branch().total());
    assertThat(two.line()).as("lines of it united with itself").isEqualTo(one.line());
    assertThat(two.branch()).as("arms of it united with itself").isEqualTo(one.branch());
    assertThat(two.statement()).isEqualTo(one.statement());
    assertThat(two.function()).isEqualTo(one.function());
    assertThat(two.branchUpper()).isBetween(one.branchUpper(), one.branch().total());
    for (FileFacts facts : report.files().values()) {
      assertThat(facts.union(facts).units()).isEqualTo(facts.units());
    }
  }

  private static void checkBounds(Report report, FormatLimits limits) {
    assertThat(report.files().size()).isLessThanOrEqualTo(limits.coverage().maxFiles());
    long units = report.files().values().stream().mapToLong(FileFacts::units).sum();
    assertThat(units).isLessThanOrEqualTo(limits.coverage().maxUnits());
    for (String path : report.files().keySet()) {
      assertThat(path.getBytes(StandardCharsets.UTF_8).length)
          .as(path)
          .isBetween(1, limits.maxPath());
    }
  }

  private static Coverage union(Report report, Session... sessions) {
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    for (Session session : sessions) {
      report.files().forEach((path, facts) -> union.add(session, new SourcePath(path), facts));
    }
    return union.toCoverage();
  }

  private record Outcome(Optional<Report> report, String malformed, boolean limit) {}
}
