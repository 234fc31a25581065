package io.github.logcov.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import okio.Source;
import okio.Timeout;

/**
 * The bytes of a JSON report on their way to the parser: UTF-8, checked strictly, without a byte
 * order mark and without zero bytes, and never many at once, since the parser holds a whole string
 * (or gap) before it says that there is one. Not thread-safe.
 */
final class JsonInput implements Source {
  /** What the parser may have read ahead, and numbers and punctuation between two strings. */
  private static final int SLACK = 1 << 16;

  /** The longest way to write one UTF-16 unit, {@code \}{@code u0041}. */
  private static final int BYTES_PER_UNIT = 6;

  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private final int maxString;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer discarded = CharBuffer.allocate(1 << 13);
  private final byte[] chunk = new byte[1 << 13];

  /** What was checked last; its position is where an open character begins. */
  private ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, 0);

  /** Bytes at the start of the chunk that begin a character whose end was not seen yet. */
  private int open;

  private long handedOut;
  private long allowed;
  private boolean marked;

  JsonInput(InputStream in, byte[] head, int maxString) throws MalformedReportException {
    this.in = in;
    this.maxString = maxString;
    if (head.length > 1 && isUtf16(head[0] & 0xff, head[1] & 0xff)) {
      throw new MalformedReportException(
          "", "wrong encoding: UTF-8 was expected, but these bytes are UTF-16");
    }
    marked = startsWithMark(head);
    allowMore();
  }

  /** By its byte order mark, or since JSON begins with two characters of ASCII. */
  private static boolean isUtf16(int first, int second) {
    return first == 0xfe && second == 0xff
        || first == 0xff && second == 0xfe
        || (first == 0) != (second == 0);
  }

  static boolean startsWithMark(byte[] head) {
    return head.length >= MARK.length
        && head[0] == MARK[0]
        && head[1] == MARK[1]
        && head[2] == MARK[2];
  }

  /** The parser has come to the next piece, which may have its full length again. */
  void allowMore() {
    allowed = handedOut + (long) BYTES_PER_UNIT * maxString + SLACK;
  }

  /** Bytes of the report so far, the mark included; those of the parser's buffer are among them. */
  long position() {
    return handedOut;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    if (handedOut >= allowed) {
      String what = "a string, or the space between two,";
      throw new IOException(Bound.limit(what, maxString, "characters", "--max-string"));
    }
    if (marked) {
      marked = false;
      handedOut = in.readNBytes(MARK.length).length;
    }
    int wanted = (int) Math.min(byteCount, chunk.length - open);
    int count = in.read(chunk, open, wanted);
    if (count <= 0) {
      if (open > 0) {
        throw wrong(handedOut - open + 1, wrongEncoding());
      }
      return -1;
    }
    check(open + count);
    sink.write(chunk, open, count);
    handedOut += count;
    keepOpenCharacter(open + count);
    return count;
  }

  /** The first {@code length} bytes of the chunk, of which {@code open} were handed out before. */
  private void check(int length) throws IOException {
    boolean ascii = true;
    for (int i = open; i < length; i++) {
      if (chunk[i] == 0) {
        String expected = "JSON text was expected but was a zero byte";
        throw wrong(handedOut - open + i + 1, expected);
      }
      ascii &= chunk[i] > 0;
    }
    bytes = ByteBuffer.wrap(chunk, 0, length);
    if (ascii && open == 0) {
      bytes.position(length);
      return;
    }
    utf8.reset();
    CoderResult result = utf8.decode(bytes, discarded.clear(), false);
    if (result.isError()) {
      throw wrong(handedOut - open + bytes.position() + 1, wrongEncoding());
    }
  }

  private void keepOpenCharacter(int length) {
    open = length - bytes.position();
    System.arraycopy(chunk, bytes.position(), chunk, 0, open);
  }

  private static String wrongEncoding() {
    return "wrong encoding: UTF-8 was expected, but these bytes are not";
  }

  private static IOException wrong(long at, String message) {
    return new IOException(new MalformedReportException("byte " + at, message));
  }

  @Override
  public Timeout timeout() {
    return Timeout.NONE;
  }

  /** Closes nothing: the stream belongs to whoever opened it. */
  @Override
  public void close() {}
}
