package io.github.logcov.format.lcov;

import io.github.logcov.format.FunctionNames;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FunctionId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The functions of the section that is open: kept until it ends, since {@code FNDA} gives counts by
 * name, and the lines stand in {@code FN}.
 *
 * <p>A function is known by name and line. {@code FN} of several names on one line are several
 * functions, as lcov 1 and 2.0 count them (instances of a template); {@code FNA} of one line are
 * names of one function, as lcov counts since 2.2.
 */
final class LcovFunctions {
  /** Maps and rows with more are made anew for the next section, not emptied. */
  private static final int MOST_KEPT = 1 << 12;

  private final CoverageLimits limits;
  private final SharedNames shared;
  private final FunctionNames names = new FunctionNames("");
  private Map<FunctionName, NamedFunction> byName = new HashMap<>();

  /** The functions in the order in which they came first; behind them, those of other sections. */
  private NamedFunction[] rows = {};

  private int size;

  /** Where the next FNDA is expected: behind its FN, or behind the last FNDA in the same order. */
  private int last;

  /** Number of a group of names (FNL) -> the line where its function begins. */
  private final Map<Long, Integer> groups = new HashMap<>();

  private boolean measured;
  private long held;

  LcovFunctions(CoverageLimits limits, SharedNames shared) {
    this.limits = limits;
    this.shared = shared;
  }

  /** Begins the next section. */
  void reset() {
    names.clear();
    if (size > MOST_KEPT) {
      byName = new HashMap<>();
      rows = new NamedFunction[0];
    }
    byName.clear();
    size = 0;
    last = 0;
    groups.clear();
    held = 0;
  }

  /** Whether the report has said anything of functions so far. */
  boolean areMeasured() {
    return measured;
  }

  /** Says that the report measures functions, though it may have none. */
  void measured() {
    measured = true;
  }

  /** So many records may be read, at least, before a bound is passed. */
  long room() {
    return limits.maxUnits() - held;
  }

  /** {@code FN}: a function begins on that line; its name is what stands between two indexes. */
  void define(byte[] bytes, int from, int to, int line) {
    hold();
    named(bytes, from, to).line(line);
  }

  /** {@code FNDA}: the function of the name between two indexes ran so often. */
  void count(byte[] bytes, int from, int to, long hits) {
    hold();
    expected(bytes, from, to).count(hits);
  }

  /** {@code FNL}: false when there is such a number already. */
  boolean group(long number, int line) {
    hold();
    return groups.putIfAbsent(number, line) == null;
  }

  /** {@code FNA}: false when there is no such number. */
  boolean alias(long number, byte[] bytes, int from, int to, long hits) {
    Integer line = groups.get(number);
    if (line == null) {
      return false;
    }
    hold();
    NamedFunction named = named(bytes, from, to);
    named.line(line);
    named.count(hits);
    named.group();
    return true;
  }

  private void hold() {
    measured = true;
    limits.checkUnits(++held);
  }

  private NamedFunction expected(byte[] bytes, int from, int to) {
    for (int row = last; row < Math.min(size, last + 2); row++) {
      if (rows[row].name().is(bytes, from, to)) {
        last = row;
        return rows[row];
      }
    }
    return named(bytes, from, to);
  }

  private NamedFunction named(byte[] bytes, int from, int to) {
    FunctionName name = shared.of(bytes, from, to);
    NamedFunction named = byName.get(name);
    if (named == null) {
      named = next(name);
      byName.put(name, named);
    }
    last = named.row();
    return named;
  }

  private NamedFunction next(FunctionName name) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 16 + 2 * size);
    }
    NamedFunction named = rows[size];
    if (named == null) {
      named = new NamedFunction(name, size);
      rows[size] = named;
    } else {
      named.reset(name);
    }
    size++;
    return named;
  }

  /** Tells the functions of the section, which ends, to its file and to its totals. */
  void tell(FactsBuilder facts, LcovTotals totals, String place, Warnings warnings) {
    for (int row = 0; row < size; row++) {
      NamedFunction named = rows[row];
      int defined = named.defined();
      int counted = named.counted();
      totals.functionRecords(defined, counted);
      boolean onOneLine = named.isOnOneLine();
      if (!onOneLine && (counted == defined || counted == 0)) {
        // Istanbul lists functions of one name in the same order twice; Firefox leaves out counts
        // of what did not run.
        for (int i = 0; i < defined; i++) {
          tell(facts, totals, named, named.lineAt(i), named.hitsAt(i));
        }
        continue;
      }
      if (defined == 0) {
        warnings.add("FN", place, "FNDA without FN, so where these functions begin is not known");
      } else if (!onOneLine) {
        warnings.add(
            "FNDA",
            place,
            "several FN and another number of FNDA have one name, so they are read as one"
                + " function");
      }
      tell(facts, totals, named, named.lineAt(0), named.hits());
    }
  }

  private void tell(
      FactsBuilder facts, LcovTotals totals, NamedFunction named, int line, long hits) {
    FunctionId id = names.of(named.name().id(), line);
    facts.function(id, line, hits);
    totals.function(line, id.hashCode(), hits > 0);
    if (named.isGrouped()) {
      facts.functionAliases(line);
    }
  }
}
