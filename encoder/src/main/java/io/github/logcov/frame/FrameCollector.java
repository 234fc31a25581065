package io.github.logcov.frame;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts the records of one log by payload. */
final class FrameCollector implements LogScanner.Findings {
  private final FrameLimits limits;
  private final Slots slots;
  private final Map<Long, PayloadLines> payloads = new LinkedHashMap<>();
  private final Traces traces = new Traces();
  private final StarredRun starred = new StarredRun();
  private final StarredFrames starredFrames = new StarredFrames();
  private final OtherVersions otherVersions = new OtherVersions();
  private long lastKey = -1;
  private PayloadLines last;
  private int headerLines;

  /** Message -> where it was first due. */
  private final Map<FrameDamage, Long> overflows = new LinkedHashMap<>();

  FrameCollector(FrameLimits limits, Slots slots) {
    this.limits = limits;
    this.slots = slots;
  }

  @Override
  public void record(RecordParser record, long line) throws IOException {
    // Salt and geometry are part of what the id stands for: a line that differs in them is of
    // another payload.
    long key = (long) record.id << 12 | record.salt % Grammar.SALTS << 6 | record.parity - 1;
    if (key != lastKey) {
      PayloadLines found = payloads.get(key);
      if (found == null) {
        if (payloads.size() >= limits.maxPayloads()) {
          tooMany(FrameDamage.Cause.TOO_LARGE, limits.maxPayloads(), "payloads, the limit", line);
          return;
        }
        found = new PayloadLines(record, line, slots, starred);
        payloads.put(key, found);
      }
      last = found;
      lastKey = key;
    }
    if (last.isNew(record) && !hasRoom(record.kind, line)) {
      return;
    }
    last.add(record, line, starred);
  }

  private boolean hasRoom(Kind kind, long line) {
    if (kind == Kind.HEADER) {
      if (headerLines == limits.maxHeaderLines()) {
        tooMany(
            FrameDamage.Cause.TOO_MANY_LINES,
            limits.maxHeaderLines(),
            "header lines of payloads, the limit: print fewer reports in one job",
            line);
        return false;
      }
      headerLines++;
      return true;
    }
    if (slots.count() >= limits.maxRecords()) {
      tooMany(
          FrameDamage.Cause.TOO_MANY_LINES,
          limits.maxRecords(),
          "data and parity lines of payloads, the limit: print fewer reports in one job",
          line);
      return false;
    }
    return true;
  }

  private void tooMany(FrameDamage.Cause cause, int limit, String what, long line) {
    overflows.putIfAbsent(
        new FrameDamage(cause, "the log holds more than " + limit + " " + what), line);
  }

  @Override
  public void damaged(RecordParser record, long line) {
    traces.add(record, line);
  }

  @Override
  public void nameless(RecordParser record, long line) {
    traces.addNameless(record, line);
  }

  @Override
  public void otherVersion(char version, int id, long line) {
    otherVersions.add(version, id, line);
  }

  @Override
  public void starred(long line, int length) {
    starred.add(line);
    starredFrames.add(line, length);
    if (last != null) {
      last.starred().starred(line);
    }
  }

  /** The frames, in the order of their first line. */
  List<Frame> frames(LogEnd logEnd, long logLines) throws IOException {
    List<Frame> frames = new ArrayList<>();
    FrameAssembly assembly = new FrameAssembly(limits, traces, logEnd, logLines);
    for (PayloadLines lines : payloads.values()) {
      frames.add(assembly.frame(lines));
    }
    Set<Integer> ids = new HashSet<>();
    payloads.values().forEach(lines -> ids.add(lines.id));
    frames.addAll(otherVersions.frames(ids));
    overflows.forEach(
        (damage, line) ->
            frames.add(Frame.damaged("", null, Collections.singletonList(damage), line)));
    frames.addAll(
        new LostFrames(traces, starredFrames, limits.maxPayloads())
            .frames(ids, assembly.missingLines()));
    slots.flush();
    frames.sort(Comparator.comparingLong(Frame::firstLogLine));
    return frames;
  }
}
