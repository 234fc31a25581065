package io.github.logcov.frame;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ScratchTest {
  private final CountingScratch beyond = new CountingScratch();

  @Test
  void keepsInMemoryWhatFitsAndMovesOutWhatDoesNot() throws IOException {
    Scratch scratch = Scratch.inMemory(100_000, beyond);
    byte[] small = Samples.bytes(1, 60_000);
    byte[] large = Samples.bytes(2, 60_000);
    FrameReader reader = new FrameReader(FrameLimits.defaults(), scratch);

    LogFrames first = reader.read(log(small));
    assertThat(beyond.opened).isZero();
    LogFrames second = reader.read(log(large));

    assertThat(beyond.opened).isEqualTo(1);
    assertThat(Samples.encoded(first.frames().get(0))).isEqualTo(small);
    assertThat(Samples.encoded(second.frames().get(0))).isEqualTo(large);
  }

  @Test
  void givesItsMemoryBackWhenClosed() throws IOException {
    Scratch scratch = Scratch.inMemory(100_000, beyond);
    FrameReader reader = new FrameReader(FrameLimits.defaults(), scratch);

    for (int i = 0; i < 10; i++) {
      reader.read(log(Samples.bytes(i, 60_000))).close();
    }
    LogFrames outside = reader.read(log(Samples.bytes(1, 110_000)));
    outside.close();

    assertThat(beyond.opened).isEqualTo(1);
    assertThat(beyond.closed).isEqualTo(1);
  }

  @Test
  void aLogWithoutFramesOpensNoRegion() throws IOException {
    new FrameReader(FrameLimits.defaults(), beyond)
        .read(new ByteArrayInputStream("nothing here ~lc1\n".getBytes(US_ASCII)))
        .close();

    assertThat(beyond.opened).isZero();
  }

  @Test
  void aLogThatBreaksOffLeavesNothingOpen() {
    byte[] log = String.join("\n", Samples.lines(Samples.bytes(3, 60_000))).getBytes(US_ASCII);
    InputStream broken =
        new ByteArrayInputStream(log) {
          @Override
          public synchronized int read(byte[] to, int offset, int length) {
            int got = super.read(to, offset, length);
            if (got < 0) {
              throw new java.io.UncheckedIOException(new IOException("reset"));
            }
            return got;
          }
        };

    assertThatThrownBy(() -> new FrameReader(FrameLimits.defaults(), beyond).read(broken))
        .hasMessageContaining("reset");
    assertThat(beyond.opened).isEqualTo(beyond.closed);
  }

  private static InputStream log(byte[] encoded) {
    return new ByteArrayInputStream(String.join("\n", Samples.lines(encoded)).getBytes(US_ASCII));
  }
}
