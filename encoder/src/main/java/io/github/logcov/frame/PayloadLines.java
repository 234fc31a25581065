package io.github.logcov.frame;

import java.io.IOException;
import java.util.Arrays;

/** All valid lines of one payload, as they come: copies merged, order free. */
final class PayloadLines {
  /**
   * A line of fewer than 108 digits is kept with what it lacks above the bits of its slot; an
   * honest payload has two at most, and {@link #fit} leaves bare slots.
   */
  private static final int SLOT_BITS = 24;

  final int id;
  final int salt;
  final int parity;
  final long firstLogLine;
  final HeaderLines headers = new HeaderLines();
  final SlotMap data = new SlotMap();
  final SlotMap parityLines = new SlotMap();
  private final Slots slots;

  private final byte[] line = new byte[Slots.SIZE];
  private final byte[] other = new byte[Slots.SIZE];

  private long lastLogLine;
  private int highest = -1;
  private int endLines;
  private boolean tailSeen;
  private boolean firstCopyDone;
  private int conflicts;
  private int garbled;
  private int fromCopy;
  private final Copies copies = new Copies();
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
    copies.add(record, logLine);
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
        keep(record, parityLines);
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
    if (keep(record, data) && firstCopyDone) {
      fromCopy++;
    }
    highest = Math.max(highest, record.number);
  }

  /** Keeps a line if it is the first with its number. @return whether it is */
  private boolean keep(RecordParser record, SlotMap map) throws IOException {
    Arrays.fill(line, (byte) 0);
    int before = map.get(record.number);
    if (!Digits.join(record.data, 0, record.dataCount, line, 0)) {
      garbled++;
      return false;
    }
    if (before != SlotMap.NONE) {
      slots.read(slot(before), other);
      if (digits(before) != record.dataCount || !Arrays.equals(line, other)) {
        conflicts++;
      }
      return false;
    }
    int lacking = Grammar.DATA_DIGITS - record.dataCount;
    map.put(record.number, slots.add(line) | lacking << SLOT_BITS);
    return true;
  }

  /** Drops the lines whose length does not go with what the header says. */
  void fit(Geometry geometry, int lastDigits) {
    int last = geometry.lines() - 1;
    int lastParity = geometry.parityNumber(geometry.block(last), geometry.group(last));
    boolean aloneInGroup = geometry.members(geometry.block(last), geometry.group(last)) == 1;
    int lastParityDigits = aloneInGroup ? lastDigits : Grammar.DATA_DIGITS;
    fit(data, last, lastDigits);
    fit(parityLines, lastParity, lastParityDigits);
  }

  private static void fit(SlotMap map, int last, int lastDigits) {
    map.replaceAll(
        (line, kept) -> {
          boolean fits = digits(kept) == (line == last ? lastDigits : Grammar.DATA_DIGITS);
          return fits ? slot(kept) : SlotMap.NONE;
        });
  }

  private static int slot(int kept) {
    return kept & (1 << SLOT_BITS) - 1;
  }

  private static int digits(int kept) {
    return Grammar.DATA_DIGITS - (kept >>> SLOT_BITS);
  }

  /** Whether the record's place is empty, so that it would be kept. */
  boolean isNew(RecordParser record) {
    switch (record.kind) {
      case HEADER:
        return !headers.has(record.number);
      case DATA:
        return data.get(record.number) == SlotMap.NONE;
      case PARITY:
        return parityLines.get(record.number) == SlotMap.NONE;
      default:
        return false;
    }
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

  /** Lines whose check is right, but not what they hold. */
  int garbled() {
    return garbled;
  }

  /** Which lines of the frame came, over all its copies. */
  Copies copies() {
    return copies;
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
