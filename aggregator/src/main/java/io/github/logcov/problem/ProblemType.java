package io.github.logcov.problem;

/**
 * Every problem logcov can report: its stable slug, an entry of that name in {@code
 * docs/messages.md}, and what it does to the verdict when it is an error.
 */
public enum ProblemType {
  JOB_FAILED("job-failed", ProblemKind.JOB_FAILED),
  JOB_UNFINISHED("job-unfinished", ProblemKind.UNAVAILABLE),
  /** A job nobody looked at any more, since the run ended before; a note. */
  JOB_UNREAD("job-unread", ProblemKind.INCOMPLETE),
  /** A job that is left out: the own one, or one of a later stage; a note. */
  JOB_LEFT_OUT("job-left-out", ProblemKind.USAGE),
  /** No connection, no answer in time, a broken answer. */
  TRAVIS_UNREACHABLE("travis-unreachable", ProblemKind.UNAVAILABLE),
  /** An answer that says the server is at fault, or makes no sense. */
  TRAVIS_FAULT("travis-fault", ProblemKind.UNAVAILABLE),
  TRAVIS_THROTTLED("travis-throttled", ProblemKind.UNAVAILABLE),
  TRAVIS_REFUSED("travis-refused", ProblemKind.UNAVAILABLE),
  /** The token was refused, or must not be sent over plain http. */
  TOKEN_REFUSED("token-refused", ProblemKind.UNAVAILABLE),
  BUILD_UNKNOWN("build-unknown", ProblemKind.UNAVAILABLE),
  LOG_RESTRICTED("log-restricted", ProblemKind.UNAVAILABLE),
  LOG_EXPIRED("log-expired", ProblemKind.UNAVAILABLE),
  /** The total time is over. */
  WAIT_TIMEOUT("wait-timeout", ProblemKind.UNAVAILABLE),
  /** A log or build.json could not be kept. */
  LOGS_UNWRITABLE("logs-unwritable", ProblemKind.FAULT),
  COVERAGE_MISSING("coverage-missing", ProblemKind.INCOMPLETE),
  /** No file to extract: in any log, or, as a warning, in one. */
  FILES_MISSING("files-missing", ProblemKind.INCOMPLETE),
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
  /** A file whose name leads outside the folder it is extracted to, or that cannot be there. */
  PATH_UNSAFE("path-unsafe", ProblemKind.UNREADABLE),
  /** A file that lies beside another one of its name; a warning. */
  FILE_RENAMED("file-renamed", ProblemKind.UNREADABLE),
  REPORT_MALFORMED("report-malformed", ProblemKind.UNREADABLE),
  REPORT_FORMAT_UNKNOWN("report-format-unknown", ProblemKind.UNREADABLE),
  /** Execution data without the class files that it needs. */
  CLASSES_MISSING("classes-missing", ProblemKind.USAGE),
  /** Classes that ran are not those that {@code --classes} names; a warning. */
  CLASSES_DIFFER("classes-differ", ProblemKind.UNREADABLE),
  /** A data file of coverage.py, and no coverage.py that may read it. */
  COVERAGEPY_MISSING("coveragepy-missing", ProblemKind.USAGE),
  /** A data file that coverage.py does not make a report of. */
  COVERAGEPY_FAILED("coveragepy-failed", ProblemKind.UNREADABLE),
  REPORT_ODD("report-odd", ProblemKind.UNREADABLE),
  VARIANT_ONLY("variant-only", ProblemKind.UNREADABLE),
  EXIT_AMBIGUOUS("exit-ambiguous", ProblemKind.UNREADABLE),
  BRANCHES_RENAMED("branches-renamed", ProblemKind.UNREADABLE),
  /** Blocks of Go that cannot be of one source; a warning. */
  BLOCKS_OVERLAP("blocks-overlap", ProblemKind.UNREADABLE),
  /** Maps of statements and branches that are not of one source, or not of one tool; a warning. */
  MAPS_DIFFER("maps-differ", ProblemKind.UNREADABLE),
  /** Functions on several lines that each report knows on one; a warning. */
  FUNCTIONS_DIFFER("functions-differ", ProblemKind.UNREADABLE),
  LIMIT_EXCEEDED("limit-exceeded", ProblemKind.UNREADABLE),
  INTERNAL_FAULT("internal-fault", ProblemKind.FAULT),
  /** The folder that files are extracted to. */
  FILES_UNWRITABLE("files-unwritable", ProblemKind.FAULT),
  SUMMARY_UNWRITABLE("summary-unwritable", ProblemKind.FAULT),
  /** Something else lies where files are extracted to; a warning when that was said to be right. */
  FOLDER_OCCUPIED("folder-occupied", ProblemKind.USAGE),
  /** A path of saved logs that is missing, may not be read, or is not what it seems. */
  LOGS_UNREADABLE("logs-unreadable", ProblemKind.USAGE),
  /** A directory or archive without any log. */
  LOGS_EMPTY("logs-empty", ProblemKind.USAGE),
  /** Something beside saved logs that was not read as a log; a note. */
  LOGS_PASSED_OVER("logs-passed-over", ProblemKind.USAGE),
  ARCHIVE_NESTED("archive-nested", ProblemKind.USAGE),
  BUILD_FILE_MALFORMED("build-file-malformed", ProblemKind.USAGE),
  /** One job number twice. */
  JOB_DUPLICATE("duplicate-job", ProblemKind.USAGE),
  /** Logs of several builds are read together; a warning when they are of several commits. */
  SEVERAL_BUILDS("several-builds", ProblemKind.USAGE),
  /** A saved log that build.json beside it does not name; a note. */
  JOB_UNLISTED("job-unlisted", ProblemKind.USAGE),
  /** A pattern that chooses jobs and matches none. */
  JOB_UNMATCHED("job-unmatched", ProblemKind.USAGE),
  /** No job is left after the choice. */
  JOBS_EMPTY("no-jobs", ProblemKind.USAGE),
  /** A source file that could be two files of the repository. */
  PATH_AMBIGUOUS("path-ambiguous", ProblemKind.UNREADABLE),
  /** A source file that is probably one that other reports name differently; a warning. */
  PATH_DOUBTFUL("path-doubtful", ProblemKind.UNREADABLE),
  /** A source file, or all of a report, that is no file of the repository. */
  PATH_UNPLACED("path-unplaced", ProblemKind.UNREADABLE);

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
