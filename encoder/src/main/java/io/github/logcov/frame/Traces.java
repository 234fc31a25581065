package io.github.logcov.frame;

import java.util.HashMap;
import java.util.Map;

/**
 * Damaged records by the id that could still be read in them; they count only for ids that a valid
 * line bears too.
 */
final class Traces {
  /** Ids remembered in one log; damaged records of more of them are no longer told apart. */
  private static final int MAX_IDS = 4_096;

  /** What was seen of one id. */
  static final class Trace {
    static final Trace NONE = new Trace();

    private int masked;
    private int garbled;
    private String mask = "";
    private long lastMaskedLine;

    /** Records in which the CI put a mask. */
    int masked() {
      return masked;
    }

    /** Records damaged by something else. */
    int garbled() {
      return garbled;
    }

    /** The first mask, such as {@code [secure]}. */
    String mask() {
      return mask;
    }

    /** Log line of the last masked record, 0 when there is none. */
    long lastMaskedLine() {
      return lastMaskedLine;
    }
  }

  private final Map<Integer, Trace> traces = new HashMap<>();

  void add(int id, String mask, long line) {
    Trace trace = traces.get(id);
    if (trace == null) {
      if (traces.size() == MAX_IDS) {
        return;
      }
      trace = new Trace();
      traces.put(id, trace);
    }
    if (mask == null) {
      trace.garbled++;
    } else {
      trace.mask = trace.masked == 0 ? mask : trace.mask;
      trace.masked++;
      trace.lastMaskedLine = line;
    }
  }

  Trace of(int id) {
    return traces.getOrDefault(id, Trace.NONE);
  }
}
