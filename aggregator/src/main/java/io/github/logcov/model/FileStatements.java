package io.github.logcov.model;

import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Statements as reports count them themselves, beside lines. Immutable.
 *
 * @param blocks those of Go
 * @param placed those of Istanbul
 * @param uncounted whether some report says something of the file and does not count statements
 */
record FileStatements(StatementBlocks blocks, PlacedStatements placed, boolean uncounted) {
  static final FileStatements NONE =
      new FileStatements(StatementBlocks.NONE, PlacedStatements.NONE, false);

  /** Of a report that says something and counts no statements. */
  static final FileStatements UNCOUNTED =
      new FileStatements(StatementBlocks.NONE, PlacedStatements.NONE, true);

  FileStatements union(FileStatements other) {
    return new FileStatements(
        blocks.union(other.blocks), placed.union(other.placed), uncounted || other.uncounted);
  }

  /**
   * Those that ran, where all reports that say anything of the file count those of one kind.
   *
   * @param ignored lines whose missed statements do not count
   */
  Optional<Ratio> ratio(LineSet ignored) {
    boolean twoKinds = blocks.size() > 0 && placed.size() > 0;
    return uncounted || twoKinds
        ? Optional.empty()
        : Optional.of(blocks.ratio(ignored).plus(placed.ratio(ignored)));
  }

  /** Adds the lines with statements; {@code check} is told how many there are by then. */
  void addTo(LineHits.Columns lines, LongConsumer check) {
    placed.addTo(lines);
    blocks.addTo(lines, check);
  }

  /** What memory grows with. */
  long units() {
    return (long) blocks.size() + placed.size();
  }

  /** Takes statements in any order. */
  static final class Columns {
    private StatementBlocks.@Nullable Columns blocks;
    private boolean blocksAreMarks;
    private PlacedStatements.@Nullable Columns placed;

    void block(long start, long end, int statements, long hits) {
      if (blocks == null) {
        blocks = new StatementBlocks.Columns();
      }
      blocks.add(start, end, statements, hits);
    }

    void blocksAreMarks() {
      blocksAreMarks = true;
    }

    void statement(int line, int column, int endLine, int endColumn, long hits) {
      if (placed == null) {
        placed = new PlacedStatements.Columns();
      }
      placed.add(line, column, endLine, endColumn, hits);
    }

    int size() {
      return (blocks == null ? 0 : blocks.size()) + (placed == null ? 0 : placed.size());
    }

    void compact() {
      if (blocks != null) {
        blocks.compact();
      }
    }

    FileStatements build() {
      return new FileStatements(
          blocks == null ? StatementBlocks.NONE : blocks.build(blocksAreMarks),
          placed == null ? PlacedStatements.NONE : placed.build(),
          false);
    }
  }
}
