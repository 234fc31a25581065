package io.github.logcov.model;

/**
 * One job's contribution to a union. Ordered as text, so that results do not depend on chance; who
 * shows sessions orders them as job numbers are.
 */
public record Session(String jobNumber) implements Comparable<Session> {
  /** By hand, as {@link #hashCode}: a record's own goes a long way until it is compiled. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Session session && jobNumber.equals(session.jobNumber);
  }

  @Override
  public int hashCode() {
    return jobNumber.hashCode();
  }

  @Override
  public int compareTo(Session other) {
    return jobNumber.compareTo(other.jobNumber);
  }
}
