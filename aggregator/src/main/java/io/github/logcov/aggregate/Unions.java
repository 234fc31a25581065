package io.github.logcov.aggregate;

import io.github.logcov.model.Coverage;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.LimitExceededException;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import io.github.logcov.model.Totals;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.source.OpenPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The union of all reports, and one for each flag. Files whose place is not known yet are united
 * aside under the question where they lie: not once for each job. Where it passes a bound nothing
 * of it is shown: which report passed it depends on the order of threads, and so would what is
 * left. Thread-safe.
 */
final class Unions {
  /**
   * Of several bounds that were passed, one that is the same in any order: too many files are too
   * many whatever came first, while a file that is refused brings no lines along.
   */
  private static final Comparator<String> FIRST_TOLD =
      Comparator.comparing((String message) -> !message.contains("--max-files"))
          .thenComparing(Comparator.naturalOrder());

  private final Rules rules;
  private final CoverageUnion union;
  private final FlagUnions flags;
  private final CoverageUnion held;
  private final FlagUnions heldFlags;

  /** What the union that is aside calls them: made once, not for each job. */
  private final Map<OpenPath, SourcePath> heldUnder = new ConcurrentHashMap<>();

  /** The bound that was passed; null as long as none was. */
  private final AtomicReference<@Nullable String> exceeded = new AtomicReference<>();

  Unions(Rules rules) {
    this.rules = rules;
    this.union = new CoverageUnion(rules.limits());
    this.flags = new FlagUnions(rules.limits());
    this.held = new CoverageUnion(rules.limits());
    this.heldFlags = new FlagUnions(rules.limits());
  }

  /** Adds a job that may have measured nothing. */
  void add(Session session) {
    union.add(session);
  }

  /** Adds what one report says of one file; goes on behind a bound, to learn of others. */
  void add(Session session, List<String> ofFlags, SourcePath path, FileFacts facts) {
    add(union, flags, session, ofFlags, path, facts);
  }

  /** Adds what one report says of a file whose place is not known yet. */
  void hold(Session session, List<String> ofFlags, OpenPath open, FileFacts facts) {
    add(held, heldFlags, session, ofFlags, heldUnder.computeIfAbsent(open, Unions::key), facts);
  }

  private void add(
      CoverageUnion all,
      FlagUnions each,
      Session session,
      List<String> ofFlags,
      SourcePath path,
      FileFacts facts) {
    try {
      all.add(session, path, facts);
      for (String flag : ofFlags) {
        each.of(flag).ifPresent(flagged -> flagged.add(session, path, facts));
      }
    } catch (LimitExceededException e) {
      tell(e);
    }
  }

  private void tell(LimitExceededException e) {
    exceeded.accumulateAndGet(
        e.getMessage(), (a, b) -> a == null || FIRST_TOLD.compare(b, a) < 0 ? b : a);
  }

  /**
   * Adds the files that were held, when all is there; once.
   *
   * @param places of those that count
   */
  void release(Map<OpenPath, SourcePath> places) {
    Map<SourcePath, SourcePath> byKey = new HashMap<>();
    places.forEach((open, place) -> byKey.put(key(open), place));
    try {
      union.addAll(held, key -> Optional.ofNullable(byKey.get(key)));
      flags.addAll(heldFlags, key -> Optional.ofNullable(byKey.get(key)));
    } catch (LimitExceededException e) {
      tell(e);
    }
  }

  /** Remembers that there were too many paths to place them. */
  void exceeded(LimitExceededException e) {
    tell(e);
  }

  /** No path of the repository; only the union that is aside knows it. */
  private static SourcePath key(OpenPath open) {
    return new SourcePath(open.layout() + ":" + open.path());
  }

  /** All of it, with lines that are left out later; empty when a bound was passed. */
  Coverage whole() {
    return exceeded.get() == null ? union.toCoverage() : Coverage.empty();
  }

  /** What of a union counts. */
  Coverage counted(Coverage whole) {
    return rules.ignoreVariantOnly() ? whole.withoutVariantOnly() : whole;
  }

  /** Flag -> totals of its reports, as they would be with {@code --flag} of that name alone. */
  SortedMap<String, Totals> totalsByFlag() {
    SortedMap<String, Totals> totals = new TreeMap<>();
    if (exceeded.get() == null) {
      flags.forEach((flag, flagged) -> totals.put(flag, counted(flagged).totals()));
    }
    return totals;
  }

  /** What is to be said of bounds. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (exceeded.get() != null) {
      problems.add(
          Problem.error(
              ProblemType.LIMIT_EXCEEDED,
              Origin.NOWHERE,
              "the union of all reports: " + exceeded.get() + "; nothing of it is shown"));
    } else if (flags.more()) {
      problems.add(
          Problem.warning(
              ProblemType.LIMIT_EXCEEDED,
              Origin.NOWHERE,
              "the reports have more than %d flags, and totals are shown for the first %d by name; see another one with --flag NAME"
                  .formatted(FlagUnions.MAX, FlagUnions.MAX)));
    }
    return problems;
  }

  /** Whether a bound was passed, so that there is nothing to judge. */
  boolean exceeded() {
    return exceeded.get() != null;
  }
}
