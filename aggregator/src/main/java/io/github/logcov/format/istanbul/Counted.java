package io.github.logcov.format.istanbul;

import io.github.logcov.format.Excerpt;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.CoverageLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map of things by id, and their counts, which come under another key: {@code statementMap} and
 * {@code s}, {@code fnMap} and {@code f}, {@code branchMap} and {@code b}.
 */
final class Counted<T> {
  /**
   * Ids are numbers, ascending as Istanbul writes them, also where somebody has sorted the keys.
   */
  private static final Comparator<String> AS_NUMBERS =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final JsonCursor cursor;
  private final CoverageLimits limits;
  private final String mapKey;
  private final String countsKey;
  private @Nullable Map<String, T> things;
  private @Nullable Map<String, long[]> counts;

  /** Reads the thing that the cursor stands on. */
  @FunctionalInterface
  interface Thing<T> {
    T read() throws MalformedReportException, IOException;
  }

  /** Is told a thing and its counts. */
  @FunctionalInterface
  interface Visitor<T> {
    void visit(String id, T thing, long[] counts) throws MalformedReportException;
  }

  Counted(JsonCursor cursor, CoverageLimits limits, String mapKey, String countsKey) {
    this.cursor = cursor;
    this.limits = limits;
    this.mapKey = mapKey;
    this.countsKey = countsKey;
  }

  void readThings(Thing<T> thing) throws MalformedReportException, IOException {
    Map<String, T> read = new LinkedHashMap<>();
    cursor.object(
        id -> {
          limits.checkUnits(read.size());
          read.put(id, thing.read());
        });
    things = read;
  }

  /** Reads one count for each id, or an array of them. */
  void readCounts(boolean arrays, Warnings warnings) throws MalformedReportException, IOException {
    Map<String, long[]> read = new LinkedHashMap<>();
    cursor.object(
        id -> {
          limits.checkUnits(read.size());
          read.put(id, arrays ? array(warnings) : new long[] {count(warnings)});
        });
    counts = read;
  }

  private long[] array(Warnings warnings) throws MalformedReportException, IOException {
    List<Long> all = new ArrayList<>();
    cursor.array(
        () -> {
          limits.checkUnits(all.size());
          all.add(count(warnings));
        });
    return all.stream().mapToLong(Long::longValue).toArray();
  }

  private long count(Warnings warnings) throws MalformedReportException, IOException {
    long count = cursor.wholeNumber("a count");
    if (count < 0) {
      warnings.add("negative", cursor.place(), "a negative count is read as 0: " + count);
    }
    return Math.max(0, count);
  }

  /**
   * Tells of all things, by id.
   *
   * @throws MalformedReportException when a thing has no count, or a count no thing
   */
  void forEach(Visitor<T> visitor) throws MalformedReportException {
    Map<String, T> all = required(things, mapKey);
    Map<String, long[]> allCounts = required(counts, countsKey);
    List<Map.Entry<String, T>> entries = new ArrayList<>(all.entrySet());
    entries.sort(Map.Entry.comparingByKey(AS_NUMBERS));
    for (Map.Entry<String, T> entry : entries) {
      long[] own = allCounts.get(entry.getKey());
      if (own == null) {
        throw lacking(mapKey, countsKey, entry.getKey());
      }
      visitor.visit(entry.getKey(), entry.getValue(), own);
    }
    if (allCounts.size() > all.size()) {
      List<String> others = new ArrayList<>(allCounts.keySet());
      others.removeAll(all.keySet());
      others.sort(AS_NUMBERS);
      throw lacking(countsKey, mapKey, others.get(0));
    }
  }

  private <V> Map<String, V> required(@Nullable Map<String, V> map, String key)
      throws MalformedReportException {
    if (map == null) {
      throw cursor.wrong("the key " + key + " was expected but is missing");
    }
    return map;
  }

  private MalformedReportException lacking(String there, String notThere, String id) {
    return cursor.wrong(
        "%s has the id %s, which was expected in %s but is missing there"
            .formatted(there, Excerpt.of(id), notThere));
  }

  /** The place of an entry, for messages. */
  String place(String id) {
    return cursor.place() + "." + mapKey + "[" + Excerpt.of(id) + "]";
  }
}
