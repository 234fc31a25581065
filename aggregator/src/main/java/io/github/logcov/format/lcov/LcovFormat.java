package io.github.logcov.format.lcov;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * LCOV tracefiles, version 1 and 2 (with the function records of 2.2).
 *
 * <p>Specification: <a
 * href="https://github.com/linux-test-project/lcov/blob/master/docs/man/geninfo.rst">geninfo(1)</a>,
 * "TRACEFILE FORMAT", and where that is silent {@code _read_info} in lcov's {@code
 * lib/lcovutil.pm}. Producers seen: lcov, coverage.py, istanbul, c8, coverlet, grcov, llvm-cov,
 * Firefox.
 *
 * <p>Carried: hits of lines; arms of branches with identity (line, block, branch), never evaluated
 * ({@code -}) apart from not taken ({@code 0}). Paths are as written, often absolute. Sections of
 * one path are united over all test names.
 *
 * <p>Functions are known by name and line; of {@code FNL} and {@code FNA} those of one line are
 * names of one function. They are measured where the report has any record of functions. What
 * Istanbul calls {@code (anonymous_3)} is known by its line and its order there.
 *
 * <p>Checked and passed over: MC/DC, versions and line checksums. Branches marked {@code U}
 * (unreachable) are no arms, as in lcov's own totals. The totals of a section are compared with its
 * records.
 */
public final class LcovFormat implements ReportFormat {
  private static final Pattern RECORD =
      Pattern.compile(
          "(?:TN|SF):.*"
              + "|(?:DA|BRDA|FN|FNDA|FNL|FNA|FNF|FNH|BRF|BRH|LF|LH|MCDC|MCF|MCH):-?[0-9].*"
              + "|end_of_record",
          Pattern.DOTALL);

  private final FormatLimits limits;
  private final SharedNames names = new SharedNames();
  private final BranchIds branchIds = new BranchIds();

  /** With the bounds a report has to keep. */
  public LcovFormat(FormatLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "lcov";
  }

  /** By the first line that is neither blank nor a comment. */
  @Override
  public boolean recognises(ReportFile file) {
    String text = new String(file.head(), StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00ef\u00bb\u00bf")) {
      text = text.substring(3);
    }
    return Arrays.stream(text.split("\n"))
        .map(String::stripTrailing)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .findFirst()
        .filter(line -> RECORD.matcher(line).matches())
        .isPresent();
  }

  @Override
  public Report read(ReportFile file) throws MalformedReportException, IOException {
    return new LcovReader(file.content(), limits, names, branchIds).read();
  }
}
