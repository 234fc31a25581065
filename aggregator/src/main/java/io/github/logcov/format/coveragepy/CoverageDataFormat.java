package io.github.logcov.format.coveragepy;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import io.github.logcov.format.ToolFailedException;
import io.github.logcov.format.ToolMissingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The data file of coverage.py ({@code .coverage}), a SQLite database: coverage.py 5.0 and later.
 *
 * <p>Specification: <a href="https://coverage.readthedocs.io/en/latest/dbschema.html">"Coverage.py
 * database schema"</a>.
 *
 * <p>Carried: which lines, or arcs between lines, of each file ran. It has neither a list of
 * statements nor of branches, which coverage.py takes from the sources when it reports; so it is
 * coverage.py that is asked, for the JSON report of this one file, and what holds for that holds
 * here. Each job's data is asked for by itself: all are read by one Python then, with one
 * configuration, so their totals agree and their union is what {@code coverage combine} says of
 * them, and what each job gave to it stays known.
 */
public final class CoverageDataFormat implements ReportFormat {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /** The table with the version of the schema; databases of others have none of that name. */
  private static final String TABLE = "CREATE TABLE coverage_schema";

  private static final String INSTEAD = "emit coverage.xml or coverage.json in the jobs instead";

  private final FormatLimits limits;
  private final DataReporter reporter;

  /**
   * With the bounds its JSON report has to keep.
   *
   * @param reporter asked for the JSON report of each data file
   */
  public CoverageDataFormat(FormatLimits limits, DataReporter reporter) {
    this.limits = limits;
    this.reporter = reporter;
  }

  @Override
  public String name() {
    return "coveragepy-data";
  }

  /**
   * By SQLite's magic, and the table that only coverage.py makes: a new database says what its
   * tables are within the first 4 kB, and coverage.py makes it anew each time.
   */
  @Override
  public boolean recognises(ReportFile file) {
    byte[] head = file.head();
    for (int i = 0; i < MAGIC.length; i++) {
      if (i >= head.length || head[i] != MAGIC[i]) {
        return false;
      }
    }
    return new String(head, StandardCharsets.ISO_8859_1).contains(TABLE);
  }

  /** Places in messages are those of the JSON report: {@code $.files["src/a.py"].summary}. */
  @Override
  public Report read(ReportFile file) throws MalformedReportException, IOException {
    try (InputStream json = reporter.json(file.path(), file.content())) {
      ReportFile report = new ReportFile(file.path(), json);
      return new CoveragePyReader(new JsonCursor(report, limits), limits).read();
    }
  }

  /**
   * A data file that coverage.py is not asked about.
   *
   * @param why and what to do about it
   */
  public static MalformedReportException notAsked(String why) {
    return new MalformedReportException(
        "",
        "a data file of coverage.py lists no statements, so coverage.py itself has to read it, and "
            + why
            + "; or "
            + INSTEAD,
        new ToolMissingException(why));
  }

  /**
   * A data file that coverage.py did not make a report of.
   *
   * @param what it did instead
   */
  public static MalformedReportException failed(String what) {
    return new MalformedReportException(
        "",
        "coverage.py makes no report of this data file: " + what + "; or " + INSTEAD,
        new ToolFailedException(what));
  }
}
