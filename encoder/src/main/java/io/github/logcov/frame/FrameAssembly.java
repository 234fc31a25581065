package io.github.logcov.frame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Makes a frame of the lines of one payload: header, length of lines, repair, check of the whole.
 */
final class FrameAssembly {
  /** Far more lines than any log has; added up for every payload it must not overflow. */
  private static final long UNKNOWN = 1L << 31;

  private final FrameLimits limits;
  private final Traces traces;
  private final LogEnd logEnd;
  private final long logLines;
  private long missingLines;

  FrameAssembly(FrameLimits limits, Traces traces, LogEnd logEnd, long logLines) {
    this.limits = limits;
    this.traces = traces;
    this.logEnd = logEnd;
    this.logLines = logLines;
  }

  /**
   * Lines that the frames so far miss, before repair; far more than a log has when that of one is
   * not known.
   */
  long missingLines() {
    return missingLines;
  }

  private static int headerLines(FrameHeader header) {
    int digits = (int) Digits.count(header.text().length);
    return (digits + Grammar.DATA_DIGITS - 1) / Grammar.DATA_DIGITS;
  }

  Frame frame(PayloadLines lines) throws IOException {
    Optional<byte[]> text = lines.headers.text(lines.id);
    missingLines += UNKNOWN;
    if (!text.isPresent()) {
      return damaged(lines, null, diagnosis(lines).withoutHeader());
    }
    FrameHeader header;
    try {
      header = FrameHeader.parse(text.get());
    } catch (MalformedHeaderException e) {
      return damaged(lines, null, e.damage(), e.getMessage());
    }
    Frame refused = refused(lines, header);
    return refused != null ? refused : joined(lines, header);
  }

  private Frame joined(PayloadLines lines, FrameHeader header) throws IOException {
    int total = header.lines();
    Geometry geometry = new Geometry(header.parity(), total);
    missingLines +=
        lines
                .copies()
                .missing(
                    (long) lines.data.size() + lines.parityLines.size(),
                    (long) total + geometry.parityLines(),
                    headerLines(header))
            - UNKNOWN;
    int lastDigits =
        (int) (Digits.count(header.encodedBytes()) - (long) Grammar.DATA_DIGITS * (total - 1));
    lines.fit(geometry, lastDigits);
    int repaired = new Repair(lines, geometry, lastDigits).run();
    for (int line = 0; line < total; line++) {
      if (lines.data.get(line) == SlotMap.NONE) {
        return damaged(lines, header, diagnosis(lines).withMissingLines(total));
      }
    }
    lines.slots().flush();
    SlotStream.Source encoded = source(lines.data, lines.slots(), header.encodedBytes());
    if (!check(encoded).equals(header.encodedCheck())) {
      return lines.conflicts() > 0
          ? damaged(lines, header, FrameDamage.Cause.CONFLICT, Diagnosis.conflict())
          : damaged(
              lines,
              header,
              FrameDamage.Cause.CORRUPT,
              "all lines are there, but they do not have the check that the header names: restart"
                  + " the job");
    }
    return new Frame(
        PayloadId.text(lines.id),
        header,
        Collections.emptyList(),
        repaired + lines.fromCopy(),
        lines.firstLogLine,
        encoded);
  }

  /** Holds on to what it needs alone: a frame outlives all else that was seen of it. */
  private static SlotStream.Source source(SlotMap data, Slots slots, long bytes) {
    return () -> new SlotStream(data, slots, bytes);
  }

  /** What cannot be read however whole it is; null when nothing speaks against it. */
  private Frame refused(PayloadLines lines, FrameHeader header) {
    if (header.salt() != lines.salt || header.parity() != lines.parity) {
      return damaged(
          lines,
          header,
          FrameDamage.Cause.CORRUPT,
          "its lines and its header do not agree on salt and parity: restart the job");
    }
    if (!Codec.of(header.codec()).isPresent()) {
      return damaged(
          lines,
          header,
          FrameDamage.Cause.VERSION,
          "its codec \""
              + printable(header.codec())
              + "\" is not known here (gzip, bzip2 and xz are): use a newer logcov");
    }
    if (header.encodedBytes() > limits.maxEncodedBytes()) {
      return damaged(
          lines,
          header,
          FrameDamage.Cause.TOO_LARGE,
          header.encodedBytes()
              + " encoded bytes are more than the limit of "
              + limits.maxEncodedBytes());
    }
    int pathBytes = header.path().getBytes(StandardCharsets.UTF_8).length;
    if (pathBytes > limits.maxPathBytes()) {
      return damaged(
          lines,
          header,
          FrameDamage.Cause.TOO_LARGE,
          "its path has " + pathBytes + " bytes, more than the limit of " + limits.maxPathBytes());
    }
    return null;
  }

  private static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && i < 20; i++) {
      char c = text.charAt(i);
      shown.append(c >= ' ' && c < 0x7f && c != '"' ? c : '?');
    }
    return shown.toString();
  }

  private static String check(SlotStream.Source encoded) throws IOException {
    MessageDigest digest = Sha256.start();
    byte[] buffer = new byte[8 * 1024];
    try (InputStream in = encoded.open()) {
      for (int got = in.read(buffer, 0, buffer.length);
          got >= 0;
          got = in.read(buffer, 0, buffer.length)) {
        digest.update(buffer, 0, got);
      }
    }
    return Sha256.hex(digest.digest(), 4);
  }

  private Diagnosis diagnosis(PayloadLines lines) {
    return new Diagnosis(lines, traces.of(lines.id), logEnd, logLines);
  }

  private static Frame damaged(
      PayloadLines lines, FrameHeader header, FrameDamage.Cause cause, String message) {
    return damaged(lines, header, Collections.singletonList(new FrameDamage(cause, message)));
  }

  private static Frame damaged(PayloadLines lines, FrameHeader header, List<FrameDamage> damage) {
    return Frame.damaged(PayloadId.text(lines.id), header, damage, lines.firstLogLine);
  }
}
