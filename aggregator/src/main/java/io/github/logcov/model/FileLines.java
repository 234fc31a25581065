package io.github.logcov.model;

import org.jspecify.annotations.Nullable;

/**
 * What reports say of the lines of a file. Immutable.
 *
 * @param statements lines that are statements, and their hits
 * @param executed lines that ran, statements or not
 * @param named what reports name that give their number of statements
 */
record FileLines(LineHits statements, LineSet executed, StatementNames named) {
  static final FileLines NONE = new FileLines(LineHits.NONE, LineSet.EMPTY, StatementNames.NONE);

  FileLines union(FileLines other) {
    return new FileLines(
        statements.union(other.statements),
        executed.union(other.executed),
        named.union(other.named));
  }

  /** The same statements with other hits, in their order. */
  FileLines withHits(long[] hits) {
    return new FileLines(statements.withHits(hits), executed, named);
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
    return statements.size() + executed.size() + named.units();
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
      return new FileLines(
          lines,
          ran,
          total < 0 ? StatementNames.NONE : StatementNames.of(total, lines.all().union(ran)));
    }
  }
}
