package io.github.logcov.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The functions that reports name: by line (those that are known by name alone first), then by id,
 * each once. Immutable, so that what reports of the same functions say can share it.
 */
final class FunctionSet {
  static final FunctionSet NONE = new FunctionSet(new FunctionId[0], new int[0], new boolean[0], 0);

  /** So many characters of a name cost as much as a function. */
  private static final int NAME_PER_UNIT = 256;

  private final FunctionId[] ids;

  /** The line on which each begins, 0 where that is not known. */
  private final int[] starts;

  /**
   * Whether one report has the same name on several lines; null as long as these are the functions
   * of one report, and nobody has asked: mostly all reports have the same.
   */
  private volatile boolean @Nullable [] repeated;

  /** {@link #lines} once somebody asked; which of two threads found it out makes no difference. */
  private @Nullable LineSet lines;

  private final long units;

  private FunctionSet(FunctionId[] ids, int[] starts, boolean @Nullable [] repeated, long units) {
    this.ids = ids;
    this.units = units;
    this.starts = starts;
    this.repeated = repeated;
  }

  /** Those of one report: sorted, each once; {@code units} of all of them. */
  static FunctionSet of(FunctionId[] ids, int[] starts, long units) {
    return new FunctionSet(ids, starts, null, units);
  }

  private boolean[] repeated() {
    boolean[] known = repeated;
    if (known == null) {
      known = repeatedOfOneReport();
      repeated = known;
    }
    return known;
  }

  private boolean[] repeatedOfOneReport() {
    boolean[] found = new boolean[ids.length];
    Map<FunctionId, Integer> rows = new HashMap<>();
    for (int row = 0; row < ids.length; row++) {
      if (ids[row].kind() == FunctionId.Kind.NAME_AND_LINE) {
        Integer other = rows.putIfAbsent(ids[row], row);
        if (other != null) {
          found[other] = true;
          found[row] = true;
        }
      }
    }
    return found;
  }

  int size() {
    return ids.length;
  }

  FunctionId id(int row) {
    return ids[row];
  }

  /** The line on which the function begins, 0 where that is not known. */
  int start(int row) {
    return starts[row];
  }

  /** What memory grows with: functions, and their names where these are long. */
  long units() {
    return units;
  }

  static long unitsOf(FunctionId id) {
    return 1L + id.name().length() / NAME_PER_UNIT;
  }

  /** The line as far as it is part of the identity, else 0. */
  static int lineOf(FunctionId id, int start) {
    return id.kind() == FunctionId.Kind.NAME ? 0 : start;
  }

  /** The smaller of two lines, 0 where neither is known. */
  static int first(int start, int other) {
    return start == 0 || other == 0 ? Math.max(start, other) : Math.min(start, other);
  }

  /** The lines on which functions begin that are known by name and line. */
  LineSet lines() {
    LineSet known = lines;
    if (known == null) {
      known = namedLines();
      lines = known;
    }
    return known;
  }

  private LineSet namedLines() {
    // Functions whose line is part of their identity are sorted by it.
    int[] lines = new int[ids.length];
    int count = 0;
    for (int row = 0; row < ids.length; row++) {
      if (starts[row] > 0 && ids[row].kind() == FunctionId.Kind.NAME_AND_LINE) {
        lines[count++] = starts[row];
      }
    }
    return LineSet.of(Arrays.copyOf(lines, count));
  }

  /**
   * A name that several reports have on different lines.
   *
   * @param lines ascending; two or more
   */
  record Elsewhere(String name, List<Integer> lines) {}

  /** Names on several lines that no single report has on several, by first line, then by name. */
  List<Elsewhere> elsewhere() {
    if (repeated == null) {
      // All reports have the same functions.
      return List.of();
    }
    Set<FunctionId> repeatedIds = new HashSet<>();
    SortedMap<FunctionId, List<Integer>> lines = new TreeMap<>();
    for (int row = 0; row < ids.length; row++) {
      if (repeated()[row]) {
        repeatedIds.add(ids[row]);
      } else if (ids[row].kind() == FunctionId.Kind.NAME_AND_LINE && starts[row] > 0) {
        lines.computeIfAbsent(ids[row], key -> new ArrayList<>()).add(starts[row]);
      }
    }
    List<Elsewhere> found = new ArrayList<>();
    lines.forEach(
        (id, places) -> {
          if (places.size() > 1 && !repeatedIds.contains(id)) {
            found.add(new Elsewhere(id.name(), places));
          }
        });
    found.sort(Comparator.comparing(function -> function.lines().get(0)));
    return found;
  }

  Interleaving with(FunctionSet other) {
    return Interleaving.of(size(), other.size(), (i, j) -> compare(i, other, j));
  }

  private int compare(int row, FunctionSet other, int otherRow) {
    int line = lineOf(ids[row], starts[row]);
    int order = Integer.compare(line, lineOf(other.ids[otherRow], other.starts[otherRow]));
    return order != 0 ? order : ids[row].compareTo(other.ids[otherRow]);
  }

  /** Both together, as {@code rows} (of {@link #with}) says. */
  FunctionSet union(FunctionSet other, Interleaving rows) {
    FunctionId[] unitedIds = new FunctionId[rows.size()];
    int[] unitedStarts = new int[rows.size()];
    boolean[] unitedRepeated = new boolean[rows.size()];
    boolean[] here = repeated();
    boolean[] there = other.repeated();
    long unitedUnits = 0;
    for (int k = 0; k < rows.size(); k++) {
      int i = rows.left()[k];
      int j = rows.right()[k];
      unitedIds[k] = i < 0 ? other.ids[j] : ids[i];
      unitedUnits += unitsOf(unitedIds[k]);
      unitedStarts[k] = first(i < 0 ? 0 : starts[i], j < 0 ? 0 : other.starts[j]);
      unitedRepeated[k] = i >= 0 && here[i] || j >= 0 && there[j];
    }
    return new FunctionSet(unitedIds, unitedStarts, unitedRepeated, unitedUnits);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof FunctionSet set
            && Arrays.equals(starts, set.starts)
            && Arrays.equals(ids, set.ids)
            && hasSameRepeated(set);
  }

  /** With the same functions. */
  private boolean hasSameRepeated(FunctionSet other) {
    boolean bothOfOneReport = repeated == null && other.repeated == null;
    return bothOfOneReport || Arrays.equals(repeated(), other.repeated());
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(ids) + Arrays.hashCode(starts);
  }
}
