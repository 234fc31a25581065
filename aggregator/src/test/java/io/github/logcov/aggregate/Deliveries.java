package io.github.logcov.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.logcov.collect.Delivery;
import io.github.logcov.collect.JobReader;
import io.github.logcov.collect.Requirement;
import io.github.logcov.frame.Codec;
import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameLimits;
import io.github.logcov.frame.FrameWriter;
import io.github.logcov.frame.Scratch;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.Job;
import io.github.logcov.payload.PayloadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What jobs deliver that printed one report. */
final class Deliveries {
  private Deliveries() {}

  /** A required job whose log holds this tracefile, emitted with these flags. */
  static Delivery of(String job, String lcov, String... flags) {
    return of(Scratch.inMemory(), job, lcov, flags);
  }

  /** The same, with its bytes waiting here; any report. */
  static Delivery of(Scratch scratch, String job, String report, String... flags) {
    return of(scratch, job, report.getBytes(UTF_8), flags);
  }

  private static Delivery of(Scratch scratch, String job, byte[] report, String... flags) {
    byte[] log = log(report, List.of(flags));
    return new JobReader(BuildInfo.UNKNOWN, FrameLimits.defaults(), PayloadLimits.DEFAULT, scratch)
        .read(
            Job.ofNumber(job),
            Optional.of(() -> new ByteArrayInputStream(log)),
            List.of(),
            Requirement.REPORT);
  }

  /** A required job whose log holds a report that is no text. */
  static Delivery of(String job, byte[] report) {
    return of(Scratch.inMemory(), job, report);
  }

  /** A tracefile of one source file: the hits of line 1, of line 2 and so on. */
  static String lcov(String path, int... hits) {
    StringBuilder text = new StringBuilder("SF:").append(path).append('\n');
    for (int i = 0; i < hits.length; i++) {
      text.append("DA:").append(i + 1).append(',').append(hits[i]).append('\n');
    }
    return text.append("end_of_record\n").toString();
  }

  private static byte[] log(byte[] content, List<String> flags) {
    byte[] packed = Codec.GZIP.compress(content);
    FrameHeader header =
        FrameHeader.builder()
            .path("report")
            .codec("gzip")
            .payload(packed, content.length, sha256(content))
            .buildDir("/home/travis/build/o/r")
            .flags(flags)
            .build();
    StringBuilder lines = new StringBuilder();
    try {
      new FrameWriter(header, packed)
          .write((ascii, length) -> lines.append(new String(ascii, 0, length, UTF_8)).append('\n'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.toString().getBytes(UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
