package io.github.logcov.summary;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.model.ArmBounds;
import io.github.logcov.model.BranchCoverage;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.LineCoverage;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.SourcePath;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The union as an LCOV tracefile, for genhtml, editors and other tools: one section per file, with
 * the same totals as every other summary.
 *
 * <p>Specification: geninfo(1), "TRACEFILE FORMAT". Only what lcov 1.16 reads, too: numbers of
 * blocks and branches are digits there, so arms with other names are numbered ({@link LcovArms}).
 * Of arms that are only counted, as many are taken as the lower bound says.
 */
public final class LcovSummary implements SummaryWriter {
  @Override
  public void write(Outcome outcome, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    // A tracefile with a test and without a file is whole; an empty file is none.
    writer.write("TN:\n");
    FileNames names = new FileNames();
    for (Map.Entry<SourcePath, FileCoverage> entry : outcome.coverage().files().entrySet()) {
      section(names.of(entry.getKey()), entry.getValue(), writer);
    }
    writer.flush();
  }

  private static void section(String name, FileCoverage file, Writer writer) throws IOException {
    List<LineCoverage> lines = file.countedLines();
    Ratio arms = Ratio.NONE;
    writer.write("SF:" + name + "\n");
    for (LineCoverage line : lines) {
      BranchCoverage branches = line.branches();
      ArmBounds bounds = branches.bounds();
      if (bounds.total() > 0) {
        LcovArms.write(line.line(), line.hits() != 0, branches, writer);
        arms = arms.plus(bounds.ratio());
      }
    }
    if (arms.total() > 0) {
      writer.write("BRF:%d\nBRH:%d\n".formatted(arms.total(), arms.covered()));
    }
    long found = 0;
    long hit = 0;
    for (LineCoverage line : lines) {
      if (line.hits() >= 0) {
        writer.write("DA:" + line.line() + "," + line.hits() + "\n");
        found++;
        hit += line.hits() > 0 ? 1 : 0;
      }
    }
    writer.write("LF:%d\nLH:%d\nend_of_record\n".formatted(found, hit));
  }
}
