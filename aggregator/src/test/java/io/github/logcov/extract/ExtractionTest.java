package io.github.logcov.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Jobs that are restarted while others are waited for, and targets that fail. */
class ExtractionTest {
  private final Map<String, String> written = new TreeMap<>();

  /** A target in memory, on which no name is taken. */
  private String put(List<String> path, InputStream content) throws IOException {
    String name = String.join("/", path);
    written.put(name, new String(content.readAllBytes(), UTF_8));
    return name;
  }

  private static Delivery delivery(String number, String text) throws Exception {
    byte[] content = text.getBytes(UTF_8);
    byte[] encoded = Codec.GZIP.compress(content);
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    FrameHeader header =
        FrameHeader.builder()
            .path("a.info")
            .codec("gzip")
            .payload(encoded, content.length, digest)
            .build();
    StringBuilder log = new StringBuilder();
    new FrameWriter(header, encoded)
        .write((ascii, length) -> log.append(new String(ascii, 0, length, UTF_8)).append('\n'));
    byte[] bytes = log.toString().getBytes(UTF_8);
    return new JobReader(
            BuildInfo.UNKNOWN, FrameLimits.defaults(), PayloadLimits.DEFAULT, Scratch.inMemory())
        .read(
            Job.ofNumber(number),
            Optional.of(() -> new ByteArrayInputStream(bytes)),
            List.of(),
            Requirement.REPORT);
  }

  @Test
  void writesOnlyWhatARestartedJobDeliversAtLast() throws Exception {
    try (Extraction extraction = new Extraction()) {
      extraction.accept(delivery("1.1", "before"));
      extraction.accept(delivery("1.2", "kept"));
      extraction.withdrawn("1.1");
      extraction.accept(delivery("1.1", "after"));

      Extracted extracted = extraction.into(this::put);

      assertThat(written).isEqualTo(Map.of("1.1/a.info", "after", "1.2/a.info", "kept"));
      assertThat(extracted)
          .isEqualTo(
              new Extracted(
                  List.of(
                      new ExtractedFile("1.1", "1.1/a.info", 5),
                      new ExtractedFile("1.2", "1.2/a.info", 4)),
                  List.of()));
    }
  }

  @Test
  void missesNoFileOfAJobThatNobodyLookedAt() throws Exception {
    Problem unread =
        Problem.note(
            ProblemType.JOB_UNREAD,
            Origin.ofJob("1.2"),
            "not looked at any more, since job 1.1 failed");
    try (Extraction extraction = new Extraction()) {
      extraction.accept(delivery("1.1", "kept"));
      extraction.accept(
          new Delivery(
              Job.ofNumber("1.2"),
              Requirement.REPORT,
              List.of(),
              Optional.empty(),
              List.of(unread),
              () -> {}));

      Extracted extracted = extraction.into(this::put);

      assertThat(extracted.problems()).containsExactly(unread);
    }
  }

  @Test
  void writesNothingOfAJobThatWasWithdrawnForGood() throws Exception {
    try (Extraction extraction = new Extraction()) {
      extraction.accept(delivery("1.1", "before"));
      extraction.withdrawn("1.1");
      extraction.withdrawn("1.7");

      assertThat(extraction.into(this::put).problems())
          .extracting(problem -> problem.type().slug())
          .containsExactly("files-missing");
      assertThat(written).isEmpty();
    }
  }

  @Test
  void boundsWhatAllFilesTogetherTake() throws Exception {
    try (Extraction extraction = new Extraction(10)) {
      extraction.accept(delivery("1.1", "123456"));
      extraction.accept(delivery("1.2", "12345"));
      extraction.accept(delivery("1.3", "1234"));

      List<Problem> problems = extraction.into(this::put).problems();

      assertThat(written).isEqualTo(Map.of("1.1/a.info", "123456", "1.3/a.info", "1234"));
      assertThat(problems)
          .containsExactly(
              Problem.error(
                  ProblemType.LIMIT_EXCEEDED,
                  Origin.ofJob("1.2").withPayload("a.info"),
                  "all files together have more than 10 bytes with the 5 of this one; extract fewer"
                      + " jobs at a time (--job)"));
    }
  }

  @Test
  void doesNotBlameTheLogForATargetThatFails() throws Exception {
    try (Extraction extraction = new Extraction()) {
      extraction.accept(delivery("1.1", "x"));

      assertThatThrownBy(
              () ->
                  extraction.into(
                      (path, content) -> {
                        throw new IOException("No space left on device");
                      }))
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("No space left on device");
    }
  }
}
