package io.github.logcov.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is added up for each session over many files: numbers in place, since there are as many to
 * add as files and sessions. Not thread-safe.
 */
final class SessionSums {
  private final Map<Session, Sum> sums = new HashMap<>();

  private static final class Sum {
    private long covered;
    private long total;
  }

  /** Of these sessions, and no others. */
  SessionSums(Collection<Session> sessions) {
    sessions.forEach(session -> sums.put(session, new Sum()));
  }

  void add(Session session, long covered, long total) {
    Sum sum = Objects.requireNonNull(sums.get(session));
    sum.covered += covered;
    sum.total += total;
  }

  /** Adds all sums of the same sessions. */
  void add(SessionSums more) {
    more.sums.forEach((session, sum) -> add(session, sum.covered, sum.total));
  }

  /** Session -> something of its sum; ascending as texts. */
  <T> SortedMap<Session, T> map(Function<Ratio, T> of) {
    SortedMap<Session, T> mapped = new TreeMap<>();
    sums.forEach(
        (session, sum) -> mapped.put(session, of.apply(new Ratio(sum.covered, sum.total))));
    return mapped;
  }
}
