package io.github.logcov.format.istanbul;

import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry of a {@code branchMap}: where something is decided, and the ways to go on.
 *
 * @param type {@code if}, {@code switch}, {@code cond-expr}, {@code binary-expr}, {@code
 *     default-arg}; {@code branch} of V8; any other text
 * @param line as given beside the position, or {@link Position#UNKNOWN}
 * @param ways where each way begins and ends; may be nowhere
 */
record Decision(String type, Position position, int line, List<Position> ways) {
  /** Reads what the cursor stands on. */
  static Decision read(JsonCursor cursor, PositionReader positions)
      throws MalformedReportException, IOException {
    String[] type = {""};
    Position[] position = {Position.NOWHERE};
    int[] line = {Position.UNKNOWN};
    List<Position> ways = new ArrayList<>();
    boolean[] waysSeen = {false};
    cursor.object(
        key -> {
          if (cursor.isNull()) {
            cursor.skip();
            return;
          }
          switch (key) {
            case "type" -> type[0] = cursor.string("the type of a branch");
            case "loc" -> position[0] = positions.read();
            case "line" -> line[0] = positions.line();
            case "locations" -> {
              waysSeen[0] = true;
              cursor.array(() -> ways.add(positions.read()));
            }
            default -> cursor.skip();
          }
        });
    if (!waysSeen[0]) {
      throw cursor.wrong("the key locations was expected but is missing");
    }
    return new Decision(type[0], position[0], line[0], ways);
  }

  /** The line to which it belongs; 0 where nothing says that. */
  int onLine() {
    if (position.line() > 0) {
      return position.line();
    }
    if (line > 0) {
      return line;
    }
    return ways.stream().mapToInt(Position::line).filter(l -> l > 0).findFirst().orElse(0);
  }

  /** A range of V8's: what ran, not where something is decided. */
  boolean isRange() {
    return type.equals("branch") && ways.size() == 1 && position.isRange();
  }

  /**
   * Names the way of that number, which may be beyond those with a place. Of an {@code if} the
   * number says all, and versions of Istanbul do not agree where its ways are: nyc 15 has both
   * where the {@code if} is, nyc 17 the second where {@code else} is, or nowhere.
   */
  String way(int number) {
    Position place = number < ways.size() ? ways.get(number) : Position.NOWHERE;
    return number + (type.equals("if") || place.equals(Position.NOWHERE) ? "" : "@" + place);
  }

  /**
   * What it is known by; equal ones in one report are told apart by their order. Where source maps
   * have lost the place of the whole, that of its ways is left.
   */
  String name() {
    return type + " " + (position.equals(Position.NOWHERE) ? ways : position);
  }
}
