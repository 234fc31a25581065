package io.github.logcov.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the oddities of one report: of each kind the first, and how many more there were, so
 * that a report of a thousand files says a thing once. Not thread-safe.
 */
public final class Warnings {
  static final int MAX_KINDS = 50;

  private final Map<String, Entry> kinds = new LinkedHashMap<>();
  private boolean others;

  /** Remembers the oddity, or counts it when there was one of this kind; place is where it is. */
  public void add(String kind, String place, String text) {
    Entry entry = kinds.get(kind);
    if (entry != null) {
      entry.more++;
    } else if (kinds.size() < MAX_KINDS) {
      kinds.put(kind, new Entry(place, text));
    } else {
      others = true;
    }
  }

  /** Whether there was one of this kind, so that the caller need not make up a text again. */
  public boolean has(String kind) {
    return kinds.containsKey(kind);
  }

  /** The first of each kind, in order of appearance, and a word when there were too many kinds. */
  public List<Report.Warning> list() {
    List<Report.Warning> list = new ArrayList<>();
    for (Entry entry : kinds.values()) {
      String more = entry.more == 0 ? "" : " (and " + entry.more + " more like it)";
      list.add(new Report.Warning(entry.place, entry.text + more));
    }
    if (others) {
      list.add(
          new Report.Warning(
              "", "of more than " + MAX_KINDS + " kinds of warnings the others are not shown"));
    }
    return list;
  }

  private static final class Entry {
    final String place;
    final String text;
    long more;

    Entry(String place, String text) {
      this.place = place;
      this.text = text;
    }
  }
}
