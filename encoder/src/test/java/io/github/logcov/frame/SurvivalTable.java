package io.github.logcov.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Prints the table of docs/frames.md: the share of payloads that come back whole from a damaged
 * log.
 */
final class SurvivalTable {
  private static final int[] SIZES = {10, 100, 1_000};
  private static final int[] PARITIES = {16, 8, 4};
  private static final double[] SHARES = {0.01, 0.02, 0.05};
  private static final int RUN = 10;

  private SurvivalTable() {}

  public static void main(String[] args) {
    int trials = args.length == 0 ? 1_000 : Integer.parseInt(args[0]);
    System.out.println(
        "| data lines | parity | 1 % | 2 % | 5 % | 1 % in runs | 2 % in runs | 5 % in runs |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for (int size : SIZES) {
      for (int parity : PARITIES) {
        System.out.println(row(size, parity, trials));
      }
    }
  }

  private static String row(int size, int parity, int trials) {
    Random random = new Random(31L * size + parity);
    List<String> lines = Samples.lines(Samples.bytes(size, 81 * size), 0, parity);
    StringBuilder row = new StringBuilder("| " + size + " | " + parity + " |");
    for (int run : new int[] {1, RUN}) {
      for (double share : SHARES) {
        row.append(percent(lines, share, run, trials, random)).append(" |");
      }
    }
    return row.toString();
  }

  private static String percent(
      List<String> lines, double share, int run, int trials, Random random) {
    int whole = 0;
    for (int trial = 0; trial < trials; trial++) {
      List<Frame> frames = Samples.read(left(lines, share, run, random)).frames();
      whole += !frames.isEmpty() && frames.get(0).isWhole() ? 1 : 0;
    }
    return String.format(Locale.ROOT, " %.1f %%", 100.0 * whole / trials);
  }

  /** The lines without those that a run of damage met; a run may begin before the first line. */
  private static List<String> left(List<String> lines, double share, int run, Random random) {
    List<String> left = new ArrayList<>();
    int until = 1 - run;
    for (int i = 1 - run; i < lines.size(); i++) {
      if (random.nextDouble() < share / run) {
        until = i + run;
      }
      if (i >= Math.max(0, until)) {
        left.add(lines.get(i));
      }
    }
    return left;
  }
}
