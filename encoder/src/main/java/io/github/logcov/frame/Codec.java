package io.github.logcov.frame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/** The ways a payload may be compressed: those that every CI image has a command for. */
public enum Codec {
  /** RFC 1952; several members in a row are one stream. */
  GZIP {
    @Override
    InputStream open(InputStream encoded) throws IOException {
      return GzipCompressorInputStream.builder()
          .setInputStream(encoded)
          .setDecompressConcatenated(true)
          .get();
    }

    @Override
    OutputStream wrap(OutputStream out) throws IOException {
      GzipParameters parameters = new GzipParameters();
      parameters.setCompressionLevel(Deflater.BEST_COMPRESSION);
      // The same file must give the same bytes in every run and on every system: no time, system
      // "unknown".
      parameters.setOperatingSystem(255);
      return new GzipCompressorOutputStream(out, parameters);
    }
  },

  /** bzip2 with 900 kB blocks; several streams in a row are one. */
  BZIP2 {
    @Override
    InputStream open(InputStream encoded) throws IOException {
      return new BZip2CompressorInputStream(encoded, true);
    }

    @Override
    OutputStream wrap(OutputStream out) throws IOException {
      return new BZip2CompressorOutputStream(out);
    }
  },

  /** xz with a bounded dictionary; several streams in a row are one. */
  XZ {
    @Override
    InputStream open(InputStream encoded) throws IOException {
      return new XZInputStream(encoded, XZ_MEMORY_KIB);
    }

    @Override
    OutputStream wrap(OutputStream out) throws IOException {
      return new XZOutputStream(out, new LZMA2Options(LZMA2Options.PRESET_DEFAULT));
    }
  };

  /** Memory that a stranger's xz stream may ask for: {@code xz -9} needs 65 MiB to decompress. */
  private static final int XZ_MEMORY_KIB = 80 * 1024;

  abstract InputStream open(InputStream encoded) throws IOException;

  abstract OutputStream wrap(OutputStream out) throws IOException;

  /** The name that stands in the header: {@code gzip}, {@code bzip2}, {@code xz}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The codec of this header name; empty when there is none. */
  public static Optional<Codec> of(String label) {
    for (Codec codec : values()) {
      if (codec.label().equals(label)) {
        return Optional.of(codec);
      }
    }
    return Optional.empty();
  }

  /**
   * A stream of the decompressed bytes; closing it closes {@code encoded}. The caller bounds what
   * it reads.
   *
   * @throws IOException here or while reading, when the bytes are damaged, end early, are followed
   *     by anything that is not another member, or ask for more memory than 80 MiB
   */
  public InputStream decompress(InputStream encoded) throws IOException {
    return new CheckedStream(open(encoded));
  }

  /**
   * A stream that compresses to {@code out}, the same in every run; closing it finishes, and closes
   * {@code out}.
   */
  public OutputStream compress(OutputStream out) throws IOException {
    return wrap(out);
  }

  /** The compressed form of the bytes, the same in every run. */
  public byte[] compress(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 8 + 64);
    try (OutputStream compressor = wrap(out)) {
      compressor.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("memory does no I/O", e);
    }
    return out.toByteArray();
  }
}
