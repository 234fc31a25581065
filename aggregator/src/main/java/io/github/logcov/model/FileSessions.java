package io.github.logcov.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The sessions that measured one source file, and what each says of its lines. Immutable. */
public final class FileSessions {
  private final Map<Session, SessionLines> sessions;

  /** Those of a map that nobody changes any more. */
  FileSessions(Map<Session, SessionLines> sessions) {
    this.sessions = sessions;
  }

  /** All of them, ascending. */
  public List<Session> all() {
    return those(lines -> true);
  }

  /** Those that ran {@code line}, ascending. */
  public List<Session> thatRan(int line) {
    return those(lines -> lines.run().contains(line));
  }

  /** Those whose reports list {@code line} as a statement, ascending. */
  public List<Session> thatList(int line) {
    return those(lines -> lines.listed().contains(line));
  }

  /**
   * Of each of {@code lines} the number of the set of sessions that ran it, the set being added to
   * {@code sets} where it is new there. Sessions that {@code sets} does not know are left out.
   */
  public int[] thatRan(int[] lines, SessionSets sets) {
    return sets.numbers(lines, session -> of(session).run());
  }

  /** The same for those sessions whose reports list the line as a statement. */
  public int[] thatList(int[] lines, SessionSets sets) {
    return sets.numbers(lines, session -> of(session).listed());
  }

  List<Session> those(Predicate<SessionLines> wanted) {
    return sessions.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** What the session says; {@link SessionLines#NONE} where it did not measure the file. */
  SessionLines of(Session session) {
    return sessions.getOrDefault(session, SessionLines.NONE);
  }

  boolean has(Session session) {
    return sessions.containsKey(session);
  }

  /** In no order. */
  void forEach(BiConsumer<Session, SessionLines> taker) {
    sessions.forEach(taker);
  }

  /** Those of {@code lines} that every session lists. */
  LineSet listedByAll(LineSet lines) {
    return inAll(lines, SessionLines::listed);
  }

  /** Those of {@code lines} that every session lists or ran. */
  LineSet knownToAll(LineSet lines) {
    return inAll(lines, own -> own.listed().union(own.run()));
  }

  private LineSet inAll(LineSet lines, Function<SessionLines, LineSet> part) {
    LineSet everywhere = lines;
    LineSet last = lines;
    for (SessionLines own : sessions.values()) {
      // A report may name a file and none of its lines; that is no other toolchain's opinion.
      if (!own.isSilent()) {
        LineSet here = part.apply(own);
        // Jobs of one toolchain share one set.
        if (here != last) {
          everywhere = everywhere.intersection(here);
          last = here;
        }
      }
    }
    return everywhere;
  }

  /**
   * Adds of each session the number of lines that no other session ran.
   *
   * @param ran lines that any session ran
   */
  void onlyHere(LineSet ran, SessionSums sums) {
    List<LineSet> own = new ArrayList<>(sessions.size());
    for (SessionLines lines : sessions.values()) {
      own.add(lines.run());
    }
    LineSet alone = ran.inOneOf(own);
    if (alone.isEmpty()) {
      return;
    }
    sessions.forEach(
        (session, lines) -> {
          int count = lines.run().common(alone);
          sums.add(session, count, count);
        });
  }

  FileSessions union(FileSessions other) {
    Map<Session, SessionLines> all = new HashMap<>(sessions);
    other.sessions.forEach((session, lines) -> all.merge(session, lines, SessionLines::union));
    return new FileSessions(all);
  }
}
