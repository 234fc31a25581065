package io.github.logcov.format.istanbul;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.JsonHead;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Istanbul's JSON ({@code coverage-final.json}) as nyc, jest, vitest, c8 and karma write it.
 *
 * <p>Specification: <a
 * href="https://github.com/istanbuljs/istanbuljs/blob/master/docs/raw-output.md">"Raw output"</a>,
 * and where that is silent {@code packages/istanbul-lib-coverage/lib/file-coverage.js}.
 *
 * <p>Carried: statements by position and how often each ran ({@code statementMap}, {@code s}); a
 * line has the count of the statement that begins on it and ran most, as {@code getLineCoverage}
 * there has it. Decisions by type and position, and how often each of their ways was taken ({@code
 * branchMap}, {@code b}). Ids are those of one build and name nothing; what has the same position
 * is told apart by its order. Functions by where they begin ({@code fnMap}, {@code f}): their names
 * may be numbers of one build, too.
 *
 * <p>c8, and jest and older vitest with {@code v8}, list instead the ranges of code whose count V8
 * knows: a line is a statement, a range one way of type {@code branch}. V8 leaves out a range that
 * ran as often as what is around it, and these reports leave out functions without a name that did
 * not run; the ranges of such a file are told as {@link io.github.logcov.model.FactsBuilder#range},
 * and the union finds out what ran where it is not listed. (nyc takes the count of what is around
 * it, which may be that of another function.)
 *
 * <p>{@code all: true} marks a file that was never loaded: what is said of it holds only where no
 * job loaded it. Passed over: {@code bT} (which ways were true), {@code _coverageSchema} and
 * hashes. {@code inputSourceMap} is a warning: then positions are those of compiled code.
 */
public final class IstanbulFormat implements ReportFormat {
  private static final Pattern MAPS_OF_A_FILE =
      Pattern.compile("/[^/]*/(?:statementMap|branchMap|fnMap|_coverageSchema)");

  private final FormatLimits limits;

  /** With the bounds a report has to keep. */
  public IstanbulFormat(FormatLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "istanbul";
  }

  /** By the keys of the first file. */
  @Override
  public boolean recognises(ReportFile file) {
    return JsonHead.of(file).keys().stream().anyMatch(key -> MAPS_OF_A_FILE.matcher(key).matches());
  }

  @Override
  public Report read(ReportFile file) throws MalformedReportException, IOException {
    return new IstanbulReader(new JsonCursor(file, limits), limits).read();
  }
}
