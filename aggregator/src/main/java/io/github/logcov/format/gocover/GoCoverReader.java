package io.github.logcov.format.gocover;

import io.github.logcov.format.Bound;
import io.github.logcov.format.Excerpt;
import io.github.logcov.format.FactsByPath;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.LineCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.LimitExceededException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one cover profile, once. */
final class GoCoverReader {
  private static final String MODE = "mode: ";

  private final FormatLimits limits;
  private final LineCursor cursor;
  private final BlockFields fields;
  private final Warnings warnings = new Warnings();
  private final FactsByPath files;

  /** Of the first line; null before it. */
  private @Nullable String mode;

  /** Whether counts say only that a block ran. */
  private boolean marks;

  GoCoverReader(InputStream content, FormatLimits limits) {
    this.limits = limits;
    this.files = new FactsByPath(limits.coverage());
    this.cursor = new LineCursor(content, limits.maxString());
    this.fields = new BlockFields(cursor);
  }

  Report read() throws MalformedReportException, IOException {
    try {
      while (cursor.next()) {
        if (cursor.start() < cursor.end()) {
          record();
        }
      }
      if (mode == null) {
        throw new MalformedReportException(
            cursor.place(), "\"mode: set\", count or atomic was expected, but the file is empty");
      }
    } catch (LimitExceededException e) {
      throw Bound.at(cursor.place(), e);
    }
    if (marks) {
      files.forEach(FactsBuilder::blocksAreMarks);
    }
    return new Report(List.of(), files.build(), warnings.list());
  }

  private void record() throws MalformedReportException {
    if (!cursor.terminated()) {
      throw wrong("a line end was expected behind the last line; is the file cut? It");
    }
    if (isMode()) {
      mode(cursor.text(cursor.start() + MODE.length(), cursor.end()));
    } else if (mode == null) {
      throw wrong("\"mode: set\", count or atomic was expected in the first line, it");
    } else {
      block();
    }
  }

  private boolean isMode() {
    // A file called "mode: x.go" has a position behind its name.
    return cursor.end() - cursor.start() <= MODE.length() + "atomic".length()
        && cursor.text(cursor.start(), cursor.end()).startsWith(MODE);
  }

  // mode: set|count|atomic
  // Once in Go's own profiles; several in those that were put together with cat.
  private void mode(String found) throws MalformedReportException {
    if (!found.equals("set") && !found.equals("count") && !found.equals("atomic")) {
      throw wrong("\"mode: set\", count or atomic was expected, it");
    }
    if (mode == null) {
      mode = found;
    } else if (found.equals("set") != mode.equals("set")) {
      warnings.add(
          "mode",
          cursor.place(),
          "the profile has blocks of mode "
              + mode
              + " and of mode "
              + found
              + "; all are read as set: whether they ran, not how often");
      marks = true;
    }
    marks |= found.equals("set");
  }

  // path:line.column,line.column statements count
  private void block() throws MalformedReportException {
    fields.read();
    int pathEnd = fields.pathEnd();
    int length = pathEnd - cursor.start();
    if (length > limits.maxPath()) {
      throw Bound.exceeded(cursor.place(), "a path", limits.maxPath(), "bytes", "--max-path");
    }
    limits.coverage().checkLine(fields.line());
    limits.coverage().checkLine(fields.endLine());
    files
        .of(path(pathEnd))
        .block(
            (int) fields.line(),
            fields.column(),
            (int) fields.endLine(),
            fields.endColumn(),
            fields.statements(),
            fields.count());
  }

  /** Outside of GOPATH and modules, Go calls a package by its folder, behind an underscore. */
  private String path(int end) {
    int start = cursor.start();
    byte[] bytes = cursor.bytes();
    boolean folder = end - start > 2 && bytes[start] == '_' && bytes[start + 1] == '/';
    return cursor.text(folder ? start + 1 : start, end);
  }

  private MalformedReportException wrong(String expected) {
    String found = Excerpt.of(cursor.bytes(), cursor.start(), cursor.end());
    return new MalformedReportException(cursor.place(), expected + " was " + found);
  }
}
