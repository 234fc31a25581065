package io.github.logcov.format.gcovr;

import io.github.logcov.format.Bound;
import io.github.logcov.format.Excerpt;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportValues;
import io.github.logcov.format.UnitedFiles;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FunctionId;
import io.github.logcov.model.LimitExceededException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one report of gcovr, once; its keys may come in any order. */
final class GcovrReader {
  private static final Pattern KNOWN_VERSION = Pattern.compile("0\\.(?:[1-9]|1[0-4])");

  private static final int ABSENT = -1;

  private final JsonCursor cursor;
  private final FormatLimits limits;
  private final Warnings warnings = new Warnings();
  private final ReportValues values;
  private final UnitedFiles files;
  private final Set<String> seen = new HashSet<>();

  GcovrReader(JsonCursor cursor, FormatLimits limits) {
    this.cursor = cursor;
    this.limits = limits;
    values = new ReportValues(cursor, limits, warnings);
    files = new UnitedFiles(limits.coverage());
  }

  Report read() throws MalformedReportException, IOException {
    try {
      cursor.object(this::root);
    } catch (LimitExceededException e) {
      throw Bound.at(cursor.place(), e);
    }
    cursor.end();
    ReportValues.requireAtRoot(seen, "gcovr/format_version", "files");
    return new Report(List.of(), files.build(), warnings.list());
  }

  private void root(String key) throws MalformedReportException, IOException {
    seen.add(key);
    switch (key) {
      case "gcovr/format_version" -> version();
      case "files" -> cursor.array(this::file);
      default -> cursor.skip();
    }
  }

  private void version() throws MalformedReportException, IOException {
    String expected = "a format from 0.1 to 0.14";
    String version = cursor.text(expected);
    if (!KNOWN_VERSION.matcher(version).matches()) {
      throw cursor.notExpected(
          expected,
          Excerpt.of(version)
              + "; send what gcovr --lcov or --cobertura writes instead, or use a newer logcov");
    }
  }

  // {"file": path, "lines": [line, ...], "functions": [...]}
  private void file() throws MalformedReportException, IOException {
    @Nullable String[] path = {null};
    boolean[] lines = {false};
    FactsBuilder facts = new FactsBuilder(limits.coverage());
    cursor.object(
        key -> {
          switch (key) {
            case "file" -> path[0] = values.path();
            case "lines" -> {
              lines[0] = true;
              cursor.array(() -> new GcovrLine(values).read(facts));
            }
            case "functions" -> {
              facts.measuresFunctions();
              cursor.array(() -> function(facts));
            }
            default -> cursor.skip();
          }
        });
    String file = path[0];
    if (file == null || !lines[0]) {
      throw values.missing(file == null ? "file" : "lines");
    }
    files.add(file, facts.build());
  }

  // {"name": "f", "demangled_name": "f(int)", "lineno": 3, "execution_count": 2,
  //  "gcovr/excluded": false}
  private void function(FactsBuilder facts) throws MalformedReportException, IOException {
    @Nullable String[] names = {null, null};
    int[] line = {ABSENT};
    long[] hits = {ABSENT};
    boolean[] excluded = {false};
    cursor.object(
        key -> {
          switch (key) {
            case "name" -> names[0] = name();
            case "demangled_name" -> names[1] = name();
            case "lineno" -> line[0] = values.line();
            case "execution_count" -> hits[0] = values.hits();
            case "gcovr/excluded" -> excluded[0] = cursor.bool();
            default -> cursor.skip();
          }
        });
    if (line[0] == ABSENT || hits[0] == ABSENT) {
      throw values.missing(line[0] == ABSENT ? "lineno" : "execution_count");
    }
    if (!excluded[0]) {
      String name = names[0] == null ? names[1] : names[0];
      facts.function(
          new FunctionId(GcovrLine.SCHEME, FunctionId.Kind.NAME_AND_LINE, name == null ? "" : name),
          line[0],
          hits[0]);
    }
  }

  private @Nullable String name() throws MalformedReportException, IOException {
    return cursor.skipNull() ? null : cursor.string("the name of a function");
  }
}
