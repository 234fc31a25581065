package io.github.logcov.frame;

import java.io.IOException;
import java.util.Arrays;

/**
 * Turns a header and encoded bytes into the lines of a frame; pure, so it can be asked as often as
 * one likes.
 */
public final class FrameWriter {
  /** Where the lines go. */
  public interface Lines {
    /**
     * Takes one line without its line end.
     *
     * @param ascii holds the line in its first {@code length} bytes, only until this method returns
     * @param length 20 to 128
     */
    void line(byte[] ascii, int length) throws IOException;
  }

  /** A line with what it is, for those who look at the lines before they are printed. */
  interface Records {
    void record(Kind kind, int number, byte[] ascii, int length) throws IOException;
  }

  private final FrameHeader header;
  private final byte[] headerText;
  private final byte[] encoded;
  private final Geometry geometry;

  /**
   * @param header its {@code encodedBytes} is the length of {@code encoded}
   * @throws IllegalArgumentException when it is not, or when header or data need more lines than
   *     the grammar can number
   */
  public FrameWriter(FrameHeader header, byte[] encoded) {
    this.header = header;
    this.headerText = header.text();
    this.encoded = encoded;
    this.geometry = new Geometry(header.parity(), header.lines());
    if (header.encodedBytes() != encoded.length) {
      throw new IllegalArgumentException(
          "the header says " + header.encodedBytes() + " bytes, there are " + encoded.length);
    }
    if (!fits(header)) {
      throw new IllegalArgumentException("too large for a frame");
    }
  }

  /** Most encoded bytes that fit into one frame, 21 MB. */
  public static long maxEncodedBytes() {
    return Grammar.MAX_ENCODED_BYTES;
  }

  /**
   * Whether the header's text and the payload it tells of can be numbered: 511 and 262,143 lines at
   * most.
   */
  public static boolean fits(FrameHeader header) {
    return header.encodedBytes() <= maxEncodedBytes()
        && headerLines(header.text()) <= Grammar.MAX_HEADER_LINES;
  }

  /** Characters of all lines in a log that ends its lines with CR LF. */
  public long charactersInLog() {
    long[] sum = new long[1];
    try {
      write((ascii, length) -> sum[0] += length + 2);
    } catch (IOException e) {
      throw new IllegalStateException("counting does no I/O", e);
    }
    return sum[0];
  }

  /** Writes the lines of the frame, in order. */
  public void write(Lines lines) throws IOException {
    records((kind, number, ascii, length) -> lines.line(ascii, length));
  }

  void records(Records records) throws IOException {
    RecordLine line = new RecordLine(PayloadId.of(headerText), header.parity());
    header(line, header.salt(), records);
    for (int block = 0; block < geometry.blocks(); block++) {
      block(line, block, records);
    }
    header(line, header.salt() + Grammar.SALTS, records);
    int length = line.write(header.salt(), Kind.END, header.lines(), encoded, 0, 0);
    records.record(Kind.END, header.lines(), line.ascii(), length);
  }

  Geometry geometry() {
    return geometry;
  }

  private static int headerLines(byte[] headerText) {
    return (headerText.length + Grammar.DATA_BYTES - 1) / Grammar.DATA_BYTES;
  }

  private void header(RecordLine line, int salt, Records records) throws IOException {
    byte[] digits = new byte[Grammar.DATA_DIGITS];
    int count = headerLines(headerText);
    for (int i = 0; i < count; i++) {
      int number = i * Grammar.HEADER_RADIX + count;
      int used = piece(headerText, i, digits);
      int length = line.write(salt, Kind.HEADER, number, digits, 0, used);
      records.record(Kind.HEADER, number, line.ascii(), length);
    }
  }

  private void block(RecordLine line, int block, Records records) throws IOException {
    byte[] digits = new byte[Grammar.DATA_DIGITS];
    byte[][] sums = new byte[geometry.groups(block)][Grammar.DATA_DIGITS];
    int[] widths = new int[sums.length];
    for (int i = geometry.blockStart(block); i < geometry.blockEnd(block); i++) {
      int used = piece(encoded, i, digits);
      int length = line.write(header.salt(), Kind.DATA, i, digits, 0, used);
      records.record(Kind.DATA, i, line.ascii(), length);
      int group = geometry.group(i);
      widths[group] = Math.max(widths[group], used);
      for (int d = 0; d < used; d++) {
        sums[group][d] = (byte) (sums[group][d] + digits[d] & 63);
      }
    }
    for (int group = 0; group < sums.length; group++) {
      int number = geometry.parityNumber(block, group);
      int length = line.write(header.salt(), Kind.PARITY, number, sums[group], 0, widths[group]);
      records.record(Kind.PARITY, number, line.ascii(), length);
    }
  }

  /**
   * The digits of piece {@code i} of the bytes; every piece but the last is full, and 81 bytes are
   * 108 whole digits.
   */
  private static int piece(byte[] bytes, int i, byte[] digits) {
    int start = i * Grammar.DATA_BYTES;
    Arrays.fill(digits, (byte) 0);
    return Digits.split(bytes, start, Math.min(Grammar.DATA_BYTES, bytes.length - start), digits);
  }
}
