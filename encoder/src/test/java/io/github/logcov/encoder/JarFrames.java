package io.github.logcov.encoder;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameWriter;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** What the jar would print for given compressed bytes. */
final class JarFrames {
  private JarFrames() {}

  /** The header of a file without a job around it. */
  static FrameHeader.Builder header(String name, byte[] content, String codec, byte[] encoded)
      throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
    FrameHeader.Builder header =
        FrameHeader.builder().path(name).codec(codec).format(ReportName.format(name));
    return header.payload(encoded, content.length, HexFormat.of().formatHex(digest));
  }

  /** All that a call prints. */
  static String printed(List<FrameWriter> frames) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write('\n');
    for (FrameWriter frame : frames) {
      frame.write(
          (ascii, length) -> {
            out.write(ascii, 0, length);
            out.write('\n');
          });
    }
    return out.toString(US_ASCII);
  }
}
