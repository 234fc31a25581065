package io.github.logcov.format.llvmcov;

import io.github.logcov.model.FactsBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of segments by the rule of LLVM's {@code LineCoverageStats}, as it is since LLVM 17:
 * a line is code when the segment it begins in has a count and the line does not begin by skipping
 * code, or when a region with a count begins on it. It ran as often as the segment it begins in, or
 * as the region that begins on it and ran most; gaps do not count as regions.
 */
final class SegmentLines {
  private final FactsBuilder facts;

  /** The segment in which the line begins. */
  private @Nullable Segment wrapped;

  private @Nullable Segment last;
  private int line;
  private boolean startsSkipped;
  private boolean entered;
  private boolean startsRegion;
  private long most;

  SegmentLines(FactsBuilder facts) {
    this.facts = facts;
  }

  /** The line of the last segment, 0 before the first one. */
  int line() {
    return line;
  }

  /** Takes the next segment; its line is that of the one before it, or a later one. */
  void add(int segmentLine, Segment segment) {
    if (segmentLine > line) {
      begin(segmentLine, segment);
    }
    last = segment;
    entered |= segment.isEntry() && segment.hasCount();
    if (segment.startsRegion()) {
      startsRegion = true;
      most = Math.max(most, segment.count());
    }
  }

  /** Tells the last line. */
  void end() {
    tell();
  }

  private void begin(int segmentLine, Segment first) {
    tell();
    wrapped = last;
    if (wrapped != null && wrapped.hasCount()) {
      for (int between = line + 1; between < segmentLine; between++) {
        facts.line(between, wrapped.count());
      }
    }
    line = segmentLine;
    startsSkipped = !first.hasCount() && first.isEntry();
    entered = false;
    startsRegion = false;
    most = 0;
  }

  private void tell() {
    boolean inCode = wrapped != null && wrapped.hasCount();
    if (entered || !startsSkipped && inCode) {
      long before = wrapped == null ? 0 : wrapped.count();
      facts.line(line, startsRegion ? Math.max(before, most) : before);
    }
  }
}
