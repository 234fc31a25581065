package io.github.logcov.model;

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
  public static final long NEVER_EVALUATED = Hits.NEVER_EVALUATED;

  private static final int[] NO_CONDITIONS = {};

  private final FactChecks checks;
  private final FactsColumns columns = new FactsColumns();
  private boolean built;

  /** A builder that refuses more than {@code limits} allow with {@link LimitExceededException}. */
  public FactsBuilder(CoverageLimits limits) {
    checks = new FactChecks(limits);
  }

  /**
   * A statement on {@code line} (1-based) ran {@code hits} times (0 or more; sums saturate at
   * Long.MAX_VALUE).
   */
  public void line(int line, long hits) {
    checks.statement(line, hits);
    columns.lines().statements().add(line, hits);
    checkUnits();
  }

  /** The first {@code count} of these lines, each as {@link #line(int, long)}. */
  public void lines(int[] lines, long[] hits, int count) {
    for (int i = 0; i < count; i++) {
      checks.statement(lines[i], hits[i]);
    }
    if (count > 0) {
      columns.lines().statements().addAll(lines, hits, count);
    }
    checkUnits();
  }

  /**
   * {@code line} ran, but the report does not say that it is a statement (coverage.py JSON's
   * executed_lines).
   */
  public void executed(int line) {
    checks.statementLine(line);
    columns.lines().executed(line);
    checkUnits();
  }

  /**
   * The report's own number of statements in the file, for reports that name only the missed ones.
   */
  public void statements(int total) {
    FactChecks.least(total, 0, "statements");
    columns.lines().total(total);
  }

  /**
   * Level 3: the arm {@code id} of the decision on {@code line} (0 or more) was taken that often,
   * or {@link #NEVER_EVALUATED}.
   */
  public void arm(int line, BranchId id, long taken) {
    checks.arm(line, taken);
    columns.arms().arm(line, id, taken);
    checkUnits();
  }

  /** The first {@code count} of these arms, each as {@link #arm(int, BranchId, long)}. */
  public void arms(int[] lines, BranchId[] ids, long[] taken, int count) {
    for (int i = 0; i < count; i++) {
      checks.arm(lines[i], taken[i]);
    }
    if (count > 0) {
      columns.arms().arms(lines, ids, taken, count);
    }
    checkUnits();
  }

  /**
   * Level 3: a range of code whose count V8 knows, which is an arm of the line (1-based) where it
   * begins; columns are 0 or more, and the end is exclusive. A report that gives ranges gives those
   * of one {@link #layout}, and every line as a {@link #statement} from column 0 to its end.
   */
  public void range(int line, int column, int endLine, int endColumn, long hits) {
    checks.piece(line, column, endLine, endColumn);
    columns.arms().range(Span.of(line, column, endLine, endColumn), hits);
    checkUnits();
  }

  /** The range of a function, beside those of {@link #range}; it is no arm by itself. */
  public void functionRange(int line, int column, int endLine, int endColumn, long hits) {
    checks.piece(line, column, endLine, endColumn);
    columns.arms().function(Span.of(line, column, endLine, endColumn), hits);
    checkUnits();
  }

  /**
   * Level 2: the decision on {@code line} (0 or more) has {@code total} arms; the missing ones go
   * to {@code missing}: destination lines, negative for exits, a multiset in any order, at most
   * {@code total} of them.
   */
  public void missingArms(int line, int total, int[] missing) {
    checks.decision(line, total, missing.length);
    columns.arms().missing(line, total, missing);
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
    checks.decision(line, total, covered);
    checks.conditions(line, conditions, totalOf, coveredOf);
    columns.arms().counted(line, total, covered, conditions, totalOf, coveredOf);
    checkUnits();
  }

  /**
   * Level 2 by file: the report's own number of arms in the file, for reports that name only arcs.
   */
  public void fileArms(int total) {
    FactChecks.least(total, 0, "arms");
    columns.arms().total(total);
  }

  /**
   * Level 2 by file: the arm between two lines (negative for entries and exits) is there and was
   * not taken.
   */
  public void missingArc(int from, int to) {
    columns.arms().missingArc(from, to);
    checkUnits();
  }

  /** Level 2 by file: this arc was taken; the report does not say whether it counts as an arm. */
  public void executedArc(int from, int to) {
    columns.arms().takenArc(from, to);
    checkUnits();
  }

  /**
   * A block of {@code statements} (0 or more) that run together ran {@code hits} times; from a line
   * (1-based) and column (0 or more) up to the end, exclusive, which is not before it. The same
   * block may be given several times; its hits are added. The lines that blocks with statements
   * touch become statement lines, each with the hits of the block on it that ran most.
   */
  public void block(int line, int column, int endLine, int endColumn, int statements, long hits) {
    checks.piece(line, column, endLine, endColumn);
    FactChecks.least(statements, 0, "statements");
    FactChecks.hits(hits);
    columns
        .statements()
        .block(
            StatementBlocks.position(line, column),
            StatementBlocks.position(endLine, endColumn),
            statements,
            hits);
    checkUnits();
  }

  /** The hits of blocks say only that they ran: each counts once at most. */
  public void blocksAreMarks() {
    columns.blocksAreMarks();
  }

  /**
   * Says that nothing ran, not even the loading of the file: the tool found the source and guessed
   * its statements. Then the facts yield to those of any report that measured it.
   */
  public void neverLoaded() {
    columns.neverLoaded();
  }

  /**
   * A statement that begins on {@code line} (1-based) ran {@code hits} times; the column (0 or
   * more) and the end are -1 where they are not known. Several may have one place. The line becomes
   * a statement line, with the hits of the one that begins on it and ran most.
   */
  public void statement(int line, int column, int endLine, int endColumn, long hits) {
    checks.place(line, column, endLine, endColumn);
    FactChecks.hits(hits);
    columns.statements().statement(line, column, endLine, endColumn, hits);
    checkUnits();
  }

  /** The report counts statements itself, also where the file has none. */
  public void countsStatements() {
    columns.countStatements();
  }

  /**
   * A function that begins on {@code line} (0 where that is not known) ran {@code hits} times (0 or
   * more). The same one may be given several times; its hits are added.
   */
  public void function(FunctionId id, int line, long hits) {
    checks.anyLine(line);
    FactChecks.hits(hits);
    columns.functions().add(id, line, hits);
    checkUnits();
  }

  /**
   * The functions that begin on {@code line} (0 or more) are one, under several names; it is
   * covered when any of them ran.
   */
  public void functionAliases(int line) {
    FactChecks.least(line, 0, "line");
    columns.functions().alias(line);
  }

  /** The report measures functions, also where the file has none. */
  public void measuresFunctions() {
    columns.measureFunctions();
  }

  /**
   * A digest of where the report sees statements and decisions: reports of one source by one tool
   * have the same.
   */
  public void layout(long digest) {
    columns.layout(digest);
  }

  /**
   * A digest of the text that the report says {@code line} (1-based) has, or of the version of the
   * whole source (line 0): jobs that tell different ones measured different sources.
   */
  public void checksum(int line, long digest) {
    checks.anyLine(line);
    columns.marks().add(line, digest);
    checkUnits();
  }

  /** The facts, sorted. The builder can be used no more. */
  public FileFacts build() {
    if (built) {
      throw new IllegalStateException("built already");
    }
    built = true;
    return columns.build(checks.limits());
  }

  /** So many lines and arms may be added, at least, before a bound on all units is passed. */
  public long room() {
    return checks.limits().maxUnits() - units();
  }

  /** What is held now, as {@link FileFacts#units()}; what came twice may count twice. */
  public long units() {
    return columns.units();
  }

  /** Unites what came twice, but for arms of decisions; takes time where there is any. */
  public void compact() {
    columns.compact();
  }

  private void checkUnits() {
    checks.units(columns.units());
  }
}
