package io.github.logcov.format.simplecov;

import io.github.logcov.format.Excerpt;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.ReportValues;
import io.github.logcov.model.BranchId;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.FunctionId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What one result, or one file of a formatter, says of one source file. */
final class RubyFile {
  private static final String IGNORED = "ignored";
  private static final long NONE = -1;

  private final ReportValues values;
  private final JsonCursor cursor;
  private final FactsBuilder facts;

  /** Name of an arm -> how many of it there are, for arms that nothing tells apart. */
  private final Map<String, Integer> names = new HashMap<>();

  private boolean linesSeen;
  private long lines;
  private long linesHit;
  private long linesClaimed = NONE;
  private long linesHitClaimed = NONE;

  RubyFile(ReportValues values) {
    this.values = values;
    cursor = values.cursor();
    facts = new FactsBuilder(values.limits().coverage());
  }

  /** An object with lines and branches or, before SimpleCov 0.18, the lines alone. */
  void read() throws MalformedReportException, IOException {
    if (cursor.atArray()) {
      lines();
      return;
    }
    cursor.object(
        key -> {
          switch (key) {
            case "lines" -> lines();
            case "branches" -> branches();
            case "methods" -> methods();
            default -> claim(key);
          }
        });
  }

  /** Reads a total, or passes over the value of a key that is none. */
  void claim(String key) throws MalformedReportException, IOException {
    if (!cursor.atNumber()) {
      cursor.skip();
      return;
    }
    switch (key) {
      case "covered_lines" -> linesHitClaimed = cursor.wholeNumber("a number of lines");
      case "total_lines", "lines_of_code" -> linesClaimed = cursor.wholeNumber("a number of lines");
      default -> cursor.skip();
    }
  }

  /** What was read; the cursor stands on the file still. */
  FileFacts facts() throws MalformedReportException {
    if (!linesSeen) {
      throw cursor.wrong(
          "lines were expected but are missing; let SimpleCov measure them: enable_coverage :line");
    }
    boolean agrees =
        (linesClaimed == NONE || linesClaimed == lines)
            && (linesHitClaimed == NONE || linesHitClaimed == linesHit);
    if (!agrees) {
      values
          .warnings()
          .add(
              "totals",
              cursor.place(),
              "the totals ("
                  + claimText(linesHitClaimed)
                  + " of "
                  + claimText(linesClaimed)
                  + " lines) disagree with the lines themselves ("
                  + linesHit
                  + " of "
                  + lines
                  + "); these count");
    }
    if (linesHit == 0) {
      facts.neverLoaded();
    }
    return facts.build();
  }

  private static String claimText(long claim) {
    return claim == NONE ? "?" : Long.toString(claim);
  }

  // [hits of line 1 | null | "ignored", of line 2, ...]
  private void lines() throws MalformedReportException, IOException {
    linesSeen = true;
    int[] line = {0};
    cursor.array(
        () -> {
          values.limits().coverage().checkLine(++line[0]);
          if (cursor.skipNull() || skipIgnored()) {
            return;
          }
          long hits = values.hits();
          facts.line(line[0], hits);
          lines++;
          linesHit += hits > 0 ? 1 : 0;
        });
  }

  private boolean skipIgnored() throws MalformedReportException, IOException {
    if (!cursor.atString()) {
      return false;
    }
    String expected = "a count of executions, null or \"ignored\"";
    String text = cursor.string(expected);
    if (!text.equals(IGNORED)) {
      throw cursor.notExpected(expected, Excerpt.of(text));
    }
    return true;
  }

  private void branches() throws MalformedReportException, IOException {
    if (cursor.atArray()) {
      cursor.array(this::formattedArm);
    } else {
      cursor.object(
          key -> {
            RubyBranch decision = branch(key);
            cursor.object(arm -> arm(decision, branch(arm)));
          });
    }
  }

  // {"[A, :b, 1, 2, 3, 5]": 2}, or from the formatter an array
  private void methods() throws MalformedReportException, IOException {
    facts.measuresFunctions();
    if (cursor.atArray()) {
      cursor.array(this::formattedMethod);
      return;
    }
    cursor.object(
        key -> {
          RubyMethod method = method(key);
          values.limits().coverage().checkLine(method.startLine());
          if (!skipIgnored()) {
            String scheme = SimpleCovFormat.RESULT_SCHEME;
            FunctionId id = new FunctionId(scheme, FunctionId.Kind.PLACE, method.span());
            facts.function(id, (int) method.startLine(), values.hits());
          }
        });
  }

  private RubyMethod method(String key) throws MalformedReportException {
    return RubyMethod.parse(key)
        .orElseThrow(
            () ->
                cursor.wrong(
                    "a method \"[class, :name, line, column, line, column]\" was expected but was "
                        + Excerpt.of(key)));
  }

  // {"name": "A#b", "start_line": 1, "end_line": 3, "coverage": 2}
  private void formattedMethod() throws MalformedReportException, IOException {
    FormattedMethod method = new FormattedMethod(values);
    if (method.read()) {
      String name = unique("methods", method.lines());
      FunctionId id = new FunctionId(SimpleCovFormat.FORMATTER_SCHEME, FunctionId.Kind.PLACE, name);
      facts.function(id, method.line(), method.hits());
    }
  }

  private RubyBranch branch(String key) throws MalformedReportException {
    return RubyBranch.parse(key)
        .orElseThrow(
            () ->
                cursor.wrong(
                    "a branch \"[:type, id, line, column, line, column]\" was expected but was "
                        + Excerpt.of(key)));
  }

  // "[:if, 0, 3, 4, 9, 7]": {"[:then, 1, 4, 6, 4, 10]": 2, "[:else, 2, 6, 6, 6, 10]": 0}
  private void arm(RubyBranch decision, RubyBranch arm)
      throws MalformedReportException, IOException {
    values.limits().coverage().checkLine(arm.startLine());
    if (skipIgnored()) {
      return;
    }
    String block = decision.toString();
    String name = unique(block, arm.toString());
    BranchId id = new BranchId(SimpleCovFormat.RESULT_SCHEME, block, name);
    facts.arm((int) Math.max(0, arm.shownFor(decision)), id, values.hits());
  }

  // {"type": "then", "start_line": 4, "end_line": 4, "coverage": 2, "report_line": 3}
  private void formattedArm() throws MalformedReportException, IOException {
    FormattedArm arm = new FormattedArm(values);
    if (arm.read()) {
      String name = unique("", arm.name());
      BranchId id = new BranchId(SimpleCovFormat.FORMATTER_SCHEME, "", name);
      facts.arm(arm.line(), id, arm.hits());
    }
  }

  /** The name, with a number from the second on, so that arms never fall into one. */
  private String unique(String block, String name) {
    int count = names.merge(block + "/" + name, 1, Integer::sum);
    return count == 1 ? name : name + " #" + count;
  }
}
