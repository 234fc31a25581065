package io.github.logcov.summary;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.model.Ratio;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which files a summary lists, and in which order.
 *
 * @param shown which
 * @param order in which order; files that are equal in it by path
 */
public record FileView(Shown shown, Order order) {
  /** Files with something missed, by path. */
  public static final FileView DEFAULT = new FileView(Shown.MISSED, Order.PATH);

  /** Which files are listed. */
  public enum Shown {
    /** Those that miss a line or a branch. */
    MISSED,
    /** All of them. */
    ALL,
    /** None. */
    NONE;

    /** The word on the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** In which order files are listed. */
  public enum Order {
    /** By path. */
    PATH(Comparator.comparing(FileRow::path)),
    /** Most missed lines first, then most missed branches. */
    MISSED(
        Comparator.comparingLong((FileRow row) -> -row.lines().missed())
            .thenComparingLong(row -> -row.branches().missed())),
    /** Lowest percentage of lines first, then of branches; files without any last. */
    PERCENT(
        Comparator.comparing(FileRow::lines, Order::compare)
            .thenComparing(FileRow::branches, Order::compare));

    private final Comparator<FileRow> comparator;

    Order(Comparator<FileRow> comparator) {
      this.comparator = comparator;
    }

    /** The word on the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** On integers, as thresholds are. */
    private static int compare(Ratio a, Ratio b) {
      if (a.total() == 0 || b.total() == 0) {
        return Boolean.compare(a.total() == 0, b.total() == 0);
      }
      return BigInteger.valueOf(a.covered())
          .multiply(BigInteger.valueOf(b.total()))
          .compareTo(BigInteger.valueOf(b.covered()).multiply(BigInteger.valueOf(a.total())));
    }
  }

  /** The files as rows. */
  List<FileRow> rows(Outcome outcome) {
    if (shown == Shown.NONE) {
      return List.of();
    }
    return outcome.coverage().files().entrySet().stream()
        .map(file -> FileRow.of(file.getKey(), file.getValue()))
        .filter(row -> shown == Shown.ALL || row.misses())
        .sorted(order.comparator.thenComparing(FileRow::path))
        .toList();
  }
}
