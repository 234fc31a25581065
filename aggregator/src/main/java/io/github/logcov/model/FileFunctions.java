package io.github.logcov.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The functions of a file and how often each ran, as far as reports measure them. Immutable.
 *
 * <p>Nothing says which functions of two schemes are the same. So where formats meet, the larger
 * number of functions is the total, and what the best of them covers is covered.
 */
final class FileFunctions {
  static final FileFunctions NONE =
      new FileFunctions(FunctionSet.NONE, new long[0], LineSet.EMPTY, false);

  private final FunctionSet functions;
  private final long[] hits;

  /** Lines on which several names are those of one function. */
  private final LineSet aliased;

  /** Whether some report says something of the file and does not measure functions. */
  private final boolean unmeasured;

  private FileFunctions(FunctionSet functions, long[] hits, LineSet aliased, boolean unmeasured) {
    this.functions = functions;
    this.hits = hits;
    this.aliased = aliased;
    this.unmeasured = unmeasured;
  }

  /** No functions: {@code unmeasured} where nobody looked for them. */
  static FileFunctions none(boolean unmeasured) {
    return unmeasured
        ? new FileFunctions(FunctionSet.NONE, new long[0], LineSet.EMPTY, true)
        : NONE;
  }

  /** The same where nothing is lacking. */
  FileFunctions measured() {
    return unmeasured ? new FileFunctions(functions, hits, aliased, false) : this;
  }

  int size() {
    return hits.length;
  }

  long units() {
    return functions.units();
  }

  FunctionSet functions() {
    return functions;
  }

  long hits(int row) {
    return hits[row];
  }

  /** Whether the name of that row may be one of several of its function. */
  boolean isAlias(int row) {
    return aliased.contains(functions.start(row));
  }

  /** Whether all reports that say anything of the file measure its functions. */
  boolean areMeasured() {
    return !unmeasured;
  }

  /** Those that ran, of all but the missed ones that begin on a line that is {@code ignored}. */
  Ratio ratio(LineSet ignored) {
    Map<String, Ratio> byScheme = new HashMap<>();
    // Mostly there is one scheme: its functions are counted first, and then told.
    String scheme = "";
    int covered = 0;
    int total = 0;
    for (int row = 0; row < size(); ) {
      int end = aliased.isEmpty() ? row + 1 : endOfFunction(row);
      boolean ran = false;
      boolean counts = false;
      for (int alias = row; alias < end; alias++) {
        ran |= hits[alias] > 0;
        counts |= hits[alias] > 0 || !ignored.contains(functions.start(alias));
      }
      if (counts) {
        if (!functions.id(row).scheme().equals(scheme)) {
          byScheme.merge(scheme, new Ratio(covered, total), Ratio::plus);
          scheme = functions.id(row).scheme();
          covered = 0;
          total = 0;
        }
        covered += ran ? 1 : 0;
        total++;
      }
      row = end;
    }
    byScheme.merge(scheme, new Ratio(covered, total), Ratio::plus);
    long mostCovered = 0;
    long mostInAll = 0;
    for (Ratio ratio : byScheme.values()) {
      mostCovered = Math.max(mostCovered, ratio.covered());
      mostInAll = Math.max(mostInAll, ratio.total());
    }
    return new Ratio(mostCovered, mostInAll);
  }

  /** The row behind the last name of the function of {@code row}. */
  private int endOfFunction(int row) {
    int end = row + 1;
    if (functions.id(row).kind() == FunctionId.Kind.NAME || !isAlias(row)) {
      return end;
    }
    while (end < size()
        && functions.start(end) == functions.start(row)
        && functions.id(end).scheme().equals(functions.id(row).scheme())) {
      end++;
    }
    return end;
  }

  /** The same functions with other hits, in their order. */
  FileFunctions withHits(long[] others) {
    if (others.length != hits.length) {
      throw new IllegalArgumentException(others.length + " hits of " + hits.length + " functions");
    }
    return new FileFunctions(functions, others, aliased, unmeasured);
  }

