package io.github.logcov.format.clover;

import io.github.logcov.format.Warnings;
import io.github.logcov.format.XmlFields;

/** What {@code <metrics>} claims of a file or project, and what its lines are. */
final class CloverTotals {
  private static final int NONE = -1;

  private final String what;
  private String place = "";
  private int statements;
  private int coveredStatements;
  private int conditionals;
  private int coveredConditionals;
  private int methods;
  private long lines;
  private long coveredLines;
  private long arms;
  private long coveredArms;
  private long countedMethods;

  CloverTotals(String what) {
    this.what = what;
    reset();
  }

  void reset() {
    statements = NONE;
    coveredStatements = NONE;
    conditionals = NONE;
    coveredConditionals = NONE;
    methods = NONE;
    lines = 0;
    coveredLines = 0;
    arms = 0;
    coveredArms = 0;
    countedMethods = 0;
  }

  void claim(String where, XmlFields fields) {
    place = where;
    statements = fields.claim("statements");
    coveredStatements = fields.claim("coveredstatements");
    conditionals = fields.claim("conditionals");
    coveredConditionals = fields.claim("coveredconditionals");
    methods = fields.claim("methods");
  }

  void line(boolean covered) {
    lines++;
    coveredLines += covered ? 1 : 0;
  }

  void arms(long total, long covered) {
    arms += total;
    coveredArms += covered;
  }

  void method() {
    countedMethods++;
  }

  void check(Warnings warnings) {
    check("statements", coveredStatements, statements, coveredLines, lines, warnings);
    check("conditionals", coveredConditionals, conditionals, coveredArms, arms, warnings);
    // Istanbul counts functions and does not list them; for phpunit only full ones are covered.
    if (countedMethods > 0 && !matches(methods, countedMethods)) {
      warnings.add(
          what + "methods",
          place,
          "the metrics of <%s> (%d methods) disagree with its lines (%d); the lines count"
              .formatted(what, methods, countedMethods));
    }
  }

  private void check(
      String unit, int covered, int total, long countedCovered, long counted, Warnings warnings) {
    if (matches(covered, countedCovered) && matches(total, counted)) {
      return;
    }
    warnings.add(
        what + unit,
        place,
        "the metrics of <%s> (%s of %s %s) disagree with its lines (%d of %d); the lines count"
            .formatted(what, shown(covered), shown(total), unit, countedCovered, counted));
  }

  private static boolean matches(int claim, long count) {
    return claim == NONE || claim == count;
  }

  private static String shown(int claim) {
    return claim == NONE ? "?" : Integer.toString(claim);
  }
}
