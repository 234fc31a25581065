package io.github.logcov.collect;

import io.github.logcov.log.JobNumber;
import io.github.logcov.problem.Problem;
import java.util.Comparator;

/** The order in which problems are shown, whatever the order in which they were met. */
public final class ProblemOrder {
  /** By job, payload and place, then the gravest first. */
  public static final Comparator<Problem> BY_PLACE =
      Comparator.comparing((Problem problem) -> problem.origin().job(), JobNumber.ORDER)
          .thenComparing(problem -> problem.origin().payload())
          .thenComparing(problem -> problem.origin().place(), JobNumber.ORDER)
          .thenComparing(Problem::severity)
          .thenComparing(problem -> problem.type().slug())
          .thenComparing(Problem::message);

  private ProblemOrder() {}
}
