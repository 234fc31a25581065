package io.github.logcov.format;

import java.io.IOException;
import java.io.InputStream;

/**
 * A report as it came out of a payload: its name, its first bytes, and its content, which can be
 * streamed once. Not thread-safe.
 */
public final class ReportFile {
  /** How many bytes a format may look at to recognise its own: enough for a licence comment. */
  static final int HEAD_BYTES = 4096;

  private final String path;
  private final byte[] head;
  private final InputStream rest;
  private boolean handedOut;

  /** With the path of the payload and the decoded bytes; the stream is closed by the caller. */
  public ReportFile(String path, InputStream content) throws IOException {
    this.path = path;
    this.rest = content;
    this.head = content.readNBytes(HEAD_BYTES);
  }

  /** The path of the payload, as its header names it. */
  public String path() {
    return path;
  }

  /** A copy of the first bytes: 4,096, or all when there are fewer. Consumes nothing. */
  public byte[] head() {
    return head.clone();
  }

  /**
   * The whole content from its first byte; closing it closes nothing.
   *
   * @throws IllegalStateException when it was handed out before
   */
  public InputStream content() {
    if (handedOut) {
      throw new IllegalStateException("the content of " + path + " was read already");
    }
    handedOut = true;
    return new Content();
  }

  private final class Content extends InputStream {
    private int position;

    @Override
    public int read() throws IOException {
      return position < head.length ? head[position++] & 0xff : rest.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (position >= head.length) {
        return rest.read(target, offset, length);
      }
      int count = Math.min(length, head.length - position);
      System.arraycopy(head, position, target, offset, count);
      position += count;
      return count;
    }
  }
}
