package io.github.logcov.model;

/**
 * A source file of which a tool tells what ran by probes: edges of its control flow, a bit for
 * each. What was covered by these is worked out for up to {@value #RUNS} runs at once, at the cost
 * of one: each has a bit of its own in every word.
 */
public interface ProbedSource {
  /** So many runs at once, one for each bit of a word. */
  int RUNS = Long.SIZE;

  /**
   * What was covered.
   *
   * @param probes of each probe, and maybe some behind them, the runs that executed it: bit {@code
   *     i} of the word is run {@code i}
   */
  Covered covered(long[] probes);

  /**
   * Of each statement line, arm and function the runs that covered it, as for {@code probes}.
   *
   * @param lines ascending
   * @param arms by line, then by id
   * @param functions first those that are known by name alone, by id; then by line, then by id
   */
  record Covered(long[] lines, long[] arms, long[] functions) {
    /**
     * Adds to {@code counts} by how many runs each was covered.
     *
     * @throws IllegalArgumentException when these are counts of more or fewer
     */
    void countInto(Covered counts) {
      count(lines, counts.lines);
      count(arms, counts.arms);
      count(functions, counts.functions);
    }

    private static void count(long[] runs, long[] counts) {
      if (runs.length != counts.length) {
        throw new IllegalArgumentException(runs.length + " answers for " + counts.length);
      }
      for (int i = 0; i < counts.length; i++) {
        counts[i] += Long.bitCount(runs[i]);
      }
    }
  }
}
