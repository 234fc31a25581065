package io.github.logcov.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** Makes archives, hostile ones too. */
final class Archives {

  private Archives() {}

  static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putArchiveEntry(new ZipArchiveEntry(entry.getKey()));
        zip.write(bytes(entry.getValue()));
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  static byte[] tar(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        // "preserveAbsolutePath": what commons-compress would repair is what is tested.
        TarArchiveEntry header = new TarArchiveEntry(entry.getKey(), true);
        byte[] content = bytes(entry.getValue());
        header.setSize(header.isDirectory() ? 0 : content.length);
        tar.putArchiveEntry(header);
        if (!header.isDirectory()) {
          tar.write(content);
        }
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** A file that holds {@code one}, and an entry of that type that leads to it. */
  static byte[] tarWithLink(String file, String link, byte type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      TarArchiveEntry header = new TarArchiveEntry(file);
      header.setSize(3);
      tar.putArchiveEntry(header);
      tar.write(bytes("one"));
      tar.closeArchiveEntry();
      TarArchiveEntry linked = new TarArchiveEntry(link, type);
      linked.setLinkName(file);
      tar.putArchiveEntry(linked);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  /** A file, and a symbolic link to it. */
  static byte[] zipWithLink(String file, String link) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.putArchiveEntry(new ZipArchiveEntry(file));
      zip.write(bytes("one"));
      zip.closeArchiveEntry();
      ZipArchiveEntry linked = new ZipArchiveEntry(link);
      linked.setUnixMode(UnixStat.LINK_FLAG | UnixStat.DEFAULT_LINK_PERM);
      zip.putArchiveEntry(linked);
      zip.write(bytes(file));
      zip.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  /** With {@code gz}, {@code bzip2} or {@code xz}. */
  static byte[] pack(String codec, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        new CompressorStreamFactory().createCompressorOutputStream(codec, bytes)) {
      out.write(content);
    } catch (CompressorException e) {
      throw new IOException(e);
    }
    return bytes.toByteArray();
  }

  /** Contents are text in Latin-1, so that a packed content can be an entry too. */
  static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String text(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }
}
