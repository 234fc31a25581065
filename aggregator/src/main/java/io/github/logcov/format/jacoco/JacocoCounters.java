package io.github.logcov.format.jacoco;

import io.github.logcov.format.Excerpt;
import io.github.logcov.format.Warnings;
import io.github.logcov.format.XmlCursor;
import org.jspecify.annotations.Nullable;

/** What the {@code <counter>}s of one element claim beside what the lines in it say. */
final class JacocoCounters {
  private static final int NONE = -1;

  private final String element;
  private final String name;
  private String place = "";
  private int claimedMissedLines = NONE;
  private int claimedLines = NONE;
  private int claimedMissedArms = NONE;
  private int claimedArms = NONE;
  private int claimedMissedMethods = NONE;
  private int claimedMethods = NONE;
  private long missedLines;
  private long coveredLines;
  private long missedArms;
  private long coveredArms;
  private long missedMethods;
  private long coveredMethods;

  JacocoCounters(String element, String name) {
    this.element = element;
    this.name = name;
  }

  /** Reads {@code <counter type missed covered>}; what is no number is no claim. */
  void claim(XmlCursor cursor) {
    String type = String.valueOf(cursor.attribute("type"));
    if (type.equals("LINE")) {
      claimedMissedLines = claimed(cursor.attribute("missed"));
      claimedLines = claimed(cursor.attribute("covered"));
    } else if (type.equals("BRANCH")) {
      claimedMissedArms = claimed(cursor.attribute("missed"));
      claimedArms = claimed(cursor.attribute("covered"));
    } else if (type.equals("METHOD") && !element.equals("sourcefile")) {
      claimedMissedMethods = claimed(cursor.attribute("missed"));
      claimedMethods = claimed(cursor.attribute("covered"));
    } else {
      return;
    }
    place = cursor.place();
  }

  private static int claimed(@Nullable String text) {
    return text == null ? NONE : number(text);
  }

  void line(boolean covered) {
    missedLines += covered ? 0 : 1;
    coveredLines += covered ? 1 : 0;
  }

  void arms(int missed, int covered) {
    missedArms += missed;
    coveredArms += covered;
  }

  /** Methods stand in the classes of a package, not in its source files. */
  void method(boolean covered) {
    missedMethods += covered ? 0 : 1;
    coveredMethods += covered ? 1 : 0;
  }

  /** Adds what an element inside says. */
  void add(JacocoCounters inside) {
    missedLines += inside.missedLines;
    coveredLines += inside.coveredLines;
    missedArms += inside.missedArms;
    coveredArms += inside.coveredArms;
    missedMethods += inside.missedMethods;
    coveredMethods += inside.coveredMethods;
  }

  void check(Warnings warnings) {
    check("LINE", claimedMissedLines, claimedLines, missedLines, coveredLines, warnings);
    check("BRANCH", claimedMissedArms, claimedArms, missedArms, coveredArms, warnings);
    // A writer may leave out the classes.
    if (missedMethods + coveredMethods > 0) {
      check(
          "METHOD", claimedMissedMethods, claimedMethods, missedMethods, coveredMethods, warnings);
    }
  }

  private void check(
      String type, int claimedMissed, int claimed, long missed, long covered, Warnings warnings) {
    if (claimedMissed == NONE || claimed == NONE || claimedMissed == missed && claimed == covered) {
      return;
    }
    String what = type.equals("METHOD") ? "methods" : "lines";
    warnings.add(
        type + element,
        place,
        "the counter %s of <%s>%s (%d missed, %d covered) and its %s disagree (%d missed, %d covered); the %s count"
            .formatted(
                type,
                element,
                name.isEmpty() ? "" : " " + Excerpt.of(name),
                claimedMissed,
                claimed,
                what,
                missed,
                covered,
                what));
  }

  /** The value of digits, {@link Integer#MAX_VALUE} when beyond; -1 when it is no number. */
  static int number(String text) {
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      value = Math.min(value * 10 + digit, Integer.MAX_VALUE);
    }
    return text.isEmpty() ? NONE : (int) value;
  }
}
