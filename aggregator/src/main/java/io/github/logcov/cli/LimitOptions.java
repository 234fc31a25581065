package io.github.logcov.cli;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.model.CoverageLimits;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Bounds on everything that hostile input could make grow. */
final class LimitOptions {
  @Option(
      names = "--max-report-bytes",
      paramLabel = "N",
      converter = Whole.class,
      description = "Bytes of one unpacked report (default: ${DEFAULT-VALUE}).")
  long maxReportBytes = 512L << 20;

  @Option(
      names = "--max-payloads",
      paramLabel = "N",
      converter = SmallWhole.class,
      description = "Payloads in one log (default: ${DEFAULT-VALUE}).")
  int maxPayloads = 1_000;

  @Option(
      names = "--max-line",
      paramLabel = "N",
      converter = SmallWhole.class,
      description = "Largest line number (default: ${DEFAULT-VALUE}).")
  int maxLine = 10_000_000;

  @Option(
      names = "--max-arms",
      paramLabel = "N",
      converter = SmallWhole.class,
      description = "Arms, that is branch outcomes, of one line (default: ${DEFAULT-VALUE}).")
  int maxArms = 10_000;

  @Option(
      names = "--max-units",
      paramLabel = "N",
      converter = Whole.class,
      description = "Lines, arms and functions of the whole union (default: ${DEFAULT-VALUE}).")
  long maxUnits = 50_000_000L;

  @Option(
      names = "--max-files",
      paramLabel = "N",
      converter = SmallWhole.class,
      description = "Source files in the union (default: ${DEFAULT-VALUE}).")
  int maxFiles = 1_000_000;

  @Option(
      names = "--max-depth",
      paramLabel = "N",
      converter = SmallWhole.class,
      description = "Depth of XML elements and JSON values (default: ${DEFAULT-VALUE}).")
  int maxDepth = 200;

  @Option(
      names = "--max-string",
      paramLabel = "N",
      converter = SmallWhole.class,
      description = "Bytes of one attribute or string (default: ${DEFAULT-VALUE}).")
  int maxString = 1 << 20;

  @Option(
      names = "--max-path",
      paramLabel = "N",
      converter = SmallWhole.class,
      description = "Bytes of one path (default: ${DEFAULT-VALUE}).")
  int maxPath = 4_096;

  /** The bounds of the union. */
  CoverageLimits coverage() {
    return new CoverageLimits(maxLine, maxArms, maxFiles, maxUnits);
  }

  /** The bounds of a report. */
  FormatLimits formats() {
    return new FormatLimits(coverage(), maxDepth, maxString, maxPath);
  }

  /** A bound: 1 or more, since 0 would refuse everything. */
  static final class Whole implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      return whole(value, Long.MAX_VALUE);
    }

    private static long whole(String value, long most) {
      try {
        long number = Long.parseLong(value);
        if (number >= 1 && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Said below, in the same words as for a number out of range.
      }
      throw new TypeConversionException(
          "must be a whole number from 1 to " + most + ", but was \"" + value + "\"");
    }
  }

  /** A bound that fits an {@code int}. */
  static final class SmallWhole implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return Math.toIntExact(Whole.whole(value, Integer.MAX_VALUE));
    }
  }
}
