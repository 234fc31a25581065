package io.github.logcov.problem;

/**
 * Every problem logcov can report: its stable slug, an entry of that name in {@code
 * docs/messages.md}, and what it does to the verdict when it is an error.
 */
public enum ProblemType {
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
