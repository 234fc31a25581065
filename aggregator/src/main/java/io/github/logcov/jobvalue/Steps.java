package io.github.logcov.jobvalue;

/**
 * A bound on work, counted in steps and not by a clock: the same question has the same answer on
 * every machine. A step looks at one set of jobs, which takes some 500 ns at worst.
 */
final class Steps {
  private long left;

  Steps(long most) {
    left = most;
  }

  /** Takes so many steps; false when there are not so many left, now and from now on. */
  boolean take(long steps) {
    left = left < steps ? 0 : left - steps;
    return left > 0;
  }

  /** Whether the bound was reached. */
  boolean isOver() {
    return left == 0;
  }
}
