package io.github.logcov.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;

/**
 * What all sessions together say of one source file. Immutable.
 *
 * <p>A line is a statement when any session lists it; a session that does not list it says nothing
 * of it. It is covered when any session ran it. Where reports give only their number of statements
 * and name the missed ones, the total is the largest such number and what others miss beyond it.
 */
public final class FileCoverage {
  private final FileFacts facts;
  private final Map<Session, SessionLines> sessions;
  private final LineSet run;
  private final FileArms arms;

  /** Lines that no arm surely leads to: they never ran, or are no statements to some sessions. */
  private final LineSet doubtful;

  /** Lines that count no more. */
  private final LineSet ignored;

  FileCoverage(FileFacts facts, Map<Session, SessionLines> sessions) {
    this(facts, sessions, LineSet.EMPTY);
  }

  private FileCoverage(FileFacts facts, Map<Session, SessionLines> sessions, LineSet ignored) {
    this.facts = facts;
    this.sessions = Map.copyOf(sessions);
    this.ignored = ignored;
    run = facts.lines().run();
    arms = facts.arms().matched();
    doubtful = arms.missing().size() == 0 ? LineSet.EMPTY : doubtful();
  }

  /** Statements of the file. */
  public Ratio lines() {
    long total = facts.lines().named().total(facts.lines().listed()) - ignored.size();
    return new Ratio(total - missed().size(), total);
  }

