package io.github.logcov.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A stream whose first bytes were looked at: what it is, and its content, unpacked where it was
 * packed. What counts are the bytes, not the name: browsers and CI services unpack and rename what
 * they hand out.
 *
 * @param kind what the content is
 * @param content from the beginning; the caller closes it
 */
record Unpacked(Kind kind, InputStream content) {

  /** What a file of logs can be. */
  enum Kind {
    LOG(""),
    ZIP("a zip archive"),
    TAR("a tar archive"),
    SEVEN_ZIP("a 7z archive"),
    RAR("a rar archive"),
    ZSTD("compressed with zstd"),
    LZ4("compressed with lz4"),
    COMPRESS("compressed with compress");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    boolean archive() {
      return this == ZIP || this == TAR;
    }
  }

  private static final int TAR_HEADER = 512;

  /**
   * xz -9 needs 65 MiB to unpack; a header that asks for more is refused before anything is
   * allocated.
   */
  static final int XZ_MEMORY_KIB = 100 * 1024;

  /** Looks at the first bytes. On an exception the raw stream is closed. */
  static Unpacked of(InputStream raw) throws IOException {
    try {
      BufferedInputStream buffered = new BufferedInputStream(raw, 1 << 16);
      byte[] head = peek(buffered);
      InputStream plain = unpack(buffered, head);
      if (plain == buffered) {
        return new Unpacked(kind(head), text(buffered, head));
      }
      BufferedInputStream content = new BufferedInputStream(plain, 1 << 16);
      byte[] contentHead = peek(content);
      Kind kind = isTar(contentHead) ? Kind.TAR : Kind.LOG;
      return new Unpacked(kind, text(content, contentHead));
    } catch (IOException | RuntimeException | Error e) {
      try {
        raw.close();
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  private static InputStream text(InputStream content, byte[] head) throws IOException {
    return Utf16Log.recognises(head) ? Utf16Log.of(content, head) : content;
  }

  private static byte[] peek(BufferedInputStream in) throws IOException {
    in.mark(TAR_HEADER);
    byte[] head = in.readNBytes(TAR_HEADER);
    in.reset();
    return head;
  }

  private static InputStream unpack(InputStream in, byte[] head) throws IOException {
    try {
      InputStream plain = decompress(in, head);
      return plain == in ? in : new UnpackedStream(plain);
    } catch (RuntimeException e) {
      throw UnpackedStream.damaged(e);
    }
  }

  private static InputStream decompress(InputStream in, byte[] head) throws IOException {
    if (startsWith(head, 0x1f, 0x8b)) {
      return GzipCompressorInputStream.builder()
          .setInputStream(in)
          .setDecompressConcatenated(true)
          .get();
    }
    if (isBzip2(head)) {
      return new BZip2CompressorInputStream(in, true);
    }
    if (startsWith(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZCompressorInputStream.builder()
          .setInputStream(in)
          .setDecompressConcatenated(true)
          .setMemoryLimitKiB(XZ_MEMORY_KIB)
          .get();
    }
    return in;
  }

  /**
   * "BZh" alone could begin a log; behind it and the block size stand digits of pi, or of its root
   * in an empty file.
   */
  private static boolean isBzip2(byte[] head) {
    return startsWith(head, 'B', 'Z', 'h')
        && head.length > 5
        && ((head[4] == 0x31 && head[5] == 0x41) || (head[4] == 0x17 && head[5] == 0x72));
  }

  private static Kind kind(byte[] head) {
    if (startsWith(head, 'P', 'K', 3, 4)
        || startsWith(head, 'P', 'K', 5, 6)
        || startsWith(head, 'P', 'K', 7, 8)) {
      return Kind.ZIP;
    } else if (startsWith(head, '7', 'z', 0xbc, 0xaf, 0x27, 0x1c)) {
      return Kind.SEVEN_ZIP;
    } else if (startsWith(head, 'R', 'a', 'r', '!', 0x1a, 7)) {
      return Kind.RAR;
    } else if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) {
      return Kind.ZSTD;
    } else if (startsWith(head, 0x04, 0x22, 0x4d, 0x18)) {
      return Kind.LZ4;
    } else if (startsWith(head, 0x1f, 0x9d)) {
      return Kind.COMPRESS;
    }
    return isTar(head) ? Kind.TAR : Kind.LOG;
  }

  /**
   * By the magic of POSIX and GNU, or the check sum, which is all that tars of before 1988 have.
   */
  private static boolean isTar(byte[] head) {
    if (head.length < TAR_HEADER) {
      return false;
    }
    String magic = new String(Arrays.copyOfRange(head, 257, 262), StandardCharsets.ISO_8859_1);
    return magic.equals("ustar") || (magic.equals("\0\0\0\0\0") && hasTarCheckSum(head));
  }

  private static boolean hasTarCheckSum(byte[] head) {
    try {
      return TarUtils.verifyCheckSum(head);
    } catch (IllegalArgumentException notOctal) {
      return false;
    }
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
