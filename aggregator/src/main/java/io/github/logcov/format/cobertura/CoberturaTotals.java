package io.github.logcov.format.cobertura;

import io.github.logcov.format.Warnings;
import io.github.logcov.format.XmlCursor;
import org.jspecify.annotations.Nullable;

/** The totals the root claims beside what the lines say. */
final class CoberturaTotals {
  private static final int NONE = -1;

  private String place = "";
  private int linesValid = NONE;
  private int linesCovered = NONE;
  private int branchesValid = NONE;
  private int branchesCovered = NONE;
  private long lines;
  private long hitLines;
  private long arms;
  private long coveredArms;

  /** Reads the attributes of the root; what is no number is no claim. */
  void claim(XmlCursor cursor) {
    place = cursor.place();
    linesValid = number(cursor.attribute("lines-valid"));
    linesCovered = number(cursor.attribute("lines-covered"));
    branchesValid = number(cursor.attribute("branches-valid"));
    branchesCovered = number(cursor.attribute("branches-covered"));
  }

  private static int number(@Nullable String text) {
    return text == null ? NONE : CoberturaLine.positiveInt(text);
  }

  void line(boolean hit) {
    lines++;
    hitLines += hit ? 1 : 0;
  }

  void arms(Arms of) {
    arms += of.total();
    coveredArms += of.covered();
  }

  void check(Warnings warnings) {
    check("lines", linesCovered, linesValid, hitLines, lines, warnings);
    check("branches", branchesCovered, branchesValid, coveredArms, arms, warnings);
  }

  private void check(
      String what, int covered, int valid, long countedCovered, long counted, Warnings warnings) {
    if (matches(covered, countedCovered) && matches(valid, counted)) {
      return;
    }
    warnings.add(
        what,
        place,
        "the totals of <coverage> ("
            + claim(covered)
            + " of "
            + claim(valid)
            + " "
            + what
            + ") disagree with its lines ("
            + countedCovered
            + " of "
            + counted
            + "); the lines count");
  }

  private static String claim(int number) {
    return number == NONE ? "?" : Integer.toString(number);
  }

  private static boolean matches(int claim, long count) {
    return claim == NONE || claim == count;
  }
}
