package io.github.logcov.log;

import io.github.logcov.glob.Glob;

/**
 * A pattern that names jobs, matched whole against the number or the name of a job: {@code 412.1}
 * is not {@code 412.10}. See {@link Glob#ofName} for its wildcards.
 */
public final class JobPattern {

  private final Glob glob;

  private JobPattern(Glob glob) {
    this.glob = glob;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it is empty or longer than 4,096 characters
   */
  public static JobPattern of(String pattern) {
    return new JobPattern(Glob.ofName(pattern));
  }

  /** Whether the job is named by this pattern. */
  public boolean matches(Job job) {
    return glob.matches(job.number()) || job.name().filter(glob::matches).isPresent();
  }

  /** The pattern, as written. */
  @Override
  public String toString() {
    return glob.toString();
  }
}
