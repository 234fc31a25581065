package io.github.logcov.model;

import java.util.Arrays;

/**
 * Level 1: decisions of which only counts are known, for the line and perhaps for each condition on
 * it. One row per (line, total, conditions), ascending; a line whose totals differ (two toolchains)
 * has several rows. Immutable.
 *
 * <p>A union can only be bounded: covered is at least what the best report covers and at most the
 * sum of all. Where conditions are counted each of them is bounded in that way, which is tighter.
 */
final class CountedArms extends Rows<CountedArms> {
  static final CountedArms NONE = new CountedArms(0);

  private static final int[] NOTHING = {};

  private final int[] lines;
  private final int[] totals;

  /** Number and total of each condition in turn; empty when the report counts the line alone. */
  private final int[][] conditions;

  /** The largest count of one report, of the line and of each condition. */
  private final int[] most;

  private final int[][] mostOf;

  /** The sum over all reports, at most the total, of the line and of each condition. */
  private final int[] sum;

  private final int[][] sumOf;

  private CountedArms(int size) {
    this(
        new int[size],
        new int[size],
        new int[size][],
        new int[size],
        new int[size][],
        new int[size],
        new int[size][]);
  }

  private CountedArms(
      int[] lines,
      int[] totals,
      int[][] conditions,
      int[] most,
      int[][] mostOf,
      int[] sum,
      int[][] sumOf) {
    this.lines = lines;
    this.totals = totals;
    this.conditions = conditions;
    this.most = most;
    this.mostOf = mostOf;
    this.sum = sum;
    this.sumOf = sumOf;
  }

  @Override
  int size() {
    return lines.length;
  }

  int line(int row) {
    return lines[row];
  }

  int total(int row) {
    return totals[row];
  }

  /** At least so many arms are covered. */
  int lower(int row) {
    return conditionTotal(row) > totals[row]
        ? most[row]
        : (int) Math.max(most[row], total(mostOf[row]));
  }

  /** At most so many arms are covered. */
  int upper(int row) {
    long elsewhere = totals[row] - conditionTotal(row);
    long byCondition = elsewhere < 0 ? totals[row] : total(sumOf[row]) + elsewhere;
    return (int) Math.max(lower(row), Math.min(sum[row], byCondition));
  }

  /** Each condition as {@code " number:covered/total"}. */
  String conditionsText(int row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < mostOf[row].length; i++) {
      int[] condition = conditions[row];
      text.append(' ').append(condition[2 * i]).append(':');
      text.append(mostOf[row][i]).append('/').append(condition[2 * i + 1]);
    }
    return text.toString();
  }

  private long conditionTotal(int row) {
    long total = 0;
    for (int i = 1; i < conditions[row].length; i += 2) {
      total += conditions[row][i];
    }
    return total;
  }

  private static long total(int[] counts) {
    long total = 0;
    for (int count : counts) {
      total += count;
    }
    return total;
  }

  CountedArms union(CountedArms other) {
    return union(this, other);
  }

  @Override
  void put(int at, CountedArms from, int row) {
    lines[at] = from.lines[row];
    totals[at] = from.totals[row];
    conditions[at] = from.conditions[row];
    most[at] = from.most[row];
    mostOf[at] = from.mostOf[row];
    sum[at] = from.sum[row];
    sumOf[at] = from.sumOf[row];
  }

  @Override
  void add(int at, CountedArms from, int row) {
    most[at] = Math.max(most[at], from.most[row]);
    sum[at] = Hits.bounded(sum[at], from.sum[row], totals[at]);
    if (conditions[at].length > 0) {
      mostOf[at] = mostOf[at].clone();
      sumOf[at] = sumOf[at].clone();
      for (int i = 0; i < mostOf[at].length; i++) {
        mostOf[at][i] = Math.max(mostOf[at][i], from.mostOf[row][i]);
        sumOf[at][i] = Hits.bounded(sumOf[at][i], from.sumOf[row][i], conditions[at][2 * i + 1]);
      }
    }
  }

  @Override
  int compare(int row, CountedArms other, int otherRow) {
    int order = Integer.compare(lines[row], other.lines[otherRow]);
    if (order == 0) {
      order = Integer.compare(totals[row], other.totals[otherRow]);
    }
    return order != 0 ? order : Arrays.compare(conditions[row], other.conditions[otherRow]);
  }

  @Override
  CountedArms resized(int size) {
    return new CountedArms(
        Arrays.copyOf(lines, size),
        Arrays.copyOf(totals, size),
        Arrays.copyOf(conditions, size),
        Arrays.copyOf(most, size),
        Arrays.copyOf(mostOf, size),
        Arrays.copyOf(sum, size),
        Arrays.copyOf(sumOf, size));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CountedArms arms
        && Arrays.equals(lines, arms.lines)
        && Arrays.equals(totals, arms.totals)
        && Arrays.deepEquals(conditions, arms.conditions)
        && Arrays.equals(most, arms.most)
        && Arrays.deepEquals(mostOf, arms.mostOf)
        && Arrays.equals(sum, arms.sum)
        && Arrays.deepEquals(sumOf, arms.sumOf);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(lines) + Arrays.hashCode(most)) + Arrays.hashCode(sum);
  }

  /** Takes decisions in any order; ascending ones are only appended. */
  static final class Columns {
    private CountedArms rows = new CountedArms(16);
    private int size;
    private boolean sorted = true;

    void add(int line, int total, int covered, int[] conditions, int[] totalOf, int[] coveredOf) {
      if (size == rows.lines.length) {
        rows = rows.resized(2 * size);
      }
      sorted &= size == 0 || line > rows.lines[size - 1];
      int[] shape = conditions.length == 0 ? NOTHING : new int[2 * conditions.length];
      for (int i = 0; i < conditions.length; i++) {
        shape[2 * i] = conditions[i];
        shape[2 * i + 1] = totalOf[i];
      }
      int[] counts = conditions.length == 0 ? NOTHING : coveredOf.clone();
      rows.lines[size] = line;
      rows.totals[size] = total;
      rows.conditions[size] = shape;
      rows.most[size] = covered;
      rows.sum[size] = covered;
      rows.mostOf[size] = counts;
      rows.sumOf[size++] = counts;
    }

    CountedArms build() {
      if (size == 0) {
        return NONE;
      }
      if (sorted) {
        return rows.resized(size);
      }
      return Rows.sorted(rows, RowOrder.of(rows.lines, size, (a, b) -> rows.compare(a, rows, b)));
    }
  }
}
