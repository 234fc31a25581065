package io.github.logcov.format.coveragepy;

import io.github.logcov.format.Bound;
import io.github.logcov.format.FactsByPath;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.LimitExceededException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one coverage.json, once; its keys may come in any order. */
final class CoveragePyReader {
  private static final int LAST_FORMAT = 3;

  private final JsonCursor cursor;
  private final FormatLimits limits;
  private final Warnings warnings = new Warnings();
  private final Sums sums = new Sums();
  private final Counts claimedLines = new Counts();
  private final Counts claimedArms = new Counts();
  private final FactsByPath files;

  private boolean metaSeen;
  private boolean filesSeen;
  private @Nullable Boolean branchCoverage;

  /** The first file whose branches were measured, and the first whose were not. */
  private @Nullable String withBranches;

  private @Nullable String withoutBranches;

  CoveragePyReader(JsonCursor cursor, FormatLimits limits) {
    this.cursor = cursor;
    this.limits = limits;
    this.files = new FactsByPath(limits.coverage());
  }

  Report read() throws MalformedReportException, IOException {
    try {
      cursor.object(this::root);
    } catch (LimitExceededException e) {
      throw Bound.at(cursor.place(), e);
    }
    cursor.end();
    require(metaSeen, "meta");
    require(filesSeen, "files");
    checkBranchCoverage();
    Map<String, FileFacts> facts = files.build();
    sums.check(claimedLines, claimedArms, warnings);
    return new Report(List.of(), facts, warnings.list());
  }

  private void root(String key) throws MalformedReportException, IOException {
    switch (key) {
      case "meta" -> {
        metaSeen = true;
        cursor.object(this::meta);
        if (branchCoverage == null) {
          throw cursor.wrong("the key branch_coverage was expected but is missing");
        }
      }
      case "files" -> {
        filesSeen = true;
        cursor.object(this::file);
      }
      case "totals" -> Counts.read(cursor, claimedLines, claimedArms);
      default -> cursor.skip();
    }
  }

  private void meta(String key) throws MalformedReportException, IOException {
    switch (key) {
      case "branch_coverage" -> branchCoverage = cursor.bool();
      case "format" -> {
        String expected = "a format from 1 to " + LAST_FORMAT;
        long format = cursor.wholeNumber(expected);
        if (format < 1 || format > LAST_FORMAT) {
          throw cursor.notExpected(
              expected, format + "; send coverage.xml instead, or use a newer logcov");
        }
      }
      default -> cursor.skip();
    }
  }

  private void file(String path) throws MalformedReportException, IOException {
    if (path.isEmpty()) {
      throw cursor.wrong("the path of a source file was expected but was \"\"");
    }
    int maxPath = limits.maxPath();
    if (path.length() > maxPath || path.getBytes(StandardCharsets.UTF_8).length > maxPath) {
      throw Bound.exceeded(cursor.place(), "a path", maxPath, "bytes", "--max-path");
    }
    MeasuredFile file = new MeasuredFile(cursor, limits.coverage());
    file.read();
    file.tell(files.of(path), sums, warnings);
    if (file.measuresBranches()) {
      withBranches = withBranches == null ? cursor.place() : withBranches;
    } else {
      withoutBranches = withoutBranches == null ? cursor.place() : withoutBranches;
    }
  }

  /** Else a report that lost its branches somewhere would pass for one that measured none. */
  private void checkBranchCoverage() throws MalformedReportException {
    String file = Boolean.TRUE.equals(branchCoverage) ? withoutBranches : withBranches;
    if (file != null) {
      throw new MalformedReportException(
          file + ".summary.num_branches",
          Boolean.TRUE.equals(branchCoverage)
              ? "the number of branches was expected, since meta.branch_coverage is true, but it is"
                  + " missing"
              : "no branches were expected, since meta.branch_coverage is false");
    }
  }

  private static void require(boolean seen, String key) throws MalformedReportException {
    if (!seen) {
      throw new MalformedReportException("$", "the key " + key + " was expected but is missing");
    }
  }
}
