package io.github.logcov.model;

import java.util.Optional;

/**
 * Totals over files.
 *
 * @param line statement lines
 * @param branch arms, the lower bound of what is covered
 * @param branchUpper the upper bound of covered arms
 * @param combined lines and arms together (lower bound), as coverage.py counts
 * @param statement statements, where all reports measure them themselves (Go, Istanbul)
 * @param function functions, where all reports measure them
 */
public record Totals(
    Ratio line,
    Ratio branch,
    long branchUpper,
    Ratio combined,
    Optional<Ratio> statement,
    Optional<Ratio> function) {

  /** Totals of lines and arms. */
  public static Totals of(Ratio line, ArmBounds arms) {
    return new Totals(
        line,
        arms.ratio(),
        arms.upper(),
        line.plus(arms.ratio()),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with a number of functions. */
  Totals withFunctions(Optional<Ratio> measured) {
    return new Totals(line, branch, branchUpper, combined, statement, measured);
  }

  /** The same with a number of statements. */
  Totals withStatements(Optional<Ratio> measured) {
    return new Totals(line, branch, branchUpper, combined, measured, function);
  }
}
