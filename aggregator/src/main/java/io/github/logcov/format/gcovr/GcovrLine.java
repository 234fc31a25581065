package io.github.logcov.format.gcovr;

import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.ReportValues;
import io.github.logcov.model.BranchId;
import io.github.logcov.model.FactsBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One entry of {@code lines}: read whole, since its number may come last, and told as facts. */
final class GcovrLine {
  /** Names of functions, and of arms by blocks (gcovr 8). */
  static final String SCHEME = "gcovr";

  /** Names of arms by their place on the line; nothing matches the two. */
  private static final String BY_PLACE = "gcovr-place";

  private static final int ABSENT = -1;

  private final ReportValues values;
  private final JsonCursor cursor;
  private final List<Arm> arms = new ArrayList<>();

  /** Name of an arm -> how many of it there are, for arms between the same two blocks. */
  private final Map<BranchId, Integer> names = new HashMap<>();

  private int line = ABSENT;
  private long hits = ABSENT;
  private boolean counts = true;

  private record Arm(BranchId id, long taken) {}

  GcovrLine(ReportValues values) {
    this.values = values;
    cursor = values.cursor();
  }

  /** Reads the entry the cursor stands on. */
  void read(FactsBuilder facts) throws MalformedReportException, IOException {
    cursor.object(
        key -> {
          switch (key) {
            case "line_number" -> line = values.line();
            case "count" -> hits = values.hits();
            case "branches" -> cursor.array(this::branch);
            case "gcovr/noncode", "gcovr/excluded" -> counts &= !cursor.bool();
            default -> cursor.skip();
          }
        });
    if (line == ABSENT || hits == ABSENT) {
      throw values.missing(line == ABSENT ? "line_number" : "count");
    }
    if (counts) {
      facts.line(line, hits);
      for (Arm arm : arms) {
        facts.arm(line, arm.id(), arm.taken());
      }
    }
  }

  // {"count": 3, "fallthrough": true, "throw": false, "source_block_id": 2,
  //  "destination_block_id": 4, "gcovr/excluded": true}
  private void branch() throws MalformedReportException, IOException {
    long[] taken = {ABSENT};
    String[] blocks = {"", ""};
    boolean[] excluded = {false};
    cursor.object(
        key -> {
          switch (key) {
            case "count" -> taken[0] = values.hits();
            case "source_block_id" -> blocks[0] = block();
            case "destination_block_id", "destination_blockno" -> blocks[1] = block();
            case "gcovr/excluded" -> excluded[0] = cursor.bool();
            default -> cursor.skip();
          }
        });
    if (taken[0] == ABSENT) {
      throw values.missing("count");
    }
    BranchId id = name(blocks[0], blocks[1]);
    if (!excluded[0]) {
      values.limits().coverage().checkArms(Math.max(line, 0), arms.size() + 1L);
      arms.add(new Arm(id, taken[0]));
    }
  }

  private String block() throws MalformedReportException, IOException {
    return cursor.skipNull() ? "" : Long.toString(cursor.wholeNumber("the number of a block"));
  }

  /** By the blocks, with a number from the second on, which is all that reports without give. */
  private BranchId name(String from, String to) {
    String scheme = from.isEmpty() && to.isEmpty() ? BY_PLACE : SCHEME;
    BranchId id = new BranchId(scheme, from, to);
    int count = names.merge(id, 1, Integer::sum);
    return count == 1 ? id : new BranchId(scheme, from, to + "#" + count);
  }
}
