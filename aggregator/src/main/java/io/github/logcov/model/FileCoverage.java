package io.github.logcov.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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
    arms = facts.arms().matched().withRangesLeftOut();
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
    boolean twoKinds =
        facts.statements().blocks().size() > 0 && facts.statements().placed().size() > 0;
    return !facts.statements().uncounted() && !twoKinds
        ? Optional.of(
            facts
                .statements()
                .blocks()
                .ratio(ignored)
                .plus(facts.statements().placed().ratio(ignored)))
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
    return Arrays.stream(facts.statements().blocks().firstOverlap())
        .mapToObj(facts.statements().blocks()::show)
        .toList();
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

  /** Where jobs say that they measured different sources, if they do. */
  public Optional<SourceConflict> sourceConflict() {
    return facts
        .marks()
        .firstConflict()
        .map(line -> new SourceConflict(line, facts.marks().conflicts(), groupsOn(line)));
  }

  private List<List<Session>> groupsOn(int line) {
    SortedMap<Long, List<Session>> groups = new TreeMap<>();
    sessions.forEach(
        (session, lines) -> {
          for (long digest : lines.marks().of(line)) {
            groups.computeIfAbsent(digest, key -> new ArrayList<>()).add(session);
          }
        });
    groups.values().forEach(Collections::sort);
    return groups.values().stream().sorted(Comparator.comparing(group -> group.get(0))).toList();
  }

  /** The sessions whose reports say of blocks only that they ran, ascending. */
  public List<Session> markedBy() {
    return sessionsOf(SourceMarks::marked);
  }

  /** The sessions whose reports count how often blocks ran, ascending. */
  public List<Session> countedBy() {
    return sessionsOf(SourceMarks::counted);
  }

  private List<Session> sessionsOf(Predicate<SourceMarks> wanted) {
    return sessions.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue().marks()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
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

  LineArms lineArms() {
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
    for (LineArms here = lineArms(); here.next(); ) {
      if (!ignored.contains(here.line())) {
        branches.put(here.line(), here.branches());
      }
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
    return new CountedLines(this, ignored).list();
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
      if (missing.isRenamed(row, doubtful) == renamed && !missing.bounds(row, doubtful).isExact()) {
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
   * Ratio#NONE} where it knows none. A guess counts where no session loaded the file, as it does in
   * the total.
   */
  public Ratio linesOf(Session session) {
    SessionLines lines = sessions.get(session);
    if (lines != null && facts.isNeverLoaded()) {
      return lines();
    }
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
   * Of each of {@code lines} the number of the set of sessions that ran it, the set being added to
   * {@code sets} where it is new there. Sessions that {@code sets} does not know are left out.
   */
  public int[] ranBy(int[] lines, SessionSets sets) {
    return setsOf(lines, sets, SessionLines::run);
  }

  /** The same for those sessions whose reports list the line as a statement. */
  public int[] listedBy(int[] lines, SessionSets sets) {
    return setsOf(lines, sets, SessionLines::listed);
  }

  private int[] setsOf(
      int[] lines, SessionSets sets, Function<SessionLines, LineSet> linesOfSession) {
    List<LineSet> columns =
        sets.sessions().stream()
            .map(session -> linesOfSession.apply(sessions.getOrDefault(session, SessionLines.NONE)))
            .toList();
    int[] numbers = new int[lines.length];
    // The words around the line: neighbours share them, so columns are searched once for many
    // lines.
    long[] words = new long[columns.size()];
    int key = -1;
    for (int i = 0; i < lines.length; i++) {
      if (LineSet.key(lines[i]) != key) {
        key = LineSet.key(lines[i]);
        for (int session = 0; session < words.length; session++) {
          words[session] = columns.get(session).word(key);
        }
      }
      numbers[i] = sets.number(across(words, lines[i]));
    }
    return numbers;
  }

  /** The columns whose word has that line. */
  private static BitSet across(long[] words, int line) {
    long[] set = new long[(words.length + Long.SIZE - 1) / Long.SIZE];
    for (int column = 0; column < words.length; column++) {
      set[column / Long.SIZE] |= (words[column] >>> line & 1) << column;
    }
    return BitSet.valueOf(set);
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

  /** The arms of all reports, matched across formats as far as that can be. */
  FileArms matchedArms() {
    return arms;
  }

  FileFacts facts() {
    return facts;
  }

  Map<Session, SessionLines> sessions() {
    return sessions;
  }
}
