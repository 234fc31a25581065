package io.github.logcov.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the functions of a file that cannot be where all sessions see them, if they measured one
 * source. A source may well have a function twice, for one system and for another ({@code #ifdef});
 * then each session has no code at all where another one has the function.
 */
record FunctionMoves(SortedMap<Session, SessionLines> sessions) {
  /** More are not asked for: the first ones are enough to tell that sources differ. */
  private static final int MAX_NAMES = 1_000;

  static FunctionMoves of(FileSessions sessions) {
    SortedMap<Session, SessionLines> ascending = new TreeMap<>();
    sessions.forEach(ascending::put);
    return new FunctionMoves(ascending);
  }

  /** Of those that have several lines, by the first of these. */
  List<MovedFunction> among(List<FunctionSet.Elsewhere> candidates) {
    List<MovedFunction> moved = new ArrayList<>();
    for (FunctionSet.Elsewhere candidate : candidates.subList(0, count(candidates))) {
      SortedMap<Integer, List<Session>> places = places(candidate.lines());
      if (contradict(places)) {
        moved.add(new MovedFunction(candidate.name(), places));
      }
    }
    return moved;
  }

  private static int count(List<FunctionSet.Elsewhere> candidates) {
    return Math.min(MAX_NAMES, candidates.size());
  }

  /** The sessions that have a function on one of these lines only. */
  private SortedMap<Integer, List<Session>> places(List<Integer> lines) {
    SortedMap<Integer, List<Session>> places = new TreeMap<>();
    sessions.forEach(
        (session, own) -> {
          List<Integer> here = lines.stream().filter(own.functions()::contains).toList();
          if (here.size() == 1) {
            places.computeIfAbsent(here.get(0), key -> new ArrayList<>()).add(session);
          }
        });
    return places;
  }

  /** Whether a session has code where another one has the function. */
  private boolean contradict(SortedMap<Integer, List<Session>> places) {
    for (var place : places.entrySet()) {
      for (var other : places.entrySet()) {
        if (!other.getKey().equals(place.getKey())) {
          int code = lines(other.getValue().get(0)).listed().next(place.getKey());
          if (code < end(place.getKey(), lines(place.getValue().get(0)), other.getKey())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Behind the last line of code that the function may have: before the next one, and before the
   * same function of another system.
   */
  private static int end(int line, SessionLines there, int otherLine) {
    int next = there.functions().next(line + 1);
    return 1 + there.listed().before(otherLine > line ? Math.min(next, otherLine) : next);
  }

  private SessionLines lines(Session session) {
    return sessions.getOrDefault(session, SessionLines.NONE);
  }
}
