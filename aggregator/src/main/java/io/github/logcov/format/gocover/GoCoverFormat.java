package io.github.logcov.format.gocover;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Go's cover profiles: {@code go test -coverprofile=cover.out}, {@code go tool covdata textfmt},
 * and what other tools make of several.
 *
 * <p>Specification: {@code ParseProfiles} in <a
 * href="https://pkg.go.dev/golang.org/x/tools/cover">golang.org/x/tools/cover</a>. Producers seen:
 * go, gocovmerge, {@code cat} of several profiles.
 *
 * <p>Carried: blocks of statements (two positions, a number of statements, how often they ran; in
 * mode {@code set} whether they ran). Statements are Go's own measure; lines are those that a block
 * with statements touches. A block that comes several times is added up, as the profile of several
 * packages has it. Paths are import paths, {@code example.com/module/package/file.go}.
 *
 * <p>Not carried by Go: branches and functions. Nothing marks the end of a profile, so only a last
 * line that is cut is noticed.
 */
public final class GoCoverFormat implements ReportFormat {
  private static final Pattern FIRST_LINE =
      Pattern.compile(
          "(?:\u00ef\u00bb\u00bf)?mode: (?:set|count|atomic)[ \t\r]*(?:\n.*)?", Pattern.DOTALL);

  private final FormatLimits limits;

  /** With the bounds a report has to keep. */
  public GoCoverFormat(FormatLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "gocover";
  }

  /** By the first line, which Go wants to be the mode. */
  @Override
  public boolean recognises(ReportFile file) {
    String text = new String(file.head(), StandardCharsets.ISO_8859_1);
    return FIRST_LINE.matcher(text).matches();
  }

  @Override
  public Report read(ReportFile file) throws MalformedReportException, IOException {
    return new GoCoverReader(file.content(), limits).read();
  }
}
