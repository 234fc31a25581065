package io.github.logcov.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Damaged records by the id that could still be read in them. */
final class Traces {
  /** Ids remembered in one log; plausible records of more of them are not told apart. */
  private static final int MAX_IDS = 4_096;

  /** Numbers of masked data lines remembered in one log; more of them only count. */
  private static final int MAX_NUMBERS = 100_000;

  private final Map<Integer, Trace> traces = new HashMap<>();
  private final Trace nameless = new Trace();
  private int numbers;

  /** Takes the damaged record that the parser stopped at. */
  void add(RecordParser record, long line) {
    Trace trace = traces.get(record.id);
    if (trace == null) {
      if (traces.size() == MAX_IDS) {
        if (record.plausible) {
          nameless.add(record, line);
        }
        return;
      }
      trace = new Trace();
      traces.put(record.id, trace);
    }
    trace.add(record, line);
    if (record.mask != null && record.kind == Kind.DATA && numbers < MAX_NUMBERS) {
      numbers++;
      trace.maskedNumber(record.number);
    }
  }

  /** Takes a record that is masked within its id. */
  void addNameless(RecordParser record, long line) {
    nameless.add(record, line);
  }

  /** What was seen of an id. */
  Trace of(int id) {
    return traces.getOrDefault(id, Trace.NONE);
  }

  /** The records whose id cannot be read. */
  Trace nameless() {
    return nameless;
  }

  /** The ids of which something was seen. */
  List<Integer> ids() {
    return new ArrayList<>(traces.keySet());
  }
}
