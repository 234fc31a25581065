package io.github.logcov.format.cobertura;

import io.github.logcov.format.Warnings;
import io.github.logcov.format.XmlCursor;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import io.github.logcov.model.Totals;
import java.util.Collection;
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
    return text == null ? NONE : Digits.of(text);
  }

  void line(boolean hit) {
    lines++;
    hitLines += hit ? 1 : 0;
  }

  void arms(Arms of) {
    arms += of.total();
    coveredArms += of.covered();
  }

  /**
   * Compares. A claim is true when it counts the lines of all classes, as most producers do, or
   * when it counts those of the files, where classes that share a file and a line are united.
   */
  void check(Collection<FileFacts> files, CoverageLimits limits, Warnings warnings) {
    boolean linesAgree = matches(linesCovered, hitLines) && matches(linesValid, lines);
    boolean armsAgree = matches(branchesCovered, coveredArms) && matches(branchesValid, arms);
    if (linesAgree && armsAgree) {
      return;
    }
    Totals united = united(files, limits);
    if (!linesAgree && !agree(linesCovered, linesValid, united.line())) {
      warn("lines", linesCovered, linesValid, hitLines, lines, warnings);
    }
    if (!armsAgree && !agree(branchesCovered, branchesValid, united.branch())) {
      warn("branches", branchesCovered, branchesValid, coveredArms, arms, warnings);
    }
  }

  private static Totals united(Collection<FileFacts> files, CoverageLimits limits) {
    CoverageUnion union = new CoverageUnion(limits);
    int number = 0;
    for (FileFacts facts : files) {
      union.add(new Session(""), new SourcePath(Integer.toString(number++)), facts);
    }
    return union.toCoverage().totals();
  }

  private static boolean agree(int covered, int valid, Ratio counted) {
    return matches(covered, counted.covered()) && matches(valid, counted.total());
  }

  private void warn(
      String what, int covered, int valid, long countedCovered, long counted, Warnings warnings) {
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
