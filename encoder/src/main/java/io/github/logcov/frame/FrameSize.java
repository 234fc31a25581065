package io.github.logcov.frame;

/** How much of a log one print of a frame takes, worked out from its header alone. */
public final class FrameSize {
  private static final int LINE_END = 2;

  private FrameSize() {}

  /**
   * Characters of all lines, framing, parity and both headers included, in a log that ends its
   * lines with CR LF; what {@link FrameWriter#charactersInLog} counts.
   */
  public static long inLog(FrameHeader header) {
    int lines = header.lines();
    long digits = Digits.count(header.encodedBytes());
    Geometry geometry = new Geometry(header.parity(), lines);
    int lastLine = lines - 1;
    int lastDigits = (int) (digits - (long) lastLine * Grammar.DATA_DIGITS);
    boolean alone = geometry.members(geometry.block(lastLine), geometry.group(lastLine)) == 1;
    long parityDigits = (long) geometry.parityLines() * Grammar.DATA_DIGITS;
    // A parity line is as wide as the widest line of its group.
    parityDigits -= alone ? Grammar.DATA_DIGITS - lastDigits : 0;
    int text = header.text().length;
    long headerLines = ((long) text + Grammar.DATA_BYTES - 1) / Grammar.DATA_BYTES;
    long records = lines + geometry.parityLines() + 2 * headerLines + 1;
    return records * (Grammar.MIN_LENGTH + LINE_END)
        + digits
        + parityDigits
        + 2 * Digits.count(text);
  }
}
