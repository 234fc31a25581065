package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.fixtures.Fixtures;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Damages reports before they are emitted, so that they arrive inside of intact payloads, and looks
 * at the verdict of {@code check}: it is what the damaged bytes really say, or the report is
 * refused. A report that was cut is always refused, but for the format that has no end.
 *
 * <p>What LCOV, Cobertura and JaCoCo reports say is counted by {@link PlainCount}, which shares
 * nothing with the readers; what the others say, by the reader of the format alone.
 */
final class ReportCampaign {
  /** What is done to a report. */
  private enum Harm {
    CUT,
    LINE_LOST,
    LINE_DOUBLED,
    LINES_SWAPPED,
    BYTE,
    DIGIT,
    OVERWRITTEN
  }

  /** Format -> a report of it, as a tool wrote it. */
  private static final List<Map.Entry<String, String>> SAMPLES =
      List.of(
          Map.entry("lcov", "reports/merge-samples/c1.lcov"),
          Map.entry("cobertura", "reports/merge-samples/c1.xml"),
          Map.entry("jacoco", "reports/jacoco/real/code.xml"),
          Map.entry("coveragepy", "reports/coveragepy-real/option-no-branch-6.5.0.json"),
          Map.entry("gocover", "reports/gocover-real/set-none.out"),
          Map.entry("clover", "reports/clover/sample.xml"),
          Map.entry("opencover", "reports/opencover/sample.xml"),
          Map.entry("simplecov", "reports/simplecov-real/a1.resultset.json"),
          Map.entry("gcovr", "reports/gcovr-real/sample.json"),
          Map.entry("llvm-cov", "reports/llvmcov-real/one.json"),
          Map.entry("istanbul", "reports/istanbul-real/nyc-17.json"));

  private static final ReportFormats FORMATS = ReportFormats.all(FormatLimits.DEFAULT);

  private final Sandbox sandbox;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  ReportCampaign(Path directory) {
    sandbox = new Sandbox(directory);
  }

  /** Failed runs with their seeds; empty when all is well. */
  List<String> failures() {
    return failures;
  }

  /** Harm and what became of it -> how often. */
  Map<String, Integer> outcomes() {
    return outcomes;
  }

  /** One damaged report; the same seed does the same again. */
  void run(long seed) throws IOException {
    Random random = new Random(seed);
    Map.Entry<String, String> sample = SAMPLES.get((int) (seed % SAMPLES.size()));
    byte[] whole = Fixtures.bytes(sample.getValue());
    Harm harm = Harm.values()[random.nextInt(Harm.values().length)];
    byte[] harmed = harmed(whole, harm, random);

    sandbox.job("1.1", Emitted.file("report", harmed));
    Run run = sandbox.check("--min-line", "50", "--json", "summary.json");

    String wrong = judge(sample.getKey(), whole, harm, harmed, run);
    if (!wrong.isEmpty()) {
      failures.add("seed %d %s %s: %s".formatted(seed, sample.getKey(), harm, wrong));
    }
  }

  private String judge(String name, byte[] whole, Harm harm, byte[] harmed, Run run)
      throws IOException {
    boolean judged = run.status() == 0 || run.status() == 3;
    boolean refused = run.status() == 4 || run.status() == 5;
    boolean same = Arrays.equals(harmed, whole);
    count(harm + (same ? " nothing changed" : refused ? " refused" : " what it really says"));
    if (!judged && !refused) {
      return "status " + run.status() + ": " + run.all();
    }
    if (refused) {
      return same ? "refused as it was: " + run.all() : "";
    }
    if (harm == Harm.CUT && !isHarmless(name, whole, harmed.length)) {
      return "cut to " + harmed.length + " bytes, and not refused";
    }
    JsonNode line = Json.of(sandbox.read("summary.json")).get("totals").get("line");
    long covered = line.get("covered").asLong();
    long total = line.get("total").asLong();
    if (run.status() != (2 * covered >= total ? 0 : 3)) {
      return "status " + run.status() + " of " + covered + " of " + total;
    }
    String told = covered + " of " + total;
    String said = said(name, harmed);
    return told.equals(said) ? "" : "told " + told + ", and it says " + said;
  }

  /** Nothing but blanks was lost; or it is the format whose files do not say where they end. */
  private static boolean isHarmless(String name, byte[] whole, int length) {
    boolean blank = new String(whole, length, whole.length - length, ISO_8859_1).isBlank();
    return blank || name.equals("gocover") && length > 0 && whole[length - 1] == '\n';
  }

  private static String said(String name, byte[] report) throws IOException {
    Optional<String> counted = PlainCount.of(name, report);
    if (counted.isPresent()) {
      return counted.get();
    }
    ReportFormat format =
        FORMATS.list().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    try {
      Report read = format.read(new ReportFile("report", new ByteArrayInputStream(report)));
      CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
      Session session = new Session("1.1");
      read.files().forEach((path, facts) -> union.add(session, new SourcePath(path), facts));
      Ratio line = union.toCoverage().totals().line();
      return line.covered() + " of " + line.total();
    } catch (MalformedReportException e) {
      return "nothing, since it is malformed";
    }
  }

  private void count(String outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }

  private static byte[] harmed(byte[] whole, Harm harm, Random random) {
    if (harm == Harm.CUT) {
      return Arrays.copyOf(whole, random.nextInt(whole.length));
    }
    byte[] harmed = whole;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      harmed =
          switch (harm) {
            case CUT -> harmed;
            case LINE_LOST, LINE_DOUBLED, LINES_SWAPPED -> lines(harmed, harm, random);
            case BYTE -> overwritten(harmed, 1, random, (byte) random.nextInt(256));
            case DIGIT -> digit(harmed, random);
            case OVERWRITTEN ->
                overwritten(
                    harmed,
                    1 + random.nextInt(40),
                    random,
                    (byte) " x0\0<\"".charAt(random.nextInt(6)));
          };
    }
    return harmed;
  }

  private static byte[] lines(byte[] report, Harm harm, Random random) {
    List<String> lines = new ArrayList<>();
    for (String line : new String(report, ISO_8859_1).split("(?<=\n|,)", -1)) {
      lines.add(line);
    }
    int at = random.nextInt(lines.size());
    switch (harm) {
      case LINE_LOST -> lines.remove(at);
      case LINE_DOUBLED -> lines.add(at, lines.get(at));
      default -> lines.set(at, lines.set(random.nextInt(lines.size()), lines.get(at)));
    }
    return String.join("", lines).getBytes(ISO_8859_1);
  }

  private static byte[] overwritten(byte[] report, int length, Random random, byte with) {
    byte[] harmed = report.clone();
    int at = random.nextInt(report.length);
    Arrays.fill(harmed, at, Math.min(at + length, harmed.length), with);
    return harmed;
  }

  private static byte[] digit(byte[] report, Random random) {
    byte[] harmed = report.clone();
    int at = random.nextInt(report.length);
    for (int i = 0; i < report.length; i++, at = (at + 1) % report.length) {
      if (harmed[at] >= '0' && harmed[at] <= '9') {
        harmed[at] = (byte) ('0' + random.nextInt(10));
        break;
      }
    }
    return harmed;
  }

  @Override
  public String toString() {
    return Campaigns.text(outcomes, failures);
  }
}
