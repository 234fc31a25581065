package io.github.logcov.model;

/**
 * One job's contribution to a union. Ordered as job numbers are, 8112.9 before 8112.10; names that
 * are no numbers are ordered part by part, their digits as numbers.
 */
public record Session(String jobNumber) implements Comparable<Session> {
  @Override
  public int compareTo(Session other) {
    return NaturalOrder.compare(jobNumber, other.jobNumber);
  }
}