  /**
   * Statements as the reports count them themselves, where all that say anything of the file count
   * those of one kind: blocks (Go), or by their places (Istanbul). Empty where they do not; none of
   * none of a file of which nothing is said.
   */
  public Optional<Ratio> statements() {
    boolean twoKinds = facts.statements().blocks().size() > 0 && facts.statements().placed().size() > 0;
    return !facts.statements().uncounted() && !twoKinds
        ? Optional.of(facts.statements().blocks().ratio(ignored).plus(facts.statements().placed().ratio(ignored)))
        : Optional.empty();
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

  /**
   * Functions that sessions see on different lines, so that they cannot have measured one source;
   * by their first lines.
   */
  public List<MovedFunction> movedFunctions() {
    return FunctionMoves.of(sessions).among(facts.functions().functions().elsewhere());
  }

  /**
   * Two blocks of statements that overlap, as text; empty where none do. Blocks of one source never
   * overlap, so jobs measured different sources, or different tools cut it differently.
   */
  public List<String> overlappingBlocks() {
    return Arrays.stream(facts.statements().blocks().firstOverlap()).mapToObj(facts.statements().blocks()::show).toList();
  }

  /**
   * The sessions by where their reports see statements and decisions, when that differs: those of
   * one list agree, ascending; empty when all do that say it.
   */
  public List<List<Session>> layouts() {
    if (facts.layouts().size() < 2) {
      return List.of();
    }
    Map<Layouts, List<Session>> groups = new HashMap<>();
    sessions.forEach(
        (session, lines) -> {
          if (lines.layouts().size() > 0) {
            groups.computeIfAbsent(lines.layouts(), key -> new ArrayList<>()).add(session);
          }
        });
    groups.values().forEach(Collections::sort);
    return groups.values().stream().sorted(Comparator.comparing(group -> group.get(0))).toList();
  }

  /** The sessions that measured the file, ascending. */
  public List<Session> measuredBy() {
    return sessions.keySet().stream().sorted().toList();
  }

  /** Arms of the file; {@link ArmBounds#NONE} where no report measures any. */
  public ArmBounds arms() {
    ArmBounds all = ArmBounds.NONE;
    for (LineArms here = lineArms(); here.next(); ) {
      if (!ignored.contains(here.line())) {
        all = all.plus(here.bounds());
      }
    }
    return all.or(arms.arcs().bounds(ignored));
  }

  /** Statement lines that no session ran, ascending. */
  public int[] missedLines() {
    return missed().toArray();
  }

  private LineSet missed() {
    return neverRan().minus(ignored);
  }

  private LineSet neverRan() {
    return facts.lines().listed().minus(run);
  }

  private LineSet doubtful() {
    LineSet known = facts.lines().listed();
    LineSet toAll = run;
    for (SessionLines lines : sessions.values()) {
      if (!lines.isSilent()) {
        toAll = toAll.intersection(lines.listed().union(lines.run()));
      }
    }
    return known.minus(toAll);
  }

  private LineArms lineArms() {
    return new LineArms(arms, doubtful);
  }

  /**
   * Those missed lines that are statements for some sessions only, ascending: another version or
   * system folds or skips them, so perhaps nobody can run them.
   */
  public int[] variantOnlyMissedLines() {
    return variantOnly().toArray();
  }

  private LineSet variantOnly() {
    LineSet missed = missed();
    LineSet everywhere = missed;
    for (SessionLines lines : sessions.values()) {
      // A report may name a file and none of its lines; that is no other toolchain's opinion.
      if (!lines.isSilent()) {
        everywhere = everywhere.intersection(lines.listed());
      }
    }
    return missed.minus(everywhere);
  }

  /** The same where {@link #variantOnlyMissedLines()} and the arms on them do not count. */
  public FileCoverage withoutVariantOnly() {
    return new FileCoverage(facts, sessions, ignored.union(variantOnly()));
  }

  /** Statement lines, ascending; those that are known by name. */
  public int[] statementLines() {
    return facts.lines().listed().minus(ignored).toArray();
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
    // A report of executed lines counts nothing; once is what it proves.
    return hits == 0 && run.contains(line) ? 1 : hits;
  }

  /** Every line with a known statement or with arms, ascending; views for who shows lines. */
  public List<LineCoverage> lineByLine() {
    SortedMap<Integer, BranchCoverage> branches = new TreeMap<>();
    for (int line : statementLines()) {
      branches.put(line, new BranchCoverage.None());
    }
    for (LineArms here = lineArms(); here.next(); ) {
      if (!ignored.contains(here.line())) {
        branches.put(here.line(), here.branches());
      }
    }
    List<LineCoverage> lines = new ArrayList<>();
    branches.forEach((line, arms) -> lines.add(new LineCoverage(line, hits(line), arms)));
    return lines;
  }

  /** Lines whose arms are not all surely covered, ascending. */
  public int[] partialLines() {
    LineHits.Columns partial = new LineHits.Columns();
    for (LineArms here = lineArms(); here.next(); ) {
      if (here.bounds().lower() < here.bounds().total() && !ignored.contains(here.line())) {
        partial.add(here.line(), 0);
      }
    }
    for (long arc : arms.arcs().missed()) {
      int from = FileArcs.from(arc);
      if (from >= 0 && !ignored.contains(from)) {
        partial.add(from, 0);
      }
    }
    return partial.build().all().toArray();
  }

  /**
   * Lines of which the reports leave open whether they miss the same exit or different ones,
   * ascending ({@code exit} of coverage.xml has no name; coverage.json names exits).
   */
  public int[] ambiguousExitLines() {
    return missingArmsInDoubt(false);
  }

  /**
   * Lines whose missing arms have several names each, ascending, where that leaves open how many
   * are covered: versions of Python name them differently.
   */
  public int[] renamedArmLines() {
    return missingArmsInDoubt(true);
  }

  private int[] missingArmsInDoubt(boolean renamed) {
    LineHits.Columns inDoubt = new LineHits.Columns();
    MissingArms missing = arms.missing();
    for (int row = 0; row < missing.size(); row++) {
      if (missing.isRenamed(row, doubtful) == renamed
          && !missing.bounds(row, doubtful).isExact()) {
        inDoubt.add(missing.line(row), 0);
      }
    }
    return inDoubt.build().all().minus(ignored).toArray();
  }

  /** Whether any report of this file measures branches. */
  public boolean hasBranches() {
    return facts.hasBranches();
  }

  /**
   * The statements that {@code session} knows and those of them that it ran itself; {@link
   * Ratio#NONE} where it knows none.
   */
  public Ratio linesOf(Session session) {
    SessionLines lines = sessions.get(session);
    return lines == null ? Ratio.NONE : lines.ratio();
  }

  /** The sessions that ran {@code line}, ascending. */
  public List<Session> jobsOf(int line) {
    return sessionsWith(lines -> lines.run().contains(line));
  }

  /** The sessions whose reports list {@code line} as a statement, ascending. */
  public List<Session> listedBy(int line) {
    return sessionsWith(lines -> lines.listed().contains(line));
  }

  private List<Session> sessionsWith(Predicate<SessionLines> condition) {
    return sessions.entrySet().stream()
        .filter(entry -> condition.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /**
   * Tells of each session the number of lines that no other session ran; in no order, 0 included.
   */
  void onlyHere(ObjLongConsumer<Session> counts) {
    LineSet once = LineSet.EMPTY;
    LineSet twice = LineSet.EMPTY;
    for (SessionLines lines : sessions.values()) {
      LineSet run = lines.run();
      // Nothing is left to find out once all lines have run twice.
      if (twice.common(run) < run.size()) {
        twice = twice.union(once.intersection(run));
        once = once.union(run);
      }
    }
    LineSet alone = once.minus(twice);
    sessions.forEach((session, lines) -> counts.accept(session, lines.run().common(alone)));
  }

  /** Everything of both; what either ignores is ignored no more. */
  FileCoverage union(FileCoverage other) {
    Map<Session, SessionLines> all = new HashMap<>(sessions);
    other.sessions.forEach((session, lines) -> all.merge(session, lines, SessionLines::union));
    return new FileCoverage(facts.union(other.facts), all);
  }

  FileFacts facts() {
    return facts;
  }

  Map<Session, SessionLines> sessions() {
    return sessions;
  }
}
