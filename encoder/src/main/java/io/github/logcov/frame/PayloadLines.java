package io.github.logcov.frame;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** All valid lines of one payload, as they come: copies merged, order free. */
final class PayloadLines {
  /** Short parity lines stand behind the data lines in {@link #shortLines}. */
  private static final int PARITY_KEY = Grammar.MAX_NUMBER + 1;

  final int id;
  final int salt;
  final int parity;
  final long firstLogLine;
  final HeaderLines headers = new HeaderLines();
  final SlotMap data = new SlotMap();
  final SlotMap parityLines = new SlotMap();
  private final Slots slots;

  /** Lines of fewer than 108 digits: number -> digits. An honest payload has two at most. */
  private final Map<Integer, Integer> shortLines = new HashMap<>();

  private final byte[] line = new byte[Slots.SIZE];
  private final byte[] other = new byte[Slots.SIZE];

  private long lastLogLine;
  private int highest = -1;
  private int endLines;
  private boolean tailSeen;
  private boolean firstCopyDone;
  private int conflicts;
  private int fromCopy;
  private final StarredLines starred;

  PayloadLines(RecordParser record, long logLine, Slots slots, StarredRun run) {
    this.id = record.id;
    this.salt = record.salt % Grammar.SALTS;
    this.parity = record.parity;
    this.firstLogLine = logLine;
    this.slots = slots;
    this.starred = new StarredLines(record, logLine, run);
  }

  /** Takes a record of this payload. */
  void add(RecordParser record, long logLine, StarredRun run) throws IOException {
    starred.record(record, logLine, run);
    lastLogLine = logLine;
    switch (record.kind) {
      case HEADER:
        header(record);
        break;
      case END:
        endLines = record.number;
        endOfCopy();
        break;
      case DATA:
        data(record);
        break;
      default:
        keep(record, parityLines, PARITY_KEY);
    }
  }

  private void header(RecordParser record) {
    if (record.salt >= Grammar.SALTS) {
      endOfCopy();
    } else if (highest >= 0 && record.number < Grammar.HEADER_RADIX) {
      firstCopyDone = true;
    }
    if (!headers.add(record.number, record.data, record.dataCount)) {
      conflicts++;
    }
  }

  private void endOfCopy() {
    tailSeen = true;
    firstCopyDone = true;
  }

  private void data(RecordParser record) throws IOException {
    if (keep(record, data, 0) && firstCopyDone) {
      fromCopy++;
    }
    highest = Math.max(highest, record.number);
  }

  /** Keeps a line if it is the first with its number. @return whether it is */
  private boolean keep(RecordParser record, SlotMap map, int keyBase) throws IOException {
    Arrays.fill(line, (byte) 0);
    int slot = map.get(record.number);
    if (!Digits.join(record.data, 0, record.dataCount, line, 0)) {
      conflicts++;
      return false;
    }
    int shortKey = keyBase + record.number;
    if (slot != SlotMap.NONE) {
      slots.read(slot, other);
      int digits = shortLines.getOrDefault(shortKey, Grammar.DATA_DIGITS);
      if (digits != record.dataCount || !Arrays.equals(line, other)) {
        conflicts++;
      }
      return false;
    }
    if (record.dataCount < Grammar.DATA_DIGITS) {
      shortLines.put(shortKey, record.dataCount);
    }
    map.put(record.number, slots.add(line));
    return true;
  }

  /** Drops the lines whose length does not go with what the header says. */
  void fit(Geometry geometry, int lastDigits) {
    int last = geometry.lines() - 1;
    int lastParity = geometry.parityNumber(geometry.block(last), geometry.group(last));
    boolean aloneInGroup = geometry.members(geometry.block(last), geometry.group(last)) == 1;
    int lastParityDigits = aloneInGroup ? lastDigits : Grammar.DATA_DIGITS;
    for (int key : shortLines.keySet()) {
      if (key < PARITY_KEY && key != last) {
        data.remove(key);
      } else if (key >= PARITY_KEY && key - PARITY_KEY != lastParity) {
        parityLines.remove(key - PARITY_KEY);
      }
    }
    if (digitsOf(last) != lastDigits) {
      data.remove(last);
    }
    if (digitsOf(PARITY_KEY + lastParity) != lastParityDigits) {
      parityLines.remove(lastParity);
    }
  }

  private int digitsOf(int key) {
    return shortLines.getOrDefault(key, Grammar.DATA_DIGITS);
  }

  /** Log line of the last valid record. */
  long lastLogLine() {
    return lastLogLine;
  }

  /** Greatest number of a data line, -1 when there is none. */
  int highest() {
    return highest;
  }

  /** Data lines as the end line tells, 0 when there is no end line. */
  int endLines() {
    return endLines;
  }

  /** Whether something was seen that stands behind all data lines. */
  boolean tailSeen() {
    return tailSeen;
  }

  /** Lines that contradicted another line of the same place. */
  int conflicts() {
    return conflicts;
  }

  /** Data lines that only a second copy of the frame brought. */
  int fromCopy() {
    return fromCopy;
  }

  StarredLines starred() {
    return starred;
  }

  Slots slots() {
    return slots;
  }
}
