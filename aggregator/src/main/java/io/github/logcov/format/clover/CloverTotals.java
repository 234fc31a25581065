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
  private long lines;
  private long coveredLines;
  private long arms;
  private long coveredArms;

  CloverTotals(String what) {
    this.what = what;
    reset();
  }

  void reset() {
    statements = NONE;
    coveredStatements = NONE;
    conditionals = NONE;
    coveredConditionals = NONE;
    lines = 0;
    coveredLines = 0;
    arms = 0;
    coveredArms = 0;
  }

  void claim(String where, XmlFields fields) {
    place = where;
    statements = fields.claim("statements");
    coveredStatements = fields.claim("coveredstatements");
    conditionals = fields.claim("conditionals");
    coveredConditionals = fields.claim("coveredconditionals");
  }

  void line(boolean covered) {
    lines++;
    coveredLines += covered ? 1 : 0;
  }

  void arms(long total, long covered) {
    arms += total;
    coveredArms += covered;
  }

  void check(Warnings warnings) {
    check("statements", coveredStatements, statements, coveredLines, lines, warnings);
    check("conditionals", coveredConditionals, conditionals, coveredArms, arms, warnings);
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
