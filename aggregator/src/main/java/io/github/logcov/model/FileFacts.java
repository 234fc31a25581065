package io.github.logcov.model;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one report, or the union of several, says of one source file: sorted columns, no object per
 * line; no job yet, no repository path yet. Immutable, equal by content.
 */
public final class FileFacts {
  /** Facts that say nothing. */
  static final FileFacts NONE =
      new FileFacts(
          LineHits.NONE,
          LineSet.EMPTY,
          Collections.emptySortedMap(),
          IdentifiedArms.NONE,
          MissingArms.NONE,
          CountedArms.NONE,
          FileArcs.NONE,
          StatementBlocks.NONE,
          false,
          PlacedStatements.NONE,
          Layouts.NONE,
          false);

  private final LineHits lines;
  private final LineSet executed;

  /** Reported number of statements -> the lines which reports of that number name in any way. */
  private final SortedMap<Integer, LineSet> namedBy;

  private final IdentifiedArms identified;
  private final MissingArms missing;
  private final CountedArms counted;
  private final FileArcs arcs;
  private final StatementBlocks blocks;

  /** Whether some report says something of the file and does not count statements itself. */
  private final boolean uncounted;

  private final PlacedStatements placed;
  private final Layouts layouts;

  /** Whether a tool only looked at the source, since nothing loaded it. */
  private final boolean neverLoaded;

  private final long units;

  private FileFacts(
      LineHits lines,
      LineSet executed,
      SortedMap<Integer, LineSet> namedBy,
      IdentifiedArms identified,
      MissingArms missing,
      CountedArms counted,
      FileArcs arcs,
      StatementBlocks blocks,
      boolean uncounted,
      PlacedStatements placed,
      Layouts layouts,
      boolean neverLoaded) {
    this.lines = lines;
    this.executed = executed;
    this.namedBy = namedBy;
    this.identified = identified;
    this.missing = missing;
    this.counted = counted;
    this.arcs = arcs;
    this.blocks = blocks;
    this.uncounted = uncounted;
    this.placed = placed;
    this.layouts = layouts;
    this.neverLoaded = neverLoaded;
    this.units = countUnits();
  }

  /**
   * Both together: statements and arms of either, executions added, what is missing intersected.
   * What a tool guessed of a source that was never loaded yields to what was measured.
   */
  public FileFacts union(FileFacts other) {
    if (neverLoaded != other.neverLoaded && !equals(NONE) && !other.equals(NONE)) {
      return neverLoaded ? other : this;
    }
    SortedMap<Integer, LineSet> named = namedBy;
    if (!other.namedBy.isEmpty()) {
      named = new TreeMap<>(namedBy);
      for (var entry : other.namedBy.entrySet()) {
        named.merge(entry.getKey(), entry.getValue(), LineSet::union);
      }
    }
    return new FileFacts(
        lines.union(other.lines),
        executed.union(other.executed),
        named,
        identified.union(other.identified),
        missing.union(other.missing),
        counted.union(other.counted),
        arcs.union(other.arcs),
        blocks.union(other.blocks),
        uncounted || other.uncounted,
        placed.union(other.placed),
        layouts.union(other.layouts),
        neverLoaded || other.neverLoaded);
  }

  /** Whether this is what a tool guessed of a source that nothing loaded. */
  boolean isNeverLoaded() {
    return neverLoaded;
  }

  LineHits lines() {
    return lines;
  }

  /** Statement lines. */
  LineSet listed() {
    return lines.all();
  }

  /** Lines that ran, statements or not. */
  LineSet run() {
    return lines.run().union(executed);
  }

  SortedMap<Integer, LineSet> namedBy() {
    return namedBy;
  }

  IdentifiedArms identified() {
    return identified;
  }

  MissingArms missing() {
    return missing;
  }

  CountedArms counted() {
    return counted;
  }

  FileArcs arcs() {
    return arcs;
  }

  StatementBlocks blocks() {
    return blocks;
  }

  PlacedStatements placed() {
    return placed;
  }

  Layouts layouts() {
    return layouts;
  }

  /** Whether all reports that say anything of the file count its statements themselves. */
  boolean countsStatements() {
    return !uncounted;
  }

  /** Whether anything is said of branches. */
  public boolean hasBranches() {
    return identified.size() + missing.size() + counted.size() > 0 || !arcs.isEmpty();
  }

  /**
   * Lines, arms and arcs named here; what memory grows with, counted against {@link
   * CoverageLimits#maxUnits()}.
   */
  public long units() {
    return units;
  }

