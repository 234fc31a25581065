package io.github.logcov.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.frame.Codec;
import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameLimits;
import io.github.logcov.frame.FrameWriter;
import io.github.logcov.frame.Scratch;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.BuildLog;
import io.github.logcov.log.Job;
import io.github.logcov.payload.PayloadLimits;
import io.github.logcov.payload.ScratchFailedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that is full here is no fault of the job whose log is read. */
class JobReaderTest {
  private static final String FULL =
      "payloads cannot be kept in the temporary folder (No space left on device); make room there,"
          + " or name another one with LOGCOV_JAVA_OPTS=-Djava.io.tmpdir=FOLDER";

  /** What a scratch cannot do. */
  private enum Step {
    OPEN,
    APPEND,
    READ,
    CLOSE,
    NONE
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void throwsWhatTheScratchCannotReadAndBlamesNoPayload(Codec codec) throws IOException {
    // Not closed: the region would fail once more.
    Delivery delivery = read(codec, Step.READ);

    assertThat(delivery.problems()).isEmpty();
    assertThatThrownBy(() -> delivery.payloads().get(0).open().readAllBytes())
        .isInstanceOf(ScratchFailedException.class)
        .hasMessage(FULL);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "APPEND"})
  void throwsWhatTheScratchCannotWriteAndBlamesNoLog(Step failing) {
    assertThatThrownBy(() -> read(Codec.GZIP, failing))
        .isInstanceOf(ScratchFailedException.class)
        .hasMessage(FULL);
  }

  @Test
  void throwsWhatTheScratchCannotClose() throws IOException {
    Delivery delivery = read(Codec.GZIP, Step.CLOSE);

    assertThatThrownBy(delivery::close).isInstanceOf(ScratchFailedException.class).hasMessage(FULL);
  }

  @Test
  void stillBlamesALogThatCannotBeRead() throws IOException {
    BuildLog broken =
        () -> {
          throw new IOException("bad sector");
        };

    try (Delivery delivery =
        reader(Step.NONE)
            .read(Job.ofNumber("8.1"), Optional.of(broken), List.of(), Requirement.REPORT)) {
      assertThat(delivery.problems().get(0).message())
          .isEqualTo("its log cannot be read to the end (bad sector); save it again");
    }
  }

  private static Delivery read(Codec codec, Step failing) throws IOException {
    byte[] log = log(codec);
    return reader(failing)
        .read(
            Job.ofNumber("8.1"),
            Optional.of(() -> new ByteArrayInputStream(log)),
            List.of(),
            Requirement.REPORT);
  }

  private static JobReader reader(Step failing) {
    return new JobReader(
        BuildInfo.UNKNOWN, FrameLimits.defaults(), PayloadLimits.DEFAULT, scratch(failing));
  }

  private static byte[] log(Codec codec) throws IOException {
    byte[] packed = codec.compress("SF:a.py\nDA:1,1\nend_of_record\n".getBytes(UTF_8));
    FrameHeader header =
        FrameHeader.builder()
            .path("a.info")
            .codec(codec.label())
            .payload(packed, 29, "0".repeat(64))
            .build();
    StringBuilder lines = new StringBuilder();
    new FrameWriter(header, packed)
        .write((ascii, length) -> lines.append(new String(ascii, 0, length, UTF_8)).append('\n'));
    return lines.toString().getBytes(UTF_8);
  }

  private static Scratch scratch(Step failing) {
    return () -> {
      fail(failing, Step.OPEN);
      Scratch.Region memory = Scratch.inMemory().open();
      return new Scratch.Region() {
        /** The frame is checked before it is a payload; what fails is a later read. */
        private int reads;

        @Override
        public void append(byte[] bytes, int offset, int length) throws IOException {
          fail(failing, Step.APPEND);
          memory.append(bytes, offset, length);
        }

        @Override
        public void read(long position, byte[] to, int offset, int length) throws IOException {
          if (reads++ > 0) {
            fail(failing, Step.READ);
          }
          memory.read(position, to, offset, length);
        }

        @Override
        public void close() throws IOException {
          fail(failing, Step.CLOSE);
          memory.close();
        }
      };
    };
  }

  private static void fail(Step failing, Step here) throws IOException {
    if (failing == here) {
      throw new IOException("No space left on device");
    }
  }
}
