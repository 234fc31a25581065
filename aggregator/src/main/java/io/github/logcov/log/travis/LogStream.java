package io.github.logcov.log.travis;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** A log under way: its failures are told in words, and its end is noticed. */
final class LogStream extends FilterInputStream {
  private final Function<IOException, String> words;
  private final Runnable end;

  /**
   * @param words what a failure is called
   * @param end is run when the stream is closed
   */
  LogStream(InputStream in, Function<IOException, String> words, Runnable end) {
    super(in);
    this.words = words;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw new IOException(words.apply(e), e);
    }
  }

  @Override
  public int read(byte[] buffer, int start, int length) throws IOException {
    try {
      return super.read(buffer, start, length);
    } catch (IOException e) {
      throw new IOException(words.apply(e), e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      end.run();
    }
  }
}
