package io.github.logcov.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The distinct sets of sessions that lines have, each once and numbered from 0 in the order in
 * which they are met: a coverage has few of them, however many lines it has. Not thread-safe.
 */
public final class SessionSets {
  private final List<Session> sessions;
  private final Map<BitSet, Integer> numbers = new HashMap<>();
  private final List<BitSet> sets = new ArrayList<>();

  /**
   * No set yet.
   *
   * @param sessions those that can be in a set; bit i of a set stands for number i of them
   */
  public SessionSets(List<Session> sessions) {
    this.sessions = List.copyOf(sessions);
  }

  /** Those that can be in a set. */
  public List<Session> sessions() {
    return sessions;
  }

  /** The sets met so far, by number; the bits are those of {@link #sessions()}. */
  public List<BitSet> sets() {
    return sets.stream().map(set -> (BitSet) set.clone()).toList();
  }

  /** The set of that number; the bits are those of {@link #sessions()}. */
  public BitSet set(int number) {
    return (BitSet) sets.get(number).clone();
  }

  /**
   * Of each of {@code lines} the number of the set of sessions that have it among theirs.
   *
   * @param theirs the lines of each session
   */
  int[] numbers(int[] lines, Function<Session, LineSet> theirs) {
    List<LineSet> columns = sessions.stream().map(theirs).toList();
    int[] found = new int[lines.length];
    // The words around the line: neighbours share them, so columns are searched once for many
    // lines.
    long[] words = new long[columns.size()];
    int key = -1;
    for (int i = 0; i < lines.length; i++) {
      if (LineSet.key(lines[i]) != key) {
        key = LineSet.key(lines[i]);
        for (int session = 0; session < words.length; session++) {
          words[session] = columns.get(session).word(key);
        }
      }
      found[i] = number(across(words, lines[i]));
    }
    return found;
  }

  /** The columns whose word has that line. */
  private static BitSet across(long[] words, int line) {
    long[] set = new long[(words.length + Long.SIZE - 1) / Long.SIZE];
    for (int column = 0; column < words.length; column++) {
      set[column / Long.SIZE] |= (words[column] >>> line & 1) << column;
    }
    return BitSet.valueOf(set);
  }

  private int number(BitSet set) {
    Integer known = numbers.get(set);
    if (known != null) {
      return known;
    }
    BitSet own = (BitSet) set.clone();
    numbers.put(own, sets.size());
    sets.add(own);
    return sets.size() - 1;
  }
}
