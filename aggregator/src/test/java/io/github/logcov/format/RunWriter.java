package io.github.logcov.format;

import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.format.ProgramRun.Program;
import java.io.IOException;
import java.util.List;

/**
 * Reports the runs of random programs in one format, or in one of its dialects. A new format gets a
 * class of its own and its line in {@link #all()}.
 */
public interface RunWriter {
  /** What a format tells of the arms of branches. */
  enum Arms {
    /** Nothing: only jobs that print another format do. */
    NONE,
    /** How many were taken, so that a union is a range. */
    COUNTED,
    /** Which are missing; exact among reports of this kind. */
    MISSING,
    /** Each by a name; exact among reports with the same names. */
    NAMED
  }

  /** One for each format and dialect. */
  static List<RunWriter> all() {
    return List.of(
        new LcovRuns(),
        new CoberturaRuns(),
        new CoveragePyRuns(),
        new JacocoXmlRuns(),
        new JacocoExecRuns(),
        new GoCoverRuns(),
        new CloverRuns(),
        new IstanbulCloverRuns(),
        new OpenCoverRuns());
  }

  /** The name of the {@link ReportFormat} that reads it. */
  String format();

  /** Names the dialect in the tests. */
  default String label() {
    return format();
  }

  Arms arms();

  /** Who gives the names to arms; those of different ones have nothing in common. */
  default String namesOfArms() {
    return label();
  }

  /** The report of a run. */
  byte[] write(ProgramRun run) throws IOException;

  /** Whether reading it gives a warning, as of a job that ran nothing. */
  default boolean isOdd(ProgramRun run) {
    return false;
  }

  /** Reads what was written for a program. */
  default ReportFormat reader(Program program) throws IOException {
    return ReportFormats.all(FormatLimits.DEFAULT).list().stream()
        .filter(format -> format.name().equals(format()))
        .findFirst()
        .orElseThrow();
  }
}
