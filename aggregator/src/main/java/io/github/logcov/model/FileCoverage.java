package io.github.logcov.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all sessions together say of one source file. Immutable.
 *
 * <p>A line is a statement when any session lists it; a session that does not list it says nothing
 * of it. It is covered when any session ran it. Where reports give only their number of statements
 * and name the missed ones, the total is the largest such number and what others miss beyond it.
 */
public final class FileCoverage {
  private final FileFacts facts;
  private final FileSessions sessions;
  private final LineSet listed;
  private final LineSet run;
  private final LineSet missed;
  private final LineSet variantOnly;
  private final UnitedArms arms;

  /** Lines that count no more. */
  private final LineSet ignored;

  FileCoverage(FileFacts facts, FileSessions sessions) {
    this(facts, sessions, LineSet.EMPTY);
  }

  private FileCoverage(FileFacts facts, FileSessions sessions, LineSet ignored) {
    this.facts = facts;
    this.sessions = sessions;
    this.ignored = ignored;
    listed = facts.lines().listed();
    run = facts.lines().run();
    missed = listed.minus(run).minus(ignored);
    variantOnly = missed.minus(sessions.listedByAll(missed));
    arms = UnitedArms.of(facts, run, sessions, ignored);
  }

  /** The sessions that measured the file, and what each says of its lines. */
  public FileSessions sessions() {
    return sessions;
  }

  /** Where the sessions contradict each other. */
  public Disagreements disagreements() {
    return new Disagreements(facts, sessions);
  }

  /** Statements of the file. */
  public Ratio lines() {
    long total = facts.lines().named().total(listed) - ignored.size();
    return new Ratio(total - missed.size(), total);
  }

  /**
   * Statements as the reports count them themselves, where all that say anything of the file count
   * those of one kind: blocks (Go), or by their places (Istanbul). Empty where they do not; none of
   * none of a file of which nothing is said.
   */
  public Optional<Ratio> statements() {
    return facts.statements().ratio(ignored);
  }

  /**
   * Functions, where all reports that say anything of the file measure them; empty where some do
   * not, none of none of a file of which nothing is said. Where reports of several formats name
   * them, at least so many are covered.
   */
  public Optional<Ratio> functions() {
    return facts.functions().areMeasured()
        ? Optional.of(facts.functions().ratio(ignored))
        : Optional.empty();
  }

  /** Arms of the file; {@link ArmBounds#NONE} where no report measures any. */
  public ArmBounds arms() {
    return arms.bounds();
  }

  /** Statement lines that no session ran, ascending. */
  public int[] missedLines() {
    return missed.toArray();
  }

  /**
   * Those missed lines that are statements for some sessions only, ascending: another version or
   * system folds or skips them, so perhaps nobody can run them.
   */
  public int[] variantOnlyMissedLines() {
    return variantOnly.toArray();
  }

  /** The same where {@link #variantOnlyMissedLines()} and the arms on them do not count. */
  public FileCoverage withoutVariantOnly() {
    return new FileCoverage(facts, sessions, ignored.union(variantOnly));
  }

  /** Statement lines, ascending; those that are known by name. */
  public int[] statementLines() {
    return listed.minus(ignored).toArray();
  }

  /**
   * How often the statement on {@code line} ran, over all sessions; -1 where no statement is known.
   */
  public long hits(int line) {
    int row = facts.lines().statements().row(line);
    if (row < 0) {
      return -1;
    }
    long hits = facts.lines().statements().hits(row);
    if (facts.marks().marked() && facts.marks().counted()) {
      return Math.min(1, hits);
    }
    // A report of executed lines counts nothing; once is what it proves.
    return hits == 0 && run.contains(line) ? 1 : hits;
  }

  /** Every line with a known statement or with arms, ascending; views for who shows lines. */
  public List<LineCoverage> lineByLine() {
    SortedMap<Integer, BranchCoverage> branches = new TreeMap<>();
    for (int line : statementLines()) {
      branches.put(line, new BranchCoverage.None());
    }
    for (LineArms here = arms.byLine(); here.next(); ) {
      branches.put(here.line(), here.branches());
    }
    List<LineCoverage> lines = new ArrayList<>();
    branches.forEach((line, arms) -> lines.add(new LineCoverage(line, hits(line), arms)));
    return lines;
  }

  /**
   * The lines, ascending, for forms that know nothing but lines: those with a statement are as many
   * as {@link #lines} says, and as many of them ran; their arms are as many as {@link #arms} says,
   * and as many of them are covered, the lower bound. Where reports do not say which lines or arms
   * they count, some that ran are chosen.
   */
  public List<LineCoverage> countedLines() {
    return new CountedLines(this, facts, arms).list();
  }

  /** Lines whose arms are not all surely covered, ascending. */
  public int[] partialLines() {
    return arms.partialLines().toArray();
  }

  /**
   * Lines of which the reports leave open whether they miss the same exit or different ones,
   * ascending ({@code exit} of coverage.xml has no name; coverage.json names exits).
   */
  public int[] ambiguousExitLines() {
    return arms.linesInDoubt(false).toArray();
  }

  /**
   * Lines whose missing arms have several names each, ascending, where that leaves open how many
   * are covered: versions of Python name them differently.
   */
  public int[] renamedArmLines() {
    return arms.linesInDoubt(true).toArray();
  }

  /** Whether any report of this file measures branches. */
  public boolean hasBranches() {
    return facts.hasBranches();
  }

  /**
   * The statements that {@code session} knows and those of them that it ran itself; {@link
   * Ratio#NONE} where it knows none. A guess counts where no session loaded the file, as it does in
   * the total.
   */
  public Ratio linesOf(Session session) {
    return sessions.has(session) ? linesOf(sessions.of(session)) : Ratio.NONE;
  }

  private Ratio linesOf(SessionLines own) {
    return facts.isNeverLoaded() ? lines() : own.ratio();
  }

  /** Adds the same of every session that measured the file. */
  void linesBySession(SessionSums sums) {
    sessions.forEach(
        (session, own) -> {
          Ratio lines = linesOf(own);
          sums.add(session, lines.covered(), lines.total());
        });
  }

  /** Adds of each session the number of lines that no other one ran, of these. */
  void onlyHere(SessionSums sums) {
    sessions.onlyHere(run, sums);
  }

  /** Everything of both; what either ignores is ignored no more. */
  FileCoverage union(FileCoverage other) {
    return new FileCoverage(facts.union(other.facts), sessions.union(other.sessions));
  }

  FileFacts facts() {
    return facts;
  }
}
