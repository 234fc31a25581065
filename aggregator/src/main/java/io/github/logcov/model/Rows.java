package io.github.logcov.model;

/**
 * Columns side by side, read as rows, each of which has a key; sorted by it, each key once. What
 * such columns share: how two become one.
 *
 * @param <T> the columns themselves
 */
abstract class Rows<T extends Rows<T>> {
  abstract int size();

  /** A copy with the first rows only, or with more, which say nothing yet. */
  abstract T resized(int size);

  /** Orders two rows by their keys. */
  abstract int compare(int row, T other, int otherRow);

  /** Copies a row. */
  abstract void put(int at, T from, int row);

  /** Unites a row with one of the same key. */
  abstract void add(int at, T from, int row);

  /** The rows of both; what has one key becomes one row. */
  static <T extends Rows<T>> T union(T a, T b) {
    if (b.size() == 0) {
      return a;
    }
    Interleaving rows = Interleaving.of(a.size(), b.size(), (i, j) -> a.compare(i, b, j));
    T united = a.resized(rows.size());
    for (int k = 0; k < rows.size(); k++) {
      int i = rows.left()[k];
      int j = rows.right()[k];
      united.put(k, i < 0 ? b : a, i < 0 ? j : i);
      if (i >= 0 && j >= 0) {
        united.add(k, b, j);
      }
    }
    return united;
  }

  /** The rows in that order; neighbours with one key become one. */
  static <T extends Rows<T>> T sorted(T unsorted, int[] order) {
    T all = unsorted.resized(order.length);
    int n = 0;
    for (int row : order) {
      if (n > 0 && all.compare(n - 1, unsorted, row) == 0) {
        all.add(n - 1, unsorted, row);
      } else {
        all.put(n++, unsorted, row);
      }
    }
    return n == order.length ? all : all.resized(n);
  }
}
