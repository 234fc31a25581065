package io.github.logcov.model;

import java.util.Objects;

/**
 * What one report, or the union of several, says of one source file: sorted columns, no object per
 * line; no job yet, no repository path yet. Immutable, equal by content.
 */
public sealed class FileFacts permits RunFacts {
  /** Facts that say nothing. */
  static final FileFacts NONE =
      new FileFacts(
          FileLines.NONE,
          FileArms.NONE,
          FileStatements.NONE,
          FileFunctions.NONE,
          Layouts.NONE,
          SourceMarks.NONE,
          false);

  private final FileLines lines;
  private final FileArms arms;
  private final FileStatements statements;
  private final FileFunctions functions;
  private final Layouts layouts;
  private final SourceMarks marks;

  /** Whether a tool only looked at the source, since nothing loaded it. */
  private final boolean neverLoaded;

  private final long units;

  FileFacts(
      FileLines lines,
      FileArms arms,
      FileStatements statements,
      FileFunctions functions,
      Layouts layouts,
      SourceMarks marks,
      boolean neverLoaded) {
    this.lines = lines;
    this.arms = arms;
    this.statements = statements;
    this.functions = functions;
    this.layouts = layouts;
    this.marks = marks;
    this.neverLoaded = neverLoaded;
    this.units =
        lines.units() + arms.units() + statements.units() + functions.units() + marks.size();
  }

  /** The same, for what knows some of it better. */
  FileFacts(FileFacts other) {
    this.lines = other.lines;
    this.arms = other.arms;
    this.statements = other.statements;
    this.functions = other.functions;
    this.layouts = other.layouts;
    this.marks = other.marks;
    this.neverLoaded = other.neverLoaded;
    this.units = other.units;
  }

  /**
   * Both together: statements and arms of either, executions added, what is missing intersected.
   * What a tool guessed of a source that was never loaded yields to what was measured.
   */
  public FileFacts union(FileFacts other) {
    if (neverLoaded != other.neverLoaded && !equals(NONE) && !other.equals(NONE)) {
      return neverLoaded ? other : this;
    }
    return new FileFacts(
        lines().union(other.lines()),
        arms().union(other.arms()),
        statements.union(other.statements),
        functions().union(other.functions()),
        layouts.union(other.layouts),
        marks.union(other.marks),
        neverLoaded || other.neverLoaded);
  }

  /** The same of a report that measures functions, though it may have named none of this file. */
  public FileFacts measuringFunctions() {
    return withFunctions(functions().measured());
  }

  /**
   * The same lines, arms and functions in a run of which probes tell: for who tells of many runs of
   * one source, and says of nothing but these.
   *
   * @param executed a bit for each probe, 64 in a word, the first one lowest; as many words for
   *     each run of the source, and nobody may change them any more
   */
  public FileFacts inRun(ProbedSource source, long[] executed) {
    return new RunFacts(this, source, executed);
  }

  /**
   * The same with other counts.
   *
   * @throws IllegalArgumentException when there are more or fewer of them than lines, arms or
   *     functions
   */
  FileFacts withCounts(ProbedSource.Covered counts) {
    return new FileFacts(
        lines.withHits(counts.lines()),
        arms.withTaken(counts.arms()),
        statements,
        functions.withHits(counts.functions()),
        layouts,
        marks,
        neverLoaded);
  }

  FileFacts withFunctions(FileFunctions others) {
    return new FileFacts(lines(), arms(), statements, others, layouts, marks, neverLoaded);
  }

  /** Whether this is what a tool guessed of a source that nothing loaded. */
  boolean isNeverLoaded() {
    return neverLoaded;
  }

  FileLines lines() {
    return lines;
  }

  FileArms arms() {
    return arms;
  }

  FileStatements statements() {
    return statements;
  }

  FileFunctions functions() {
    return functions;
  }

  Layouts layouts() {
    return layouts;
  }

  SourceMarks marks() {
    return marks;
  }

  /** Whether anything is said of branches. */
  public boolean hasBranches() {
    return !arms().isEmpty();
  }

  /**
   * Lines, arms, arcs and functions named here; what memory grows with, counted against {@link
   * CoverageLimits#maxUnits()}.
   */
  public long units() {
    return units;
  }

  /** What it costs to copy them, 1 or more. */
  long weight() {
    return 1 + units + arms().rows() + lines().named().byTotal().size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileFacts facts
        && lines().equals(facts.lines())
        && arms().equals(facts.arms())
        && statements.equals(facts.statements)
        && functions().equals(facts.functions())
        && layouts.equals(facts.layouts)
        && marks.equals(facts.marks)
        && neverLoaded == facts.neverLoaded;
  }

  @Override
  public int hashCode() {
    return Objects.hash(lines(), arms(), statements, functions(), layouts, neverLoaded);
  }

  /**
   * All facts as text, for messages of tests: {@code 3:17} a line and its hits, {@code 4+} executed
   * only, {@code 5[0,1]:-} an arm never evaluated, {@code 6{7,-1}/3} missing of 3 arms, {@code
   * 8(1/2)} counted arms (with {@code ..} between bounds), {@code 3.14,5.2(2):7} a block of 2
   * statements, {@code 3.0-3.9:1} a statement by its place, {@code @3{f}:2} a function that begins
   * on line 3 ({@code @3&{f}:2} a name of it); {@code never-loaded} in front.
   */
  @Override
  public String toString() {
    return new FactsText(this).toString();
  }
}
