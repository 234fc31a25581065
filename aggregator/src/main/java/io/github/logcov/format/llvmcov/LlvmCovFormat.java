package io.github.logcov.format.llvmcov;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.JsonHead;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@code llvm-cov export} writes for C, C++, Rust ({@code cargo llvm-cov --json}) and Swift:
 * versions 2 and 3, LLVM 5 and later.
 *
 * <p>Specification: {@code llvm/tools/llvm-cov/CoverageExporterJson.cpp}, and for lines {@code
 * LineCoverageStats} in {@code llvm/lib/ProfileData/Coverage/CoverageMapping.cpp}.
 *
 * <p>Carried: hits of lines, which follow from the segments as LLVM counts them; branches with
 * identity, which is the span of the condition and the value it had (since LLVM 12). Instances of a
 * template, and expansions of a macro in its own file, are added up. Functions by where they begin,
 * as LLVM's summary counts them.
 *
 * <p>Passed over: expansions, MC/DC and summaries; LLVM counts the lines in these by function, and
 * so a line that two functions share twice. A summary alone ({@code -summary-only}) has no lines
 * and is refused.
 */
public final class LlvmCovFormat implements ReportFormat {
  static final String TYPE = "llvm.coverage.json.export";

  private static final Pattern TYPE_IN_SIGHT =
      Pattern.compile("\"type\"\\s*+:\\s*+\"llvm\\.coverage\\.json\\.export\"");

  private final FormatLimits limits;

  /** With the bounds a report has to keep. */
  public LlvmCovFormat(FormatLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "llvm-cov";
  }

  /** By its type; that stands at the end since LLVM 8, and the first file begins as no other. */
  @Override
  public boolean recognises(ReportFile file) {
    Set<String> keys = JsonHead.outline(file);
    String text = new String(file.head(), StandardCharsets.ISO_8859_1);
    boolean typed = keys.contains("/type") && TYPE_IN_SIGHT.matcher(text).find();
    return typed
        || keys.contains("/data/0/files/0/segments")
        || keys.contains("/data/0/files/0/expansions")
        || keys.contains("/data/0/files/0/branches")
        || keys.contains("/data/0/files/0/summary/branches")
        || keys.contains("/data/0/files/0/summary/functions")
        || keys.contains("/data/0/files") && keys.contains("/data/0/totals/functions");
  }

  @Override
  public Report read(ReportFile file) throws MalformedReportException, IOException {
    return new LlvmCovReader(new JsonCursor(file, limits), limits).read();
  }
}
