package io.github.logcov.model;

import org.jspecify.annotations.Nullable;

/**
 * Collects facts in any order; the same line or arm may be given several times (they are united).
 * Without facts it takes next to no room: a report may name very many files and say nothing of
 * them. Not thread-safe.
 */
public final class FactsBuilder {
  /**
   * The count of an arm whose decision was never evaluated ({@code -} in LCOV): known, not taken,
   * distinct from 0.
   */
  public static final long NEVER_EVALUATED = -1;

  private static final int[] NO_CONDITIONS = {};

  private final CoverageLimits limits;
  private FileLines.@Nullable Columns lines;
  private FileArms.@Nullable Columns arms;
  private FileStatements.@Nullable Columns statements;
  private boolean countsStatements;
  private FileFunctions.@Nullable Columns functions;
  private boolean measuresFunctions;
  private Layouts layouts = Layouts.NONE;
  private long lastLayout;
  private SourceMarks.@Nullable Columns marks;
  private boolean blocksAreMarks;
  private boolean neverLoaded;
  private boolean built;

  /** A builder that refuses more than {@code limits} allow with {@link LimitExceededException}. */
  public FactsBuilder(CoverageLimits limits) {
    this.limits = limits;
  }

  /**
   * A statement on {@code line} (1-based) ran {@code hits} times (0 or more; sums saturate at
   * Long.MAX_VALUE).
   */
  public void line(int line, long hits) {
    checkStatement(line, hits);
    lines().statements().add(line, hits);
    checkUnits();
  }

  private void checkStatement(int line, long hits) {
    checkRange(line, 1, "line");
    if (hits < 0) {
      throw new IllegalArgumentException("hits " + hits);
    }
    limits.checkLine(line);
  }

  /** The first {@code count} of these lines, each as {@link #line(int, long)}. */
  public void lines(int[] lines, long[] hits, int count) {
    for (int i = 0; i < count; i++) {
      checkStatement(lines[i], hits[i]);
    }
    if (count > 0) {
      lines().statements().addAll(lines, hits, count);
    }
    checkUnits();
  }

  /**
   * {@code line} ran, but the report does not say that it is a statement (coverage.py JSON's
   * executed_lines).
   */
  public void executed(int line) {
    checkRange(line, 1, "line");
    limits.checkLine(line);
    lines().executed(line);
    checkUnits();
  }

  /**
   * The report's own number of statements in the file, for reports that name only the missed ones.
   */
  public void statements(int total) {
    checkRange(total, 0, "statements");
    lines().total(total);
  }

  /**
   * Level 3: the arm {@code id} of the decision on {@code line} (0 or more) was taken that often,
   * or {@link #NEVER_EVALUATED}.
   */
  public void arm(int line, BranchId id, long taken) {
    checkArm(line, taken);
    arms().arm(line, id, taken);
    checkUnits();
  }

  private void checkArm(int line, long taken) {
    checkRange(line, 0, "line");
    if (taken < NEVER_EVALUATED) {
      throw new IllegalArgumentException("taken " + taken);
    }
    limits.checkLine(line);
  }

  /** The first {@code count} of these arms, each as {@link #arm(int, BranchId, long)}. */
  public void arms(int[] lines, BranchId[] ids, long[] taken, int count) {
    for (int i = 0; i < count; i++) {
      checkArm(lines[i], taken[i]);
    }
    if (count > 0) {
      arms().arms(lines, ids, taken, count);
    }
    checkUnits();
  }

  /**
   * Level 3: a range of code whose count V8 knows, which is an arm of the line (1-based) where it
   * begins; columns are 0 or more, and the end is exclusive. A report that gives ranges gives those
   * of one {@link #layout}, and every line as a {@link #statement} from column 0 to its end.
   */
  public void range(int line, int column, int endLine, int endColumn, long hits) {
    arms().range(span(line, column, endLine, endColumn), hits);
    checkUnits();
  }

  /** The range of a function, beside those of {@link #range}; it is no arm by itself. */
  public void functionRange(int line, int column, int endLine, int endColumn, long hits) {
    arms().function(span(line, column, endLine, endColumn), hits);
    checkUnits();
  }

  private Span span(int line, int column, int endLine, int endColumn) {
    checkRange(line, 1, "line");
    checkRange(column, 0, "column");
    checkRange(endColumn, 0, "column");
    limits.checkLine(Math.max(line, endLine));
    Span span =
        new Span(
            StatementBlocks.position(line, column), StatementBlocks.position(endLine, endColumn));
    if (span.end() < span.start()) {
      throw new IllegalArgumentException("a range ends before it begins: " + span);
    }
    return span;
  }

  /**
   * Level 2: the decision on {@code line} (0 or more) has {@code total} arms; the missing ones go
   * to {@code missing}: destination lines, negative for exits, a multiset in any order, at most
   * {@code total} of them.
   */
  public void missingArms(int line, int total, int[] missing) {
    checkDecision(line, total, missing.length);
    arms().missing(line, total, missing);
    checkUnits();
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
    arms().counted(line, total, covered, conditions, totalOf, coveredOf);
    checkUnits();
  }

  /**
   * Level 2 by file: the report's own number of arms in the file, for reports that name only arcs.
   */
  public void fileArms(int total) {
    checkRange(total, 0, "arms");
    arms().total(total);
  }

  /**
   * Level 2 by file: the arm between two lines (negative for entries and exits) is there and was
   * not taken.
   */
  public void missingArc(int from, int to) {
    arms().missingArc(from, to);
    checkUnits();
  }

  /** Level 2 by file: this arc was taken; the report does not say whether it counts as an arm. */
  public void executedArc(int from, int to) {
    arms().takenArc(from, to);
    checkUnits();
  }

