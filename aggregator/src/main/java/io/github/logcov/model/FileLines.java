package io.github.logcov.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What reports say of the lines of a file. Immutable.
 *
 * @param statements lines that are statements, and their hits
 * @param executed lines that ran, statements or not
 * @param namedBy reported number of statements -> the lines which reports of that number name in
 *     any way
 */
record FileLines(LineHits statements, LineSet executed, SortedMap<Integer, LineSet> namedBy) {
  static final FileLines NONE =
      new FileLines(LineHits.NONE, LineSet.EMPTY, Collections.emptySortedMap());

  FileLines union(FileLines other) {
    SortedMap<Integer, LineSet> named = namedBy;
    if (!other.namedBy.isEmpty()) {
      named = new TreeMap<>(namedBy);
      for (var entry : other.namedBy.entrySet()) {
        named.merge(entry.getKey(), entry.getValue(), LineSet::union);
      }
    }
    return new FileLines(
        statements.union(other.statements), executed.union(other.executed), named);
  }

  /** Statement lines. */
  LineSet listed() {
    return statements.all();
  }

  /** Lines that ran, statements or not. */
  LineSet run() {
    return statements.run().union(executed);
  }

  /** What memory grows with. */
  long units() {
    return (long) statements.size() + executed.size();
  }

  /** Takes lines in any order. */
  static final class Columns {
    private LineHits.@Nullable Columns statements;
    private LineHits.@Nullable Columns executed;
    private int total = -1;

    /** Where statement lines go. */
    LineHits.Columns statements() {
      if (statements == null) {
        statements = new LineHits.Columns();
      }
      return statements;
    }

    void executed(int line) {
      if (executed == null) {
        executed = new LineHits.Columns();
      }
      executed.add(line, 1);
    }

    /** The report's own number of statements. */
    void total(int number) {
      total = Math.max(total, number);
    }

    int size() {
      return (statements == null ? 0 : statements.size())
          + (executed == null ? 0 : executed.size());
    }

    void compact() {
      if (statements != null) {
        statements.compact();
      }
      if (executed != null) {
        executed.compact();
      }
    }

    FileLines build() {
      LineHits lines = statements == null ? LineHits.NONE : statements.build();
      LineSet ran = executed == null ? LineSet.EMPTY : executed.build().all();
      SortedMap<Integer, LineSet> namedBy = Collections.emptySortedMap();
      if (total >= 0) {
        namedBy = new TreeMap<>();
        namedBy.put(total, lines.all().union(ran));
      }
      return new FileLines(lines, ran, namedBy);
    }
  }
}
