package io.github.logcov.format.simplecov;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.JsonHead;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import java.io.IOException;
import java.util.Set;

/**
 * What SimpleCov writes for Ruby: its results ({@code coverage/.resultset.json}, since 0.5), and
 * the {@code coverage.json} of its JSON formatter (0.20 to 1) or of the gem simplecov-json.
 *
 * <p>Specification: <a href="https://docs.ruby-lang.org/en/master/Coverage.html">Coverage</a> of
 * Ruby, and SimpleCov's {@code lib/simplecov/result_merger.rb}, {@code combine/} and {@code
 * formatter/json_formatter/}.
 *
 * <p>Carried: hits of lines, by position ({@code null} is no statement); branches with identity,
 * which is type and span of decision and arm, never the number in between, since that changes with
 * what else was loaded; the formatter gives type and lines alone, and so counts arms that have
 * these in common in their order. Several results of one file are united, whatever their age: a log
 * is not read within SimpleCov's {@code merge_timeout}. Lines that are {@code "ignored"} ({@code
 * :nocov:}) are none; results do not know of these, only the formatters do.
 *
 * <p>A file of which no line ran was never loaded, since loading a Ruby file runs it. SimpleCov
 * guesses the lines of such a file from its text ({@code track_files}, {@code cover}), and the
 * guess yields to what was measured.
 *
 * <p>Methods are known by their span alone, as SimpleCov unites them: one {@code define_method} in
 * a loop makes methods of many names. The formatter gives their lines, and so they are counted in
 * their order.
 *
 * <p>Passed over: groups, timestamps, percentages, and the source text in the file.
 */
public final class SimpleCovFormat implements ReportFormat {
  /** Names of arms as results give them, and as the formatters do. */
  static final String RESULT_SCHEME = "simplecov";

  static final String FORMATTER_SCHEME = "simplecov-json";

  private final FormatLimits limits;

  /** With the bounds a report has to keep. */
  public SimpleCovFormat(FormatLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "simplecov";
  }

  /**
   * A result by its coverage, with a file in it or with its time; the formatters' files by what
   * they put first.
   */
  @Override
  public boolean recognises(ReportFile file) {
    Set<String> keys = JsonHead.of(file).keys();
    return isOfFormatter(keys) || isOfGem(keys) || hasResult(keys);
  }

  private static boolean isOfFormatter(Set<String> keys) {
    return keys.contains("/meta/simplecov_version");
  }

  private static boolean isOfGem(Set<String> keys) {
    return keys.contains("/command_name") && keys.contains("/files");
  }

  private static boolean hasResult(Set<String> keys) {
    return keys.stream()
        .filter(key -> key.endsWith("/coverage") && key.indexOf('/', 1) == key.length() - 9)
        .anyMatch(
            key ->
                keys.contains(key.substring(0, key.length() - 8) + "timestamp")
                    || keys.stream().anyMatch(below -> below.startsWith(key + "/")));
  }

  @Override
  public Report read(ReportFile file) throws MalformedReportException, IOException {
    Set<String> keys = JsonHead.of(file).keys();
    SimpleCovReader reader = new SimpleCovReader(new JsonCursor(file, limits), limits);
    if (isOfFormatter(keys)) {
      return reader.formatterOutput();
    }
    return isOfGem(keys) ? reader.gemOutput() : reader.results();
  }
}
