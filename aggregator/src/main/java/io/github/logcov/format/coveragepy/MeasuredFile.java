package io.github.logcov.format.coveragepy;

import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.FactsBuilder;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** One entry of {@code files}: read, checked, told as facts. */
final class MeasuredFile {
  private final JsonCursor cursor;
  private final CoverageLimits limits;
  private final Measured lines;
  private final Measured arms;
  private final SortedNumbers excluded;
  private final Set<String> seen = new HashSet<>();

  /** A line that arcs may start from, the last one seen: those of one line stand together. */
  private int lastStart;

  MeasuredFile(JsonCursor cursor, CoverageLimits limits) {
    this.cursor = cursor;
    this.limits = limits;
    lines = new Measured("lines", limits);
    arms = new Measured("branches", limits);
    excluded = new SortedNumbers(limits);
  }

  /** Reads the entry the cursor stands on. */
  void read() throws MalformedReportException, IOException {
    cursor.object(
        key -> {
          seen.add(key);
          switch (key) {
            // Some Pythons say that an empty file ran on line 0, and so do reports.
            case "executed_lines" -> lines(lines.executed, 0);
            case "missing_lines" -> lines(lines.missing, 1);
            case "excluded_lines" -> lines(excluded, 0);
            case "executed_branches" -> arcs(arms.executed);
            case "missing_branches" -> arcs(arms.missing);
            case "summary" -> Counts.read(cursor, lines.claim, arms.claim);
            default -> cursor.skip();
          }
        });
  }

  /** Whether the summary counts branches. */
  boolean measuresBranches() {
    return arms.claim.total != Counts.UNKNOWN;
  }

  /**
   * Checks what belongs together, tells it to {@code facts}, and adds it to the sums; the cursor
   * stands on the entry still.
   */
  void tell(FactsBuilder facts, Sums sums, Warnings warnings) throws MalformedReportException {
    for (String key : new String[] {"executed_lines", "missing_lines", "summary"}) {
      if (!seen.contains(key)) {
        throw cursor.wrong("the key " + key + " was expected but is missing");
      }
    }
    if (lines.claim.total == Counts.UNKNOWN) {
      throw new MalformedReportException(
          cursor.place() + ".summary", "the key num_statements was expected but is missing");
    }
    lines.requireApart(cursor, line -> "line " + line);
    tellLines(facts, sums, warnings);
    boolean executedNamed = seen.contains("executed_branches");
    boolean missingNamed = seen.contains("missing_branches");
    if (executedNamed != missingNamed) {
      String lacking = executedNamed ? "missing_branches" : "executed_branches";
      throw cursor.wrong("the key " + lacking + " was expected but is missing");
    }
    if (executedNamed && !measuresBranches()) {
      throw new MalformedReportException(
          cursor.place() + ".summary", "the key num_branches was expected but is missing");
    }
    if (executedNamed) {
      arms.requireApart(cursor, arc -> "branch " + arcText(arc));
      tellArcs(facts, sums, warnings);
    } else if (measuresBranches()) {
      withoutNames(sums, warnings);
    }
  }

  private void tellLines(FactsBuilder facts, Sums sums, Warnings warnings) {
    int total = lines.total(cursor, warnings, false);
    facts.statements(total);
    for (long line : lines.missing.toArray()) {
      facts.line((int) line, 0);
    }
    // Where all that ran is needed to make up the number of statements, all of it is statements.
    int candidates = excluded.lacks(lines.executed) - (lines.executed.contains(0) ? 1 : 0);
    boolean named = candidates + lines.missing.size() == total;
    for (long line : lines.executed.toArray()) {
      if (line == 0) {
        continue;
      }
      if (named && !excluded.contains(line)) {
        facts.line((int) line, 1);
      } else {
        facts.executed((int) line);
      }
    }
    sums.lines(total, lines.missing.size());
  }

  private void tellArcs(FactsBuilder facts, Sums sums, Warnings warnings) {
    // Of lines marked "pragma: no branch" no arm is ever missing; they count, and count as covered.
    int total = arms.total(cursor, warnings, true);
    facts.fileArms(total);
    for (long arc : arms.missing.toArray()) {
      strangeStart(arc, warnings);
      facts.missingArc(from(arc), to(arc));
    }
    for (long arc : arms.executed.toArray()) {
      strangeStart(arc, warnings);
      facts.executedArc(from(arc), to(arc));
    }
    sums.arms(total, arms.missing.size());
  }

  /** Harmless, since the totals do not depend on it; but coverage.py writes nothing like it. */
  private void strangeStart(long arc, Warnings warnings) {
    int line = from(arc);
    if (line == lastStart) {
      return;
    }
    if (lines.executed.contains(line) || lines.missing.contains(line) || excluded.contains(line)) {
      lastStart = line;
    } else {
      warnings.add(
          "start",
          cursor.place(),
          "branch "
              + arcText(arc)
              + " starts from a line that is neither executed nor missing nor excluded");
    }
  }

  private void withoutNames(Sums sums, Warnings warnings) {
    sums.armsWithoutNames();
    if (arms.claim.total > 0) {
      warnings.add(
          "names",
          cursor.place(),
          "its "
              + arms.claim.total
              + " branches are left out, since coverage.py before 6.5 does not name branches in"
              + " JSON; send coverage.xml instead, or update coverage.py");
    }
  }

  private void lines(SortedNumbers into, int least) throws MalformedReportException, IOException {
    cursor.array(() -> into.add(line("a line number", least)));
  }

  private int line(String expected, int least) throws MalformedReportException, IOException {
    long line = cursor.wholeNumber(expected);
    if (line < least) {
      throw cursor.notExpected(expected, Long.toString(line));
    }
    limits.checkLine(line);
    return (int) line;
  }

  private void arcs(SortedNumbers into) throws MalformedReportException, IOException {
    int[] ends = new int[2];
    int[] count = {0};
    JsonCursor.Element end =
        () -> {
          if (count[0] == 0) {
            ends[0] = line("the line a branch starts from", 1);
          } else if (count[0] == 1) {
            ends[1] = destination();
          } else {
            throw cursor.wrong("a branch is [from, to], but here is a third value");
          }
          count[0]++;
        };
    cursor.array(
        () -> {
          count[0] = 0;
          cursor.array(end);
          if (count[0] < 2) {
            throw cursor.wrong("a branch is [from, to], but here are " + count[0] + " values");
          }
          into.add((long) ends[0] << 32 | ends[1] & 0xffffffffL);
        });
  }

  /** A line, or the exit of the code that begins on the line of that number without its sign. */
  private int destination() throws MalformedReportException, IOException {
    String expected = "the line a branch leads to, or minus the first line of the code it leaves,";
    long line = cursor.wholeNumber(expected);
    limits.checkLine(line == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(line));
    return (int) line;
  }

  private static int from(long arc) {
    return (int) (arc >> 32);
  }

  private static int to(long arc) {
    return (int) arc;
  }

  private static String arcText(long arc) {
    return "[" + from(arc) + ", " + to(arc) + "]";
  }
}
