package io.github.logcov.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Payloads of which no line is whole: what their damaged lines still tell. */
final class LostFrames {
  /** One damaged record alone may be text that looks like it. */
  private static final int FEWEST = 2;

  private static final String NO_WHOLE_LINE = "a payload began here, but no line of it is whole";

  private final Traces traces;
  private final StarredFrames starred;
  private final int most;

  /**
   * @param most frames that are told of by id
   */
  LostFrames(Traces traces, StarredFrames starred, int most) {
    this.traces = traces;
    this.starred = starred;
    this.most = most;
  }

  /**
   * The frames.
   *
   * @param known ids of payloads that have a whole line
   * @param missing lines that these miss, before repair: so many damaged lines without a name are
   *     theirs
   */
  List<Frame> frames(Set<Integer> known, long missing) {
    List<Frame> frames = new ArrayList<>();
    for (int id : traces.ids()) {
      Trace trace = traces.of(id);
      if (frames.size() < most && trace.plausible() >= FEWEST && !known.contains(id)) {
        frames.add(frame(PayloadId.text(id), named(trace), trace.firstLine()));
      }
    }
    if (!frames.isEmpty()) {
      // Damaged lines without a name may be theirs, and the log is told of as damaged anyway.
      return frames;
    }
    Trace nameless = traces.nameless();
    if (nameless.plausible() - missing >= FEWEST) {
      frames.add(frame("", named(nameless), nameless.firstLine()));
    }
    long left = Math.max(0, missing - nameless.plausible());
    if (StarredFrames.isFrame(starred.lines() - left)) {
      frames.add(frame("", starred(), starred.firstLine()));
    }
    return frames;
  }

  private static FrameDamage named(Trace trace) {
    int count = trace.plausible();
    String seen = NO_WHOLE_LINE + " (" + count + " damaged lines of it were seen)";
    return trace.masked() > 0
        ? new FrameDamage(
            FrameDamage.Cause.MASKED,
            seen
                + ": the CI masked lines with "
                + trace.mask()
                + ", since a secret value occurs there; set LOGCOV_SALT to another number in that"
                + " job")
        : new FrameDamage(
            FrameDamage.Cause.HEADER_MISSING, seen + ", so the file is not known: restart the job");
  }

  private FrameDamage starred() {
    return new FrameDamage(
        FrameDamage.Cause.CENSORED,
        starred.lines()
            + " lines exactly as long as those of a payload are asterisks, and no payload here"
            + " explains them: the log scanner wrote over a whole one; restart the job");
  }

  private static Frame frame(String id, FrameDamage damage, long line) {
    return Frame.damaged(id, null, Collections.singletonList(damage), line);
  }
}
