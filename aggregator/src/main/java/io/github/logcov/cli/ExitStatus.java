package io.github.logcov.cli;

import io.github.logcov.aggregate.Conclusion;
import io.github.logcov.problem.Problem;
import java.util.Collection;

/** What the process ends with; the table stands in the README and in {@code --help}. */
enum ExitStatus {
  PASSED(0, "passed"),
  FAILED(1, "fault inside logcov, or a local file could not be written"),
  USAGE(2, "wrong usage or configuration"),
  MISSED(3, "threshold missed"),
  INCOMPLETE(
      4, "coverage missing: a job that must deliver did not, or there is no coverage at all"),
  UNREADABLE(5, "unreadable: a payload or report is damaged or malformed"),
  UNAVAILABLE(6, "Travis could not be asked: network, rate limit, access, time-out"),
  JOB_FAILED(7, "a required job failed");

  private final int code;
  private final String meaning;

  ExitStatus(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** 0 to 7. */
  public int code() {
    return code;
  }

  /** What it means, for help and documents. */
  public String meaning() {
    return meaning;
  }

  /** The status of a run that judges nothing but what is wrong. */
  static ExitStatus of(Collection<Problem> problems) {
    return of(Conclusion.of(problems, true));
  }

  /** The status of a conclusion. */
  static ExitStatus of(Conclusion conclusion) {
    return switch (conclusion) {
      case PASSED -> PASSED;
      case FAILED -> FAILED;
      case MISSED -> MISSED;
      case INCOMPLETE -> INCOMPLETE;
      case UNREADABLE -> UNREADABLE;
      case UNAVAILABLE -> UNAVAILABLE;
      case JOB_FAILED -> JOB_FAILED;
    };
  }
}
