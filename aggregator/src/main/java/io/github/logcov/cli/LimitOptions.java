package io.github.logcov.cli;

import picocli.CommandLine.Option;

/** Bounds on everything that hostile input could make grow. */
final class LimitOptions {
  @Option(
      names = "--max-report-bytes",
      paramLabel = "N",
      description = "Bytes of one unpacked report (default: ${DEFAULT-VALUE}).")
  long maxReportBytes = 512L << 20;

  @Option(
      names = "--max-payloads",
      paramLabel = "N",
      description = "Payloads in one log (default: ${DEFAULT-VALUE}).")
  int maxPayloads = 1_000;

  @Option(
      names = "--max-line",
      paramLabel = "N",
      description = "Largest line number (default: ${DEFAULT-VALUE}).")
  int maxLine = 10_000_000;

  @Option(
      names = "--max-arms",
      paramLabel = "N",
      description = "Arms, that is branch outcomes, of one line (default: ${DEFAULT-VALUE}).")
  int maxArms = 10_000;

  @Option(
      names = "--max-units",
      paramLabel = "N",
      description = "Lines and arms of the whole union (default: ${DEFAULT-VALUE}).")
  long maxUnits = 50_000_000L;

  @Option(
      names = "--max-files",
      paramLabel = "N",
      description = "Source files in the union (default: ${DEFAULT-VALUE}).")
  int maxFiles = 1_000_000;

  @Option(
      names = "--max-depth",
      paramLabel = "N",
      description = "Depth of XML elements and JSON values (default: ${DEFAULT-VALUE}).")
  int maxDepth = 200;

  @Option(
      names = "--max-string",
      paramLabel = "N",
      description = "Bytes of one attribute or string (default: ${DEFAULT-VALUE}).")
  int maxString = 1 << 20;

  @Option(
      names = "--max-path",
      paramLabel = "N",
      description = "Bytes of one path (default: ${DEFAULT-VALUE}).")
  int maxPath = 4_096;
}
