package io.github.logcov.frame;

/** What was seen of the damaged records of one id. */
final class Trace {
  static final Trace NONE = new Trace();

  private final SlotMap maskedNumbers = new SlotMap();
  private int plausible;
  private long firstLine;
  private int masked;
  private int maskedOtherKinds;
  private int garbled;
  private int garbledOtherKinds;
  private boolean tailSeen;
  private int highest = -1;
  private String mask = "";
  private long lastMaskedLine;

  /** Takes the damaged record that the parser stopped at. */
  void add(RecordParser record, long line) {
    if (record.plausible) {
      firstLine = plausible == 0 ? line : firstLine;
      plausible++;
    }
    boolean otherKind = record.kind != null && record.kind != Kind.DATA;
    if (record.mask == null) {
      garbled++;
      garbledOtherKinds += otherKind ? 1 : 0;
      return;
    }
    mask = masked == 0 ? record.mask : mask;
    masked++;
    maskedOtherKinds += otherKind ? 1 : 0;
    lastMaskedLine = line;
    tailSeen |=
        record.kind == Kind.END || record.kind == Kind.HEADER && record.salt >= Grammar.SALTS;
  }

  /** Remembers that this data line was masked. */
  void maskedNumber(int number) {
    maskedNumbers.put(number, 0);
    highest = Math.max(highest, number);
  }

  /** Records that hardly anybody but an encoder can have written, however damaged they are. */
  int plausible() {
    return plausible;
  }

  /** Log line of the first plausible record. */
  long firstLine() {
    return firstLine;
  }

  /** Records in which the CI put a mask. */
  int masked() {
    return masked;
  }

  /** Masked records that are data lines, or may be, but for those known to be. */
  int maskedUnknown() {
    return masked - maskedOtherKinds - maskedNumbers.size();
  }

  /** Whether this data line was seen masked. */
  boolean isMasked(int number) {
    return maskedNumbers.get(number) != SlotMap.NONE;
  }

  /** Greatest number of a masked data line, -1 when there is none. */
  int highest() {
    return highest;
  }

  /** Whether a masked record stands behind all data lines. */
  boolean tailSeen() {
    return tailSeen;
  }

  /** Records damaged by something else that are data lines, or may be. */
  int garbledData() {
    return garbled - garbledOtherKinds;
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
