package io.github.logcov.format.istanbul;

import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.BranchId;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FunctionId;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The coverage of one source file: read, checked, told as facts. */
final class MeasuredFile {
  /** No other format names the ways to go on as this one does. */
  private static final String SCHEME = "istanbul";

  private final JsonCursor cursor;
  private final Warnings warnings;
  private final PositionReader positions;
  private final Counted<Position> statements;
  private final Counted<Position> functions;
  private final Counted<Decision> decisions;
  private final LayoutDigest layout = new LayoutDigest();
  private @Nullable String path;
  private boolean neverLoaded;
  private boolean ran;

  /** Whether this is what V8 knows: every line is a statement, every branch a range. */
  private boolean rangesOfLines;

  MeasuredFile(JsonCursor cursor, CoverageLimits limits, Warnings warnings) {
    this.cursor = cursor;
    positions = new PositionReader(cursor, limits);
    this.warnings = warnings;
    statements = new Counted<>(cursor, limits, "statementMap", "s");
    functions = new Counted<>(cursor, limits, "fnMap", "f");
    decisions = new Counted<>(cursor, limits, "branchMap", "b");
  }

  /** Reads the entry the cursor stands on. */
  void read() throws MalformedReportException, IOException {
    cursor.object(this::member);
  }

  private void member(String key) throws MalformedReportException, IOException {
    switch (key) {
      case "path" -> path = cursor.string("the path of a source file");
      case "statementMap" -> statements.readThings(positions::read);
      case "s" -> statements.readCounts(false, warnings);
      case "fnMap" -> functions.readThings(this::function);
      case "f" -> functions.readCounts(false, warnings);
      case "branchMap" -> decisions.readThings(() -> Decision.read(cursor, positions));
      case "b" -> decisions.readCounts(true, warnings);
      case "all" -> neverLoaded = cursor.bool();
      case "inputSourceMap" -> sourceMap();
      default -> cursor.skip();
    }
  }

  /** Where a function begins: its body, where that is lost its declaration, else its line. */
  private Position function() throws MalformedReportException, IOException {
    Position[] body = {Position.NOWHERE};
    Position[] declaration = {Position.NOWHERE};
    int[] line = {Position.UNKNOWN};
    cursor.object(
        key -> {
          if (cursor.isNull()) {
            cursor.skip();
            return;
          }
          switch (key) {
            case "loc" -> body[0] = positions.read();
            case "decl" -> declaration[0] = positions.read();
            case "line" -> line[0] = positions.line();
            default -> cursor.skip();
          }
        });
    if (body[0].line() > 0) {
      return body[0];
    }
    return declaration[0].line() > 0
        ? declaration[0]
        : new Position(line[0], Position.UNKNOWN, Position.UNKNOWN, Position.UNKNOWN);
  }

  private void sourceMap() throws MalformedReportException, IOException {
    if (!cursor.isNull()) {
      warnings.add(
          "source map",
          cursor.place(),
          "there is a source map, so lines may be those of compiled code; send what 'nyc report"
              + " --reporter=json' writes instead, which are those of the source");
    }
    cursor.skip();
  }

  /** The path inside; null where it is missing. */
  @Nullable String path() {
    return path;
  }

  /**
   * Checks what belongs together and tells it to {@code facts}; the cursor stands on the entry
   * still.
   */
  void tell(FactsBuilder facts) throws MalformedReportException {
    facts.countsStatements();
    rangesOfLines = isOfV8();
    tellStatements(facts);
    facts.measuresFunctions();
    tellFunctions(facts);
    tellDecisions(facts);
    if (neverLoaded && !ran) {
      facts.neverLoaded();
    } else {
      facts.layout(layout.value());
    }
  }

  private boolean isOfV8() throws MalformedReportException {
    boolean[] all = {true};
    Set<Integer> lines = new HashSet<>();
    statements.forEach((id, at, counts) -> all[0] &= at.isWholeLine() && lines.add(at.line()));
    decisions.forEach((id, decision, counts) -> all[0] &= decision.isRange() && counts.length == 1);
    return all[0] && !lines.isEmpty();
  }

  private void tellStatements(FactsBuilder facts) throws MalformedReportException {
    statements.forEach(
        (id, at, counts) -> {
          if (at.line() == Position.UNKNOWN) {
            throw new MalformedReportException(
                statements.place(id),
                "the line where a statement begins was expected but is missing");
          }
          facts.statement(at.line(), at.column(), at.endLine(), at.endColumn(), counts[0]);
          layout.addStatement(at);
          ran |= counts[0] > 0;
        });
  }

  /**
   * Names are numbers where the source has none, and ends differ with the tool; so neither counts.
   */
  private void tellFunctions(FactsBuilder facts) throws MalformedReportException {
    Map<String, Integer> seen = new HashMap<>();
    functions.forEach(
        (id, at, counts) -> {
          int line = Math.max(0, at.line());
          String column = at.column() == Position.UNKNOWN ? "?" : Integer.toString(at.column());
          int same = seen.merge(line + ":" + column, 1, Integer::sum);
          String place = same == 1 ? column : column + " #" + same;
          facts.function(new FunctionId(SCHEME, FunctionId.Kind.PLACE, place), line, counts[0]);
          if (rangesOfLines && at.isRange()) {
            facts.functionRange(at.line(), at.column(), at.endLine(), at.endColumn(), counts[0]);
          }
          ran |= counts[0] > 0;
        });
  }

  private void tellDecisions(FactsBuilder facts) throws MalformedReportException {
    Map<String, Integer> seen = new HashMap<>();
    decisions.forEach(
        (id, decision, counts) -> {
          if (counts.length < decision.ways().size()) {
            throw new MalformedReportException(
                decisions.place(id),
                "has %d locations, so as many counts were expected in b, but there are %d"
                    .formatted(decision.ways().size(), counts.length));
          }
          if (rangesOfLines) {
            Position at = decision.position();
            ran |= counts[0] > 0;
            facts.range(at.line(), at.column(), at.endLine(), at.endColumn(), counts[0]);
            return;
          }
          String name = decision.name();
          int same = seen.merge(name, 1, Integer::sum);
          String block = same == 1 ? name : name + " #" + same;
          for (int way = 0; way < counts.length; way++) {
            String branch = decision.way(way);
            facts.arm(decision.onLine(), new BranchId(SCHEME, block, branch), counts[way]);
            ran |= counts[way] > 0;
          }
          if (!decision.isRange()) {
            layout.add(name);
          }
        });
  }
}
