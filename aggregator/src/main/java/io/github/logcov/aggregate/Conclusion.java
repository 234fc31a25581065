package io.github.logcov.aggregate;

import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemKind;
import io.github.logcov.problem.Severity;
import java.util.Collection;

/** How a run ends, except for wrong usage, which has no outcome. */
public enum Conclusion {
  PASSED("passed"),
  MISSED("missed"),
  INCOMPLETE("incomplete"),
  UNREADABLE("unreadable"),
  UNAVAILABLE("unavailable"),
  JOB_FAILED("job-failed"),
  FAILED("failed");

  private final String word;

  Conclusion(String word) {
    this.word = word;
  }

  /** The word in JSON and on the verdict line. */
  public String word() {
    return word;
  }

  /** Whether the thresholds decided: nothing was missing, damaged or failed. */
  public boolean isVerdict() {
    return this == PASSED || this == MISSED;
  }

  /** The gravest of the problems, else what the thresholds say. */
  public static Conclusion of(Collection<Problem> problems, boolean thresholdsMet) {
    return problems.stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .map(problem -> problem.type().kind())
        .min(ProblemKind::compareTo)
        .map(Conclusion::of)
        .orElse(thresholdsMet ? PASSED : MISSED);
  }

  private static Conclusion of(ProblemKind kind) {
    return switch (kind) {
      case USAGE -> throw new IllegalStateException("wrong usage has no outcome");
      case FAULT -> FAILED;
      case JOB_FAILED -> JOB_FAILED;
      case UNAVAILABLE -> UNAVAILABLE;
      case UNREADABLE -> UNREADABLE;
      case INCOMPLETE -> INCOMPLETE;
    };
  }
}
