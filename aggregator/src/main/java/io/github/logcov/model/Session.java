package io.github.logcov.model;

/**
 * One job's contribution to a union. Ordered as text, so that results do not depend on chance; who
 * shows sessions orders them as job numbers are.
 */
public record Session(String jobNumber) implements Comparable<Session> {
  @Override
  public int compareTo(Session other) {
    return jobNumber.compareTo(other.jobNumber);
  }
}
