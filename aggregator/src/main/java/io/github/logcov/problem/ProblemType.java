package io.github.logcov.problem;

/**
 * Every problem logcov can report: its stable slug, an entry of that name in {@code
 * docs/messages.md}, and what it does to the verdict when it is an error.
 */
public enum ProblemType {
  JOB_FAILED("job-failed", ProblemKind.JOB_FAILED),
  JOB_UNFINISHED("job-unfinished", ProblemKind.UNAVAILABLE),
  COVERAGE_MISSING("coverage-missing", ProblemKind.INCOMPLETE),
  COVERAGE_EMPTY("coverage-empty", ProblemKind.INCOMPLETE),
  BRANCHES_NOT_MEASURED("branches-not-measured", ProblemKind.INCOMPLETE),
  LOG_UNREADABLE("log-unreadable", ProblemKind.UNREADABLE),
  LOG_CUT("log-cut", ProblemKind.UNREADABLE),
  PAYLOAD_FOREIGN("payload-foreign", ProblemKind.UNREADABLE),
  PAYLOAD_TRUNCATED("payload-truncated", ProblemKind.UNREADABLE),
  PAYLOAD_MASKED("payload-masked", ProblemKind.UNREADABLE),
  PAYLOAD_CENSORED("payload-censored", ProblemKind.UNREADABLE),
  PAYLOAD_LINES_MISSING("payload-lines-missing", ProblemKind.UNREADABLE),
  PAYLOAD_HEADER_MISSING("payload-header-missing", ProblemKind.UNREADABLE),
  PAYLOAD_CORRUPT("payload-corrupt", ProblemKind.UNREADABLE),
  PAYLOAD_VERSION("payload-version", ProblemKind.UNREADABLE),
  PAYLOAD_TOO_LARGE("payload-too-large", ProblemKind.UNREADABLE),
  REPORT_MALFORMED("report-malformed", ProblemKind.UNREADABLE),
  REPORT_FORMAT_UNKNOWN("report-format-unknown", ProblemKind.UNREADABLE),
  REPORT_ODD("report-odd", ProblemKind.UNREADABLE),
  REPORT_UNPLACED("report-unplaced", ProblemKind.UNREADABLE),
  SOURCE_AMBIGUOUS("source-ambiguous", ProblemKind.UNREADABLE),
  SOURCE_UNPLACED("source-unplaced", ProblemKind.UNREADABLE),
  VARIANT_ONLY("variant-only", ProblemKind.UNREADABLE),
  EXIT_AMBIGUOUS("exit-ambiguous", ProblemKind.UNREADABLE),
  SUMMARY_UNWRITABLE("summary-unwritable", ProblemKind.FAULT),
  LIMIT_EXCEEDED("limit-exceeded", ProblemKind.UNREADABLE);

  private final String slug;
  private final ProblemKind kind;

  ProblemType(String slug, ProblemKind kind) {
    this.slug = slug;
    this.kind = kind;
  }

  /** The stable name, lower case with hyphens. */
  public String slug() {
    return slug;
  }

  /** What it does to the verdict when it is an error. */
  public ProblemKind kind() {
    return kind;
  }
}
