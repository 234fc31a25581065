package io.github.logcov.encoder;

import io.github.logcov.frame.Codec;
import io.github.logcov.frame.FrameWriter;
import io.github.logcov.frame.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * A file, compressed; its sizes and digest come from the one pass that compressed it, so they
 * belong together.
 */
final class PackedFile {
  private final byte[] encoded;
  private final long decodedBytes;
  private final byte[] sha256;

  private PackedFile(byte[] encoded, long decodedBytes, byte[] sha256) {
    this.encoded = encoded;
    this.decodedBytes = decodedBytes;
    this.sha256 = sha256;
  }

  /**
   * Reads and compresses a file.
   *
   * @throws UsageException when it is larger, compressed, than a frame can hold
   */
  static PackedFile of(Path file, String name, Codec codec) throws IOException, UsageException {
    MessageDigest digest = Sha256.start();
    ByteArrayOutputStream encoded = new ByteArrayOutputStream(64 * 1024);
    long bytes = 0;
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
        OutputStream out = codec.compress(encoded)) {
      byte[] buffer = new byte[64 * 1024];
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        out.write(buffer, 0, got);
        bytes += got;
        refuseWhenTooLarge(encoded, name);
      }
    }
    refuseWhenTooLarge(encoded, name);
    return new PackedFile(encoded.toByteArray(), bytes, digest.digest());
  }

  private static void refuseWhenTooLarge(ByteArrayOutputStream encoded, String name)
      throws UsageException {
    if (encoded.size() > FrameWriter.maxEncodedBytes()) {
      throw new UsageException(
          name
              + ": expected at most "
              + FrameWriter.maxEncodedBytes()
              + " bytes once packed, which is what a frame can hold, found more; send less");
    }
  }

  byte[] encoded() {
    return encoded;
  }

  long decodedBytes() {
    return decodedBytes;
  }

  /** SHA-256 of the file, lower-case hex. */
  String sha256() {
    return Sha256.hex(sha256, sha256.length);
  }
}