  /** What it costs to copy them, 1 or more. */
  long weight() {
    return 1 + units + missing.size() + counted.size() + namedBy.size();
  }

  private long countUnits() {
    long all = (long) lines.size() + executed.size() + identified.size();
    for (int i = 0; i < missing.size(); i++) {
      all += missing.total(i);
    }
    for (int i = 0; i < counted.size(); i++) {
      all += counted.total(i);
    }
    return all + arcs.size() + blocks.size() + placed.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileFacts facts
        && lines.equals(facts.lines)
        && executed.equals(facts.executed)
        && namedBy.equals(facts.namedBy)
        && identified.equals(facts.identified)
        && missing.equals(facts.missing)
        && counted.equals(facts.counted)
        && arcs.equals(facts.arcs)
        && blocks.equals(facts.blocks)
        && uncounted == facts.uncounted
        && placed.equals(facts.placed)
        && layouts.equals(facts.layouts)
        && neverLoaded == facts.neverLoaded;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        lines, executed, namedBy, identified, missing, counted, arcs, blocks, placed);
  }

  /**
   * All facts as text, for messages of tests: {@code 3:17} a line and its hits, {@code 4+} executed
   * only, {@code 5[0,1]:-} an arm never evaluated, {@code 6{7,-1}/3} missing of 3 arms, {@code
   * 8(1/2)} counted arms (with {@code ..} between bounds), {@code 3.14,5.2(2):7} a block of 2
   * statements, {@code 3.0-3.9:1} a statement by its place; {@code never-loaded} in front.
   */
  @Override
  public String toString() {
    return new FactsText(this).toString();
  }

  /**
   * Collects facts in any order; the same line or arm may be given several times (they are united).
   * Without facts it takes next to no room: a report may name very many files and say nothing of
   * them. Not thread-safe.
   */
  public static final class Builder {
    /**
     * The count of an arm whose decision was never evaluated ({@code -} in LCOV): known, not taken,
     * distinct from 0.
     */
    public static final long NEVER_EVALUATED = -1;

    private static final int[] NO_CONDITIONS = {};

    private final CoverageLimits limits;
    private LineHits.@Nullable Columns lines;
    private LineHits.@Nullable Columns executed;
    private IdentifiedArms.@Nullable Columns identified;
    private MissingArms.@Nullable Columns missing;
    private CountedArms.@Nullable Columns counted;
    private @Nullable ArcColumn missingArcs;
    private @Nullable ArcColumn executedArcs;
    private StatementBlocks.@Nullable Columns blocks;
    private boolean blocksAreMarks;
    private PlacedStatements.@Nullable Columns placed;
    private boolean countsStatements;
    private Layouts layouts = Layouts.NONE;
    private int statements = -1;
    private int fileArms = -1;
    private boolean neverLoaded;

    /** Arms of decisions given so far; those do not unite before the end. */
    private long armsOfDecisions;

    private boolean built;

    /**
     * A builder that refuses more than {@code limits} allow with {@link LimitExceededException}.
     */
    public Builder(CoverageLimits limits) {
      this.limits = limits;
    }

    /**
     * A statement on {@code line} (1-based) ran {@code hits} times (0 or more; sums saturate at
     * Long.MAX_VALUE).
     */
    public void line(int line, long hits) {
      checkRange(line, 1, "line");
      if (hits < 0) {
        throw new IllegalArgumentException("hits " + hits);
      }
      limits.checkLine(line);
      if (lines == null) {
        lines = new LineHits.Columns();
      }
      lines.add(line, hits);
      checkUnits();
    }

    /**
     * {@code line} ran, but the report does not say that it is a statement (coverage.py JSON's
     * executed_lines).
     */
    public void executed(int line) {
      checkRange(line, 1, "line");
      limits.checkLine(line);
      if (executed == null) {
        executed = new LineHits.Columns();
      }
      executed.add(line, 1);
      checkUnits();
    }

    /**
     * The report's own number of statements in the file, for reports that name only the missed
     * ones.
     */
    public void statements(int total) {
      checkRange(total, 0, "statements");
      statements = Math.max(statements, total);
    }

    /**
     * Level 3: the arm {@code id} of the decision on {@code line} (0 or more) was taken that often,
     * or {@link #NEVER_EVALUATED}.
     */
    public void arm(int line, BranchId id, long taken) {
      checkRange(line, 0, "line");
      if (taken < NEVER_EVALUATED) {
        throw new IllegalArgumentException("taken " + taken);
      }
      limits.checkLine(line);
      if (identified == null) {
        identified = new IdentifiedArms.Columns();
      }
      identified.add(line, id, taken);
      checkUnits();
    }

    /**
     * Level 2: the decision on {@code line} (0 or more) has {@code total} arms; the missing ones go
     * to {@code missing}: destination lines, negative for exits, a multiset in any order, at most
     * {@code total} of them.
     */
    public void missingArms(int line, int total, int[] missing) {
      checkDecision(line, total, missing.length);
      if (this.missing == null) {
        this.missing = new MissingArms.Columns();
      }
      this.missing.add(line, total, missing);
    }

    /**
     * Level 1: {@code covered} of {@code total} arms on {@code line} (0 or more), which ones is not
     * known.
     */
    public void countedArms(int line, int total, int covered) {
      countedArms(line, total, covered, NO_CONDITIONS, NO_CONDITIONS, NO_CONDITIONS);
    }

    /**
     * Level 1 with conditions: as {@link #countedArms(int, int, int)}, and condition {@code
     * conditions[i]} has covered {@code coveredOf[i]} of {@code totalOf[i]} arms.
     */
    public void countedArms(
        int line, int total, int covered, int[] conditions, int[] totalOf, int[] coveredOf) {
      checkDecision(line, total, covered);
      if (conditions.length != totalOf.length || conditions.length != coveredOf.length) {
        throw new IllegalArgumentException("conditions, totals and counts differ in number");
      }
      limits.checkArms(line, conditions.length);
      for (int i = 0; i < conditions.length; i++) {
        if (coveredOf[i] < 0 || coveredOf[i] > totalOf[i]) {
          throw new IllegalArgumentException(
              "condition " + conditions[i] + ": " + coveredOf[i] + " of " + totalOf[i]);
        }
      }
      if (counted == null) {
        counted = new CountedArms.Columns();
      }
      counted.add(line, total, covered, conditions, totalOf, coveredOf);
    }

    /**
     * Level 2 by file: the report's own number of arms in the file, for reports that name only
     * arcs.
     */
    public void fileArms(int total) {
      checkRange(total, 0, "arms");
      fileArms = Math.max(fileArms, total);
    }

    /**
     * Level 2 by file: the arm between two lines (negative for entries and exits) is there and was
     * not taken.
     */
    public void missingArc(int from, int to) {
      if (missingArcs == null) {
        missingArcs = new ArcColumn();
      }
      missingArcs.add(FileArcs.arc(from, to));
      checkUnits();
    }

    /** Level 2 by file: this arc was taken; the report does not say whether it counts as an arm. */
    public void executedArc(int from, int to) {
      if (executedArcs == null) {
        executedArcs = new ArcColumn();
      }
      executedArcs.add(FileArcs.arc(from, to));
      checkUnits();
    }

    /**
     * A block of {@code statements} (0 or more) that run together ran {@code hits} times; from a
     * line (1-based) and column (0 or more) up to the end, exclusive, which is not before it. The
     * same block may be given several times; its hits are added. The lines that blocks with
     * statements touch become statement lines, each with the hits of the block on it that ran most.
     */
    public void block(int line, int column, int endLine, int endColumn, int statements, long hits) {
      checkRange(line, 1, "line");
      checkRange(column, 0, "column");
      checkRange(endColumn, 0, "column");
      checkRange(statements, 0, "statements");
      long start = StatementBlocks.position(line, column);
      long end = StatementBlocks.position(endLine, endColumn);
      if (end < start || hits < 0) {
        throw new IllegalArgumentException("block ends before it begins, or hits " + hits);
      }
      limits.checkLine(endLine);
      if (blocks == null) {
        blocks = new StatementBlocks.Columns();
      }
      blocks.add(start, end, statements, hits);
      checkUnits();
    }

    /** The hits of blocks say only that they ran: each counts once at most. */
    public void blocksAreMarks() {
      blocksAreMarks = true;
    }

    /**
     * Says that nothing ran, not even the loading of the file: the tool found the source and
     * guessed its statements. Then the facts yield to those of any report that measured it.
     */
    public void neverLoaded() {
      neverLoaded = true;
    }

    /**
     * A statement that begins on {@code line} (1-based) ran {@code hits} times; the column (0 or
     * more) and the end are -1 where they are not known. Several may have one place. The line
     * becomes a statement line, with the hits of the one that begins on it and ran most.
     */
    public void statement(int line, int column, int endLine, int endColumn, long hits) {
      checkRange(line, 1, "line");
      checkRange(column, -1, "column");
      checkRange(endLine, -1, "line");
      checkRange(endColumn, -1, "column");
      if (hits < 0) {
        throw new IllegalArgumentException("hits " + hits);
      }
      limits.checkLine(Math.max(line, endLine));
      if (placed == null) {
        placed = new PlacedStatements.Columns();
      }
      placed.add(line, column, endLine, endColumn, hits);
      checkUnits();
    }

    /** The report counts statements itself, also where the file has none. */
    public void countsStatements() {
      countsStatements = true;
    }

    /**
     * A digest of where the report sees statements and decisions: reports of one source by one tool
     * have the same.
     */
    public void layout(long digest) {
      layouts = layouts.union(Layouts.of(digest));
    }

    /** The facts, sorted. The builder can be used no more. */
    public FileFacts build() {
      if (built) {
        throw new IllegalStateException("built already");
      }
      built = true;
      StatementBlocks ofStatements =
          blocks == null ? StatementBlocks.NONE : blocks.build(blocksAreMarks);
      PlacedStatements byPlace = placed == null ? PlacedStatements.NONE : placed.build();
      boolean counts = countsStatements || ofStatements.size() + byPlace.size() > 0;
      boolean uncounted = !counts && units() > 0;
      if (byPlace.size() > 0) {
        lines = lines == null ? new LineHits.Columns() : lines;
        byPlace.addTo(lines);
      }
      if (ofStatements.size() > 0) {
        lines = lines == null ? new LineHits.Columns() : lines;
        ofStatements.addTo(lines, limits::checkUnits);
      }
      LineHits statementLines = lines == null ? LineHits.NONE : lines.build();
      LineSet ran = executed == null ? LineSet.EMPTY : executed.build().all();
      SortedMap<Integer, LineSet> namedBy = Collections.emptySortedMap();
      if (statements >= 0) {
        namedBy = new TreeMap<>();
        namedBy.put(statements, statementLines.all().union(ran));
      }
      IdentifiedArms arms = identified == null ? IdentifiedArms.NONE : identified.build();
      arms.check(limits);
      return new FileFacts(
          statementLines,
          ran,
          namedBy,
          arms,
          missing == null ? MissingArms.NONE : missing.build(),
          counted == null ? CountedArms.NONE : counted.build(),
          FileArcs.of(fileArms, arcs(missingArcs), arcs(executedArcs)),
          ofStatements,
          uncounted,
          byPlace,
          layouts,
          neverLoaded);
    }

    private static long[] arcs(@Nullable ArcColumn column) {
      return column == null ? FileArcs.NOTHING : column.build();
    }

    /** What is held now, as {@link FileFacts#units()}; what came twice may count twice. */
    public long units() {
      return armsOfDecisions
          + (lines == null ? 0 : lines.size())
          + (executed == null ? 0 : executed.size())
          + (identified == null ? 0 : identified.size())
          + (missingArcs == null ? 0 : missingArcs.size())
          + (executedArcs == null ? 0 : executedArcs.size())
          + (blocks == null ? 0 : blocks.size())
          + (placed == null ? 0 : placed.size());
    }

    /** Unites what came twice, but for arms of decisions; takes time where there is any. */
    public void compact() {
      if (lines != null) {
        lines.compact();
      }
      if (executed != null) {
        executed.compact();
      }
      if (identified != null) {
        identified.compact();
      }
      if (missingArcs != null) {
        missingArcs.compact();
      }
      if (executedArcs != null) {
        executedArcs.compact();
      }
      if (blocks != null) {
        blocks.compact();
      }
    }

    private void checkDecision(int line, int total, int part) {
      checkRange(line, 0, "line");
      limits.checkLine(line);
      if (part < 0 || part > total) {
        throw new IllegalArgumentException("line " + line + ": " + part + " of " + total + " arms");
      }
      limits.checkArms(line, total);
      // An arm more, so that a decision without arms does not come for nothing.
      armsOfDecisions += total + 1;
      checkUnits();
    }

    private static void checkRange(int value, int least, String what) {
      if (value < least) {
        throw new IllegalArgumentException(what + " " + value + " is below " + least);
      }
    }

    private void checkUnits() {
      long units = units();
      if (units > limits.maxUnits()) {
        limits.checkUnits(units);
      }
    }
  }
}