  FileFunctions union(FileFunctions other) {
    boolean lacking = unmeasured || other.unmeasured;
    LineSet aliases = aliased.union(other.aliased);
    if (functions.equals(other.functions)) {
      long[] sums = new long[hits.length];
      for (int row = 0; row < sums.length; row++) {
        sums[row] = Hits.sum(hits[row], other.hits[row]);
      }
      return new FileFunctions(functions, sums, aliases, lacking);
    }
    Interleaving rows = functions.with(other.functions);
    long[] united = new long[rows.size()];
    for (int k = 0; k < united.length; k++) {
      int i = rows.left()[k];
      int j = rows.right()[k];
      united[k] = Hits.sum(i < 0 ? 0 : hits[i], j < 0 ? 0 : other.hits[j]);
    }
    return new FileFunctions(functions.union(other.functions, rows), united, aliases, lacking);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileFunctions all
        && functions.equals(all.functions)
        && Arrays.equals(hits, all.hits)
        && aliased.equals(all.aliased)
        && unmeasured == all.unmeasured;
  }

  @Override
  public int hashCode() {
    return 31 * functions.hashCode() + Arrays.hashCode(hits);
  }

  /** Takes functions in any order; ascending ones are only appended. */
  static final class Columns {
    private FunctionId[] ids = new FunctionId[16];
    private int[] starts = new int[16];
    private long[] hits = new long[16];
    private int size;
    private long units;
    private boolean sorted = true;
    private final LineHits.Columns aliased = new LineHits.Columns();

    void add(FunctionId id, int start, long count) {
      if (size == ids.length) {
        makeRoom();
      }
      if (size > 0) {
        int order = Integer.compare(line(size - 1), FunctionSet.lineOf(id, start));
        sorted &= order < 0 || order == 0 && ids[size - 1].compareTo(id) < 0;
      }
      ids[size] = id;
      starts[size] = start;
      hits[size++] = count;
      units += FunctionSet.unitsOf(id);
    }

    /** Says that all functions that begin on {@code line} are one. */
    void alias(int line) {
      aliased.add(line, 1);
    }

    long units() {
      return units;
    }

    private int line(int row) {
      return FunctionSet.lineOf(ids[row], starts[row]);
    }

    private void makeRoom() {
      compact();
      if (size > ids.length / 2) {
        ids = Arrays.copyOf(ids, 2 * size);
        starts = Arrays.copyOf(starts, 2 * size);
        hits = Arrays.copyOf(hits, 2 * size);
      }
    }

    /** Sorts, and unites what came twice. */
    void compact() {
      if (sorted) {
        return;
      }
      FunctionId[] unsorted = ids;
      int[] lines = new int[size];
      Arrays.setAll(lines, this::line);
      int[] order = RowOrder.of(lines, size, (a, b) -> unsorted[a].compareTo(unsorted[b]));
      FunctionId[] sortedIds = new FunctionId[ids.length];
      int[] sortedStarts = new int[ids.length];
      long[] sortedHits = new long[ids.length];
      int n = 0;
      int lastLine = 0;
      units = 0;
      for (int row : order) {
        if (n > 0 && lastLine == lines[row] && sortedIds[n - 1].equals(ids[row])) {
          sortedHits[n - 1] = Hits.sum(sortedHits[n - 1], hits[row]);
          sortedStarts[n - 1] = FunctionSet.first(sortedStarts[n - 1], starts[row]);
        } else {
          sortedIds[n] = ids[row];
          sortedStarts[n] = starts[row];
          sortedHits[n++] = hits[row];
          units += FunctionSet.unitsOf(ids[row]);
        }
        lastLine = lines[row];
      }
      ids = sortedIds;
      starts = sortedStarts;
      hits = sortedHits;
      size = n;
      sorted = true;
    }

    FileFunctions build() {
      compact();
      FunctionSet set =
          FunctionSet.of(Arrays.copyOf(ids, size), Arrays.copyOf(starts, size), units);
      return new FileFunctions(set, Arrays.copyOf(hits, size), aliased.build().all(), false);
    }
  }
}
