package io.github.logcov.format.simplecov;

import io.github.logcov.format.Bound;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportValues;
import io.github.logcov.format.UnitedFiles;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.LimitExceededException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one file of SimpleCov's, once: a method per object, for the three kinds there are. */
final class SimpleCovReader {
  private final JsonCursor cursor;
  private final Warnings warnings = new Warnings();
  private final ReportValues values;
  private final UnitedFiles files;

  private boolean filesSeen;

  /** What the formatter of SimpleCov 1 cuts off from each path. */
  private @Nullable String root;

  private boolean cutsRoot;

  SimpleCovReader(JsonCursor cursor, FormatLimits limits) {
    this.cursor = cursor;
    values = new ReportValues(cursor, limits, warnings);
    files = new UnitedFiles(limits.coverage());
  }

  /** {@code {command: {"coverage": {path: file}, "timestamp": seconds}}}. */
  Report results() throws MalformedReportException, IOException {
    return document(
        command -> {
          boolean[] seen = {false};
          cursor.object(
              key -> {
                if (key.equals("coverage")) {
                  seen[0] = true;
                  cursor.object(path -> file(path, new RubyFile(values)));
                } else {
                  cursor.skip();
                }
              });
          if (!seen[0]) {
            throw values.missing("coverage");
          }
        });
  }

  /** {@code {"meta": {...}, "coverage": {path: file}, "groups": {...}}}. */
  Report formatterOutput() throws MalformedReportException, IOException {
    Report report =
        document(
            key -> {
              switch (key) {
                case "meta" -> cursor.object(this::meta);
                case "coverage" -> {
                  filesSeen = true;
                  cursor.object(path -> file(path, new RubyFile(values)));
                }
                default -> cursor.skip();
              }
            });
    requireFiles("coverage");
    return cutsRoot ? belowRoot(report) : report;
  }

  /** {@code {"command_name": ..., "files": [{"filename": path, "coverage": file}]}}. */
  Report gemOutput() throws MalformedReportException, IOException {
    Report report =
        document(
            key -> {
              if (key.equals("files")) {
                filesSeen = true;
                cursor.array(this::gemFile);
              } else {
                cursor.skip();
              }
            });
    requireFiles("files");
    return report;
  }

  private Report document(JsonCursor.Member root) throws MalformedReportException, IOException {
    try {
      cursor.object(root);
    } catch (LimitExceededException e) {
      throw Bound.at(cursor.place(), e);
    }
    cursor.end();
    return new Report(List.of(), files.build(), warnings.list());
  }

  private void meta(String key) throws MalformedReportException, IOException {
    switch (key) {
      case "simplecov_version" -> {
        String version = cursor.string("the version of SimpleCov");
        cutsRoot |= !version.startsWith("0.");
      }
      case "root" -> {
        root = cursor.string("the root of the project");
        values.checkPath(root);
        cutsRoot = true;
      }
      default -> cursor.skip();
    }
  }

  /** SimpleCov 1 writes {@code /lib/a.rb} for the file {@code lib/a.rb} below its root. */
  private Report belowRoot(Report report) {
    Map<String, FileFacts> relative = new TreeMap<>();
    report
        .files()
        .forEach(
            (path, facts) ->
                relative.merge(
                    path.startsWith("/") ? path.substring(1) : path, facts, FileFacts::union));
    return new Report(root == null ? List.of() : List.of(root), relative, report.warnings());
  }

  private void gemFile() throws MalformedReportException, IOException {
    String[] path = {null};
    RubyFile file = new RubyFile(values);
    cursor.object(
        key -> {
          switch (key) {
            case "filename" -> {
              path[0] = cursor.string("the path of a source file");
              values.checkPath(path[0]);
            }
            case "coverage" -> file.read();
            default -> file.claim(key);
          }
        });
    if (path[0] == null) {
      throw values.missing("filename");
    }
    files.add(path[0], file.facts());
  }

  private void file(String path, RubyFile file) throws MalformedReportException, IOException {
    values.checkPath(path);
    file.read();
    files.add(path, file.facts());
  }

  private void requireFiles(String key) throws MalformedReportException {
    if (!filesSeen) {
      throw new MalformedReportException("$", "the key " + key + " was expected but is missing");
    }
  }
}
