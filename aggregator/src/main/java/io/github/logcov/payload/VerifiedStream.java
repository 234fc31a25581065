package io.github.logcov.payload;

import io.github.logcov.frame.Codec;
import io.github.logcov.frame.Frame;
import io.github.logcov.frame.FrameHeader;
import io.github.logcov.problem.ProblemType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Unpacks a frame, counts and digests what comes out, and fails at the first byte that cannot be
 * right.
 */
final class VerifiedStream extends FilterInputStream {
  private final FrameHeader header;
  private final MessageDigest digest = sha256();
  private long count;
  private boolean ended;

  VerifiedStream(Frame frame, FrameHeader header, PayloadLimits limits) throws IOException {
    super(unpack(frame, header, limits));
    this.header = header;
  }

  private static InputStream unpack(Frame frame, FrameHeader header, PayloadLimits limits)
      throws IOException {
    if (header.decodedBytes() > limits.maxReportBytes()) {
      throw new MalformedPayloadException(
          ProblemType.PAYLOAD_TOO_LARGE,
          "unpacks to %s bytes, the bound is %s; raise it with --max-report-bytes"
              .formatted(header.decodedBytes(), limits.maxReportBytes()));
    }
    try {
      return Codec.of(header.codec()).orElseThrow().decompress(frame.encoded());
    } catch (IOException | RuntimeException e) {
      throw broken(header, e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n;
    try {
      n = super.read(buffer, offset, length);
    } catch (IOException | RuntimeException e) {
      // Decompressors answer some kinds of nonsense with unchecked exceptions.
      throw broken(header, e);
    }
    if (n > 0) {
      count += n;
      if (count > header.decodedBytes()) {
        throw corrupt(
            "more than the %s bytes that its header names came out"
                .formatted(header.decodedBytes()));
      }
      digest.update(buffer, offset, n);
    } else if (n < 0 && !ended) {
      ended = true;
      verify();
    }
    return n;
  }

  private void verify() throws MalformedPayloadException {
    if (count != header.decodedBytes()) {
      throw corrupt(
          "%s bytes came out, its header names %s".formatted(count, header.decodedBytes()));
    }
    String found = HexFormat.of().formatHex(digest.digest());
    if (!found.equals(header.sha256())) {
      throw corrupt("SHA-256 is " + found + ", its header names " + header.sha256());
    }
  }

  @Override
  public long skip(long n) throws IOException {
    // Skipped bytes must be digested too.
    byte[] buffer = new byte[(int) Math.max(0, Math.min(n, 8192))];
    int got = buffer.length == 0 ? 0 : read(buffer, 0, buffer.length);
    return Math.max(got, 0);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private static MalformedPayloadException corrupt(String found) {
    return new MalformedPayloadException(
        ProblemType.PAYLOAD_CORRUPT, found + "; the file cannot be trusted, restart the job");
  }

  /** Blames the payload, unless its bytes could not be kept here. */
  private static MalformedPayloadException broken(FrameHeader header, Exception e) {
    ScratchFailedException.in(e)
        .ifPresent(
            failed -> {
              throw failed;
            });
    return new MalformedPayloadException(
        ProblemType.PAYLOAD_CORRUPT,
        "cannot be unpacked as " + header.codec() + " (" + e.getMessage() + "); restart the job",
        e);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
