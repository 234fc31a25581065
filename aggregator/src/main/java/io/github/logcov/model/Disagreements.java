package io.github.logcov.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the sessions of one file contradict each other: they cannot have measured one source, or
 * not with one tool.
 */
public final class Disagreements {
  private final FileFacts facts;
  private final FileSessions sessions;

  Disagreements(FileFacts facts, FileSessions sessions) {
    this.facts = facts;
    this.sessions = sessions;
  }

  /** Where jobs say that they measured different sources, if they do. */
  public Optional<SourceConflict> sources() {
    return facts
        .marks()
        .firstConflict()
        .map(line -> new SourceConflict(line, facts.marks().conflicts(), groupsOn(line)));
  }

  private List<List<Session>> groupsOn(int line) {
    // Sorted, since one session may be the first of several groups.
    SortedMap<Long, List<Session>> groups = new TreeMap<>();
    sessions.forEach(
        (session, lines) -> {
          for (long digest : lines.marks().of(line)) {
            groups.computeIfAbsent(digest, key -> new ArrayList<>()).add(session);
          }
        });
    return ascending(groups.values());
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
    return ascending(groups.values());
  }

  /** Each group ascending, by their first sessions. */
  private static List<List<Session>> ascending(Collection<List<Session>> groups) {
    groups.forEach(Collections::sort);
    return groups.stream().sorted(Comparator.comparing(group -> group.get(0))).toList();
  }

  /**
   * Functions that sessions see on different lines, so that they cannot have measured one source;
   * by their first lines.
   */
  public List<MovedFunction> functions() {
    List<FunctionSet.Elsewhere> candidates = facts.functions().functions().elsewhere();
    return candidates.isEmpty() ? List.of() : FunctionMoves.of(sessions).among(candidates);
  }

  /**
   * Two blocks of statements that overlap, as text; empty where none do. Blocks of one source never
   * overlap, so jobs measured different sources, or different tools cut it differently.
   */
  public List<String> blocks() {
    return Arrays.stream(facts.statements().blocks().firstOverlap())
        .mapToObj(facts.statements().blocks()::show)
        .toList();
  }

  /** The sessions whose reports say of blocks only that they ran, ascending. */
  public List<Session> markedBy() {
    return facts.marks().marked() ? sessions.those(lines -> lines.marks().marked()) : List.of();
  }

  /** The sessions whose reports count how often blocks ran, ascending. */
  public List<Session> countedBy() {
    return facts.marks().counted() ? sessions.those(lines -> lines.marks().counted()) : List.of();
  }
}
