package io.github.logcov.format.istanbul;

import io.github.logcov.format.Bound;
import io.github.logcov.format.Excerpt;
import io.github.logcov.format.FactsByPath;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.LimitExceededException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one coverage-final.json, once; its keys may come in any order. */
final class IstanbulReader {
  private final JsonCursor cursor;
  private final FormatLimits limits;
  private final Warnings warnings = new Warnings();
  private final FactsByPath files;
  private final Set<String> paths = new HashSet<>();

  IstanbulReader(JsonCursor cursor, FormatLimits limits) {
    this.cursor = cursor;
    this.limits = limits;
    this.files = new FactsByPath(limits.coverage());
  }

  Report read() throws MalformedReportException, IOException {
    try {
      cursor.object(this::file);
    } catch (LimitExceededException e) {
      throw Bound.at(cursor.place(), e);
    }
    cursor.end();
    return new Report(List.of(), files.build(), warnings.list());
  }

  private void file(String key) throws MalformedReportException, IOException {
    MeasuredFile file = new MeasuredFile(cursor, limits.coverage(), warnings);
    file.read();
    String path = file.path();
    if (path == null) {
      throw cursor.wrong("the key path was expected but is missing");
    }
    if (path.isEmpty()) {
      throw cursor.wrong("the path of a source file was expected but was \"\"");
    }
    int maxPath = limits.maxPath();
    if (path.length() > maxPath || path.getBytes(StandardCharsets.UTF_8).length > maxPath) {
      throw Bound.exceeded(cursor.place(), "a path", maxPath, "bytes", "--max-path");
    }
    if (!path.equals(key)) {
      warnings.add(
          "path",
          cursor.place(),
          "the path inside is " + Excerpt.of(path) + ", which is another one; it counts");
    }
    if (!paths.add(path)) {
      throw cursor.wrong(
          "each path may be there once, but this one comes again: " + Excerpt.of(path));
    }
    file.tell(files.of(path));
  }
}
