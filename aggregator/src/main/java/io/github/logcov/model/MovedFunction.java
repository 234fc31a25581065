package io.github.logcov.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A function that sessions see on different lines, though each of their reports knows only one of
 * that name, and where one session has it another has other code.
 *
 * @param places line -> the sessions that see it there and nowhere else, ascending; two or more
 */
public record MovedFunction(String name, SortedMap<Integer, List<Session>> places) {
  /** Copies the map. */
  public MovedFunction {
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }
}
