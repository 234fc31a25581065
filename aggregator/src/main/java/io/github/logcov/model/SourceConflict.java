package io.github.logcov.model;

import java.util.List;

/**
 * A line of which jobs measured different texts.
 *
 * @param line the first such line (1-based), 0 where the versions of the whole file differ
 * @param lines how many there are
 * @param groups the sessions that agree, each group ascending, by their first ones; one that
 *     contradicts itself is in several
 */
public record SourceConflict(int line, int lines, List<List<Session>> groups) {
  /** Groups that cannot be changed. */
  public SourceConflict {
    groups = groups.stream().map(List::copyOf).toList();
  }
}
