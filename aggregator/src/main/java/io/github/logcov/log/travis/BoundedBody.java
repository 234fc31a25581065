package io.github.logcov.log.travis;

import java.io.IOException;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/** A body that fails when it grows beyond a bound, counted unpacked. */
final class BoundedBody extends ForwardingSource {
  private final long maxBytes;
  private long left;

  private BoundedBody(ResponseBody body, long maxBytes) {
    super(body.source());
    this.maxBytes = maxBytes;
    this.left = maxBytes;
  }

  static ResponseBody of(ResponseBody body, long maxBytes) {
    return ResponseBody.create(
        Okio.buffer(new BoundedBody(body, maxBytes)), body.contentType(), body.contentLength());
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long read = super.read(sink, byteCount);
    if (read > 0) {
      left -= read;
      if (left < 0) {
        throw new TooLargeException(maxBytes);
      }
    }
    return read;
  }

  /** The bound was met. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long maxBytes;

    TooLargeException(long maxBytes) {
      super("more than " + maxBytes + " bytes");
      this.maxBytes = maxBytes;
    }

    long maxBytes() {
      return maxBytes;
    }
  }
}
