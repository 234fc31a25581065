package io.github.logcov.format.llvmcov;

import io.github.logcov.format.Bound;
import io.github.logcov.format.Excerpt;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportValues;
import io.github.logcov.format.UnitedFiles;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.LimitExceededException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one export, once; its keys may come in any order. */
final class LlvmCovReader {
  private static final Pattern KNOWN_VERSION = Pattern.compile("[23]\\.\\d{1,4}\\.\\d{1,4}");

  private final JsonCursor cursor;
  private final Warnings warnings = new Warnings();
  private final ReportValues values;
  private final UnitedFiles files;
  private final LlvmFunctions functions;
  private final Set<String> seen = new HashSet<>();

  LlvmCovReader(JsonCursor cursor, FormatLimits limits) {
    this.cursor = cursor;
    values = new ReportValues(cursor, limits, warnings);
    files = new UnitedFiles(limits.coverage());
    functions = new LlvmFunctions(values);
  }

  Report read() throws MalformedReportException, IOException {
    try {
      cursor.object(this::root);
      functions.tell(files);
    } catch (LimitExceededException e) {
      throw Bound.at(cursor.place(), e);
    }
    cursor.end();
    ReportValues.requireAtRoot(seen, "type", "version", "data");
    return new Report(List.of(), files.build(), warnings.list());
  }

  private void root(String key) throws MalformedReportException, IOException {
    seen.add(key);
    switch (key) {
      case "type" -> {
        String type = cursor.string("the type of the export");
        if (!type.equals(LlvmCovFormat.TYPE)) {
          throw cursor.notExpected("\"" + LlvmCovFormat.TYPE + "\"", Excerpt.of(type));
        }
      }
      case "version" -> {
        String expected = "a version 2 or 3, such as 2.0.1,";
        String version = cursor.string(expected);
        if (!KNOWN_VERSION.matcher(version).matches()) {
          throw cursor.notExpected(
              expected,
              Excerpt.of(version)
                  + "; send what llvm-cov export -format=lcov writes instead, or use a newer"
                  + " logcov");
        }
      }
      case "data" -> cursor.array(this::export);
      default -> cursor.skip();
    }
  }

  private void export() throws MalformedReportException, IOException {
    boolean[] found = {false};
    cursor.object(
        key -> {
          switch (key) {
            case "files" -> {
              found[0] = true;
              cursor.array(this::file);
            }
            case "functions" -> functions.read();
            default -> cursor.skip();
          }
        });
    if (!found[0]) {
      throw values.missing("files");
    }
  }

  // {"filename": path, "segments": [...], "branches": [...], "expansions": [...], "summary": {}}
  private void file() throws MalformedReportException, IOException {
    @Nullable String[] path = {null};
    LlvmFile file = new LlvmFile(values);
    cursor.object(
        key -> {
          switch (key) {
            case "filename" -> path[0] = values.path();
            case "segments" -> file.segments();
            case "branches" -> file.branches();
            default -> cursor.skip();
          }
        });
    String filename = path[0];
    if (filename == null) {
      throw values.missing("filename");
    }
    files.add(filename, file.facts());
  }
}
