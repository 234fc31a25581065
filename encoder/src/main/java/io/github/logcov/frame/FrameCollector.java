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
  private final OtherVersions otherVersions = new OtherVersions();
  private long lastKey = -1;
  private PayloadLines last;
  private long overflowLine;

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
          overflowLine = overflowLine == 0 ? line : overflowLine;
          return;
        }
        found = new PayloadLines(record, line, slots, starred);
        payloads.put(key, found);
      }
      last = found;
      lastKey = key;
    }
    last.add(record, line, starred);
  }

  @Override
  public void damaged(int id, String mask, long line) {
    traces.add(id, mask, line);
  }

  @Override
  public void otherVersion(char version, int id, long line) {
    otherVersions.add(version, id, line);
  }

  @Override
  public void starred(long line) {
    starred.add(line);
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
    if (overflowLine > 0) {
      frames.add(tooMany());
    }
    slots.flush();
    frames.sort(Comparator.comparingLong(Frame::firstLogLine));
    return frames;
  }

  private Frame tooMany() {
    String message = "the log holds more than " + limits.maxPayloads() + " payloads, the limit";
    return Frame.damaged(
        "",
        null,
        Collections.singletonList(new FrameDamage(FrameDamage.Cause.TOO_LARGE, message)),
        overflowLine);
  }
}
