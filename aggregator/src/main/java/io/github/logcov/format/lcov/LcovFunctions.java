package io.github.logcov.format.lcov;

import io.github.logcov.format.FunctionNames;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FunctionId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private static final String SCHEME = "";

  private final CoverageLimits limits;
  private final FunctionNames names = new FunctionNames(SCHEME);
  private final Map<String, Named> byName = new LinkedHashMap<>();

  /** Number of a group of names (FNL) -> the line where its function begins. */
  private final Map<Long, Integer> groups = new HashMap<>();

  private boolean measured;
  private long held;

  /** All that stands under one name, in the order in which it came. */
  private static final class Named {
    private int[] lines = new int[1];
    private int defined;
    private long[] counts = new long[1];
    private int counted;
    private boolean grouped;

    void line(int line) {
      if (defined == lines.length) {
        lines = Arrays.copyOf(lines, 2 * defined);
      }
      lines[defined++] = line;
    }

    void count(long hits) {
      if (counted == counts.length) {
        counts = Arrays.copyOf(counts, 2 * counted);
      }
      counts[counted++] = hits;
    }

    boolean isOnOneLine() {
      for (int i = 1; i < defined; i++) {
        if (lines[i] != lines[0]) {
          return false;
        }
      }
      return true;
    }
  }

  LcovFunctions(CoverageLimits limits) {
    this.limits = limits;
  }

  /** Begins the next section. */
  void reset() {
    names.clear();
    byName.clear();
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

  /** {@code FN}: a function of that name begins on that line. */
  void define(String name, int line) {
    named(name).line(line);
  }

  /** {@code FNDA}: it ran so often. */
  void count(String name, long hits) {
    named(name).count(hits);
  }

  /** {@code FNL}: false when there is such a number already. */
  boolean group(long number, int line) {
    measured = true;
    limits.checkUnits(++held);
    return groups.putIfAbsent(number, line) == null;
  }

  /** {@code FNA}: false when there is no such number. */
  boolean alias(long number, String name, long hits) {
    Integer line = groups.get(number);
    if (line == null) {
      return false;
    }
    Named named = named(name);
    named.line(line);
    named.count(hits);
    named.grouped = true;
    return true;
  }

  private Named named(String name) {
    measured = true;
    limits.checkUnits(++held);
    return byName.computeIfAbsent(name, key -> new Named());
  }

  /** Tells the functions of the section, which ends, to its file and to its totals. */
  void tell(FactsBuilder facts, LcovTotals totals, String place, Warnings warnings) {
    byName.forEach(
        (name, named) -> {
          totals.functionRecords(named.defined, named.counted);
          boolean each = named.counted == named.defined || named.counted == 0;
          if (each && !named.isOnOneLine()) {
            // Istanbul lists functions of one name in the same order twice; Firefox leaves out
            // counts of what did not run.
            for (int i = 0; i < named.defined; i++) {
              long hits = named.counted == 0 ? 0 : named.counts[i];
              tell(facts, totals, name, named.lines[i], hits, named.grouped);
            }
            return;
          }
          if (named.defined == 0) {
            warnings.add(
                "FN", place, "FNDA without FN, so where these functions begin is not known");
          } else if (!named.isOnOneLine()) {
            warnings.add(
                "FNDA",
                place,
                "several FN and another number of FNDA have one name, so they are read as one"
                    + " function");
          }
          long hits = 0;
          for (int i = 0; i < named.counted; i++) {
            hits = Math.max(hits, hits + named.counts[i]);
          }
          tell(facts, totals, name, named.defined == 0 ? 0 : named.lines[0], hits, named.grouped);
        });
  }

  private void tell(
      FactsBuilder facts, LcovTotals totals, String name, int line, long hits, boolean grouped) {
    FunctionId id = names.of(name, line);
    facts.function(id, line, hits);
    totals.function(line, id.hashCode(), hits > 0);
    if (grouped) {
      facts.functionAliases(line);
    }
  }
}
