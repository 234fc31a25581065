package io.github.logcov.format.istanbul;

import io.github.logcov.format.Excerpt;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.CoverageLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map of things by id, and their counts, which come under another key: {@code statementMap} and
 * {@code s}, {@code fnMap} and {@code f}, {@code branchMap} and {@code b}.
 */
final class Counted<T> {
  private final JsonCursor cursor;
  private final CoverageLimits limits;
  private final String mapKey;
  private final String countsKey;
  private @Nullable List<Of<T>> things;
  private @Nullable List<Of<long[]>> counts;

  /** The array that is read, up to its size. */
  private long[] array = new long[8];

  private int size;

  /** Whether the counts were found to be those of the things, and both are in order. */
  private boolean joined;

  /** What an id stands for. */
  private record Of<V>(String id, V value) {
    /** Ids are numbers, ascending as Istanbul writes them, also where the keys were sorted. */
    int compareTo(Of<?> other) {
      int longer = id.length() - other.id.length();
      return longer != 0 ? longer : id.compareTo(other.id);
    }
  }

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
    List<Of<T>> read = new ArrayList<>();
    cursor.object(
        id -> {
          limits.checkUnits(read.size());
          read.add(new Of<>(id, thing.read()));
        });
    things = read;
  }

  /** Reads one count for each id, or an array of them. */
  void readCounts(boolean arrays, Warnings warnings) throws MalformedReportException, IOException {
    List<Of<long[]>> read = new ArrayList<>();
    cursor.object(
        id -> {
          limits.checkUnits(read.size());
          read.add(new Of<>(id, arrays ? array(warnings) : new long[] {count(warnings)}));
        });
    counts = read;
  }

  private long[] array(Warnings warnings) throws MalformedReportException, IOException {
    size = 0;
    cursor.array(
        () -> {
          limits.checkUnits(size);
          if (size == array.length) {
            array = Arrays.copyOf(array, 2 * size);
          }
          array[size++] = count(warnings);
        });
    return Arrays.copyOf(array, size);
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
    List<Of<T>> all = required(things, mapKey);
    List<Of<long[]>> allCounts = required(counts, countsKey);
    if (!joined) {
      all.sort(Of::compareTo);
      allCounts.sort(Of::compareTo);
      requireSameIds(all, allCounts);
      joined = true;
    }
    for (int i = 0; i < all.size(); i++) {
      Of<T> thing = all.get(i);
      visitor.visit(thing.id, thing.value, allCounts.get(i).value);
    }
  }

  private void requireSameIds(List<Of<T>> all, List<Of<long[]>> allCounts)
      throws MalformedReportException {
    String withoutThing = null;
    int next = 0;
    for (Of<T> thing : all) {
      while (next < allCounts.size() && allCounts.get(next).compareTo(thing) < 0) {
        withoutThing = withoutThing == null ? allCounts.get(next).id : withoutThing;
        next++;
      }
      if (next == allCounts.size() || allCounts.get(next).compareTo(thing) != 0) {
        throw lacking(mapKey, countsKey, thing.id);
      }
      next++;
    }
    if (withoutThing == null && next < allCounts.size()) {
      withoutThing = allCounts.get(next).id;
    }
    if (withoutThing != null) {
      throw lacking(countsKey, mapKey, withoutThing);
    }
  }

  private <V> List<V> required(@Nullable List<V> list, String key) throws MalformedReportException {
    if (list == null) {
      throw cursor.wrong("the key " + key + " was expected but is missing");
    }
    return list;
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