  /**
   * A block of {@code statements} (0 or more) that run together ran {@code hits} times; from a line
   * (1-based) and column (0 or more) up to the end, exclusive, which is not before it. The same
   * block may be given several times; its hits are added. The lines that blocks with statements
   * touch become statement lines, each with the hits of the block on it that ran most.
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
    statements().block(start, end, statements, hits);
    checkUnits();
  }

  /** The hits of blocks say only that they ran: each counts once at most. */
  public void blocksAreMarks() {
    blocksAreMarks = true;
    statements().blocksAreMarks();
  }

  /**
   * Says that nothing ran, not even the loading of the file: the tool found the source and guessed
   * its statements. Then the facts yield to those of any report that measured it.
   */
  public void neverLoaded() {
    neverLoaded = true;
  }

  /**
   * A statement that begins on {@code line} (1-based) ran {@code hits} times; the column (0 or
   * more) and the end are -1 where they are not known. Several may have one place. The line becomes
   * a statement line, with the hits of the one that begins on it and ran most.
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
    statements().statement(line, column, endLine, endColumn, hits);
    checkUnits();
  }

  /** The report counts statements itself, also where the file has none. */
  public void countsStatements() {
    countsStatements = true;
  }

  /**
   * A function that begins on {@code line} (0 where that is not known) ran {@code hits} times (0 or
   * more). The same one may be given several times; its hits are added.
   */
  public void function(FunctionId id, int line, long hits) {
    checkRange(line, 0, "line");
    if (hits < 0) {
      throw new IllegalArgumentException("hits " + hits);
    }
    limits.checkLine(line);
    functions().add(id, line, hits);
    checkUnits();
  }

  /**
   * The functions that begin on {@code line} (0 or more) are one, under several names; it is
   * covered when any of them ran.
   */
  public void functionAliases(int line) {
    checkRange(line, 0, "line");
    functions().alias(line);
  }

  /** The report measures functions, also where the file has none. */
  public void measuresFunctions() {
    measuresFunctions = true;
  }

  /**
   * A digest of where the report sees statements and decisions: reports of one source by one tool
   * have the same.
   */
  public void layout(long digest) {
    layouts = layouts.union(Layouts.of(digest));
    lastLayout = digest;
  }

  /**
   * A digest of the text that the report says {@code line} (1-based) has, or of the version of the
   * whole source (line 0): jobs that tell different ones measured different sources.
   */
  public void checksum(int line, long digest) {
    checkRange(line, 0, "line");
    limits.checkLine(line);
    if (marks == null) {
      marks = new SourceMarks.Columns();
    }
    marks.add(line, digest);
    checkUnits();
  }

  /** The facts, sorted. The builder can be used no more. */
  public FileFacts build() {
    if (built) {
      throw new IllegalStateException("built already");
    }
    built = true;
    FileStatements ofStatements = statements == null ? FileStatements.NONE : statements.build();
    if (ofStatements.units() > 0) {
      ofStatements.addTo(lines().statements(), limits::checkUnits);
    } else if (!countsStatements && unitsOfLines() > 0) {
      ofStatements = FileStatements.UNCOUNTED;
    }
    boolean lacksFunctions = !measuresFunctions && functions == null && unitsOfLines() > 0;
    FileArms ofArms = arms == null ? FileArms.NONE : arms.build(lastLayout, ofStatements.placed());
    ofArms.identified().check(limits);
    return new FileFacts(
        lines == null ? FileLines.NONE : lines.build(),
        ofArms,
        ofStatements,
        functions == null ? FileFunctions.none(lacksFunctions) : functions.build(),
        layouts,
        marks(ofStatements),
        neverLoaded);
  }

  private SourceMarks marks(FileStatements ofStatements) {
    SourceMarks ofLines = marks == null ? SourceMarks.NONE : marks.build();
    boolean blocks = ofStatements.blocks().size() > 0;
    return blocks ? ofLines.union(SourceMarks.ofBlocks(blocksAreMarks)) : ofLines;
  }

  /** So many lines and arms may be added, at least, before a bound on all units is passed. */
  public long room() {
    return limits.maxUnits() - units();
  }

  /** What is held now, as {@link FileFacts#units()}; what came twice may count twice. */
  public long units() {
    return unitsOfLines() + (functions == null ? 0 : functions.units());
  }

  private long unitsOfLines() {
    return (lines == null ? 0 : lines.size())
        + (arms == null ? 0 : arms.size())
        + (statements == null ? 0 : statements.size())
        + (marks == null ? 0 : marks.size());
  }

  /** Unites what came twice, but for arms of decisions; takes time where there is any. */
  public void compact() {
    if (lines != null) {
      lines.compact();
    }
    if (arms != null) {
      arms.compact();
    }
    if (statements != null) {
      statements.compact();
    }
    if (functions != null) {
      functions.compact();
    }
  }

  private FileLines.Columns lines() {
    if (lines == null) {
      lines = new FileLines.Columns();
    }
    return lines;
  }

  private FileArms.Columns arms() {
    if (arms == null) {
      arms = new FileArms.Columns();
    }
    return arms;
  }

  private FileFunctions.Columns functions() {
    if (functions == null) {
      functions = new FileFunctions.Columns();
    }
    return functions;
  }

  private FileStatements.Columns statements() {
    if (statements == null) {
      statements = new FileStatements.Columns();
    }
    return statements;
  }

  private void checkDecision(int line, int total, int part) {
    checkRange(line, 0, "line");
    limits.checkLine(line);
    if (part < 0 || part > total) {
      throw new IllegalArgumentException("line " + line + ": " + part + " of " + total + " arms");
    }
    limits.checkArms(line, total);
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
