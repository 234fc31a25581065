package io.github.logcov.frame;

import java.util.ArrayList;
import java.util.List;

/** Why lines of a payload are missing, from what was seen around them. */
final class Diagnosis {
  /**
   * Lines that may follow a payload in a log that was cut while it was printed: a notice or two.
   */
  private static final int LINES_BEHIND_CUT = 50;

  private final PayloadLines lines;
  private final Trace trace;
  private final LogEnd logEnd;
  private final long logLines;
  private final List<FrameDamage> damage = new ArrayList<>();

  Diagnosis(PayloadLines lines, Trace trace, LogEnd logEnd, long logLines) {
    this.lines = lines;
    this.trace = trace;
    this.logEnd = logEnd;
    this.logLines = logLines;
  }

  /** The damage of a payload whose header is not there. */
  List<FrameDamage> withoutHeader() {
    int there = lines.data.size();
    add(
        FrameDamage.Cause.HEADER_MISSING,
        "its header is missing in both copies, so the file is not known ("
            + there
            + (lines.endLines() > 0 ? " of " + lines.endLines() : "")
            + (Math.max(there, lines.endLines()) == 1 ? " data line is" : " data lines are")
            + " there): restart the job");
    if (lines.conflicts() > 0) {
      add(FrameDamage.Cause.CONFLICT, conflict());
    }
    seen("header or data lines", trace.masked());
    if (!lines.tailSeen() && nearEnd() && logEnd.cutAtSizeLimit()) {
      add(FrameDamage.Cause.LOG_CUT, cutAtLimit("in its header"));
    }
    return damage;
  }

  /** The damage of a payload with a header, some of whose data lines are missing beyond repair. */
  List<FrameDamage> withMissingLines(int total) {
    LineRanges inside = new LineRanges();
    int cutAfter = cutAfter(total);
    int masked = trace.maskedUnknown();
    for (int line = 0; line < cutAfter; line++) {
      if (lines.data.get(line) == SlotMap.NONE) {
        inside.add(line);
        masked += trace.isMasked(line) ? 1 : 0;
      }
    }
    if (cutAfter < total) {
      cut(cutAfter, total);
    }
    if (inside.lines() > 0) {
      String missing = inside.missingOf(total);
      int explained = seen(missing, masked);
      if (explained < inside.lines()) {
        add(FrameDamage.Cause.LINES_MISSING, missing + garbled() + ": restart the job");
      }
    }
    if (lines.conflicts() > 0) {
      add(FrameDamage.Cause.CONFLICT, conflict());
    }
    if (lines.endLines() > 0 && lines.endLines() != total) {
      add(
          FrameDamage.Cause.CONFLICT,
          "its header tells of "
              + counted(total)
              + ", its end line of "
              + lines.endLines()
              + ": something else in the job prints such lines");
    }
    return damage;
  }

  static String conflict() {
    return "two lines claim the same place with different content: something else in the job prints"
        + " such lines";
  }

  private String garbled() {
    int count = trace.garbledData() + lines.garbled();
    if (count == 0) {
      return "";
    }
    return " (" + count + (count == 1 ? " line is" : " lines are") + " garbled by other output)";
  }

  /** Adds what masks and scanners did. @return lines that this explains */
  private int seen(String missing, int masked) {
    int starred = lines.starred().count();
    if (masked > 0) {
      add(
          FrameDamage.Cause.MASKED,
          missing
              + ": the CI masked "
              + counted(masked)
              + " with "
              + trace.mask()
              + ", since a secret value occurs there; set LOGCOV_SALT to another number in that"
              + " job");
    }
    if (starred > 0) {
      add(
          FrameDamage.Cause.CENSORED,
          missing
              + ": the log scanner wrote asterisks over "
              + counted(starred)
              + "; restart the job");
    }
    return masked + starred;
  }

  private static String counted(int count) {
    return count + (count == 1 ? " line" : " lines");
  }

  /** Data lines before the place where the payload was cut; all of them when it was not cut. */
  private int cutAfter(int total) {
    // Masked lines behind the last whole one are a tail only when they are as many as it has.
    boolean tailMasked =
        trace.lastMaskedLine() > lines.lastLogLine()
            && trace.masked() >= total - 1 - lines.highest();
    boolean went =
        lines.tailSeen() || trace.tailSeen() || lines.starred().behindLast() || tailMasked;
    return went ? total : Math.min(total, Math.max(lines.highest(), trace.highest()) + 1);
  }

  private void cut(int after, int total) {
    String where =
        after == 0
            ? "before the first of " + counted(total)
            : "after line " + after + " of " + total;
    if (nearEnd() && logEnd.cutAtSizeLimit()) {
      add(FrameDamage.Cause.LOG_CUT, cutAtLimit(where));
      return;
    }
    String why = "";
    if (nearEnd()) {
      why =
          logEnd
              .termination()
              .map(text -> "; the log ends with \"" + text + "\"")
              .orElse("; the log ends there");
    }
    add(
        FrameDamage.Cause.TRUNCATED,
        "cut " + where + why + ": what printed it was stopped; restart the job");
  }

  private static String cutAtLimit(String where) {
    return "log cut at the size limit, " + where + ": make the job print less";
  }

  private boolean nearEnd() {
    return logLines - lines.lastLogLine() <= LINES_BEHIND_CUT;
  }

  private void add(FrameDamage.Cause cause, String message) {
    damage.add(new FrameDamage(cause, message));
  }
}
