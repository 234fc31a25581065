package io.github.logcov.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scanner's buffer has borders; nothing of a log may notice them. */
class BufferBorderTest {
  private static final int SIZE = 128 * 1024;

  @Test
  void aRecordIsFoundAtEveryPlaceAroundTheBorders() {
    byte[] encoded = Samples.bytes(1, 40);
    byte[] lines = String.join("\n", Samples.lines(encoded)).getBytes(StandardCharsets.US_ASCII);
    for (int border :
        new int[] {SIZE - RecordParser.LOOKAHEAD, SIZE, 2 * SIZE - RecordParser.LOOKAHEAD}) {
      for (int before = border - lines.length - 3; before < border + 3; before += 5) {
        byte[] log = new byte[before + lines.length + 500];
        Arrays.fill(log, (byte) '.');
        System.arraycopy(lines, 0, log, before, lines.length);

        List<Frame> frames = Samples.read(log).frames();

        assertThat(frames).hasSize(1);
        assertThat(frames.get(0).damage()).isEmpty();
      }
    }
  }

  @Test
  void aStreamThatGivesOneByteAtATimeIsReadTheSame() throws IOException {
    byte[] encoded = Samples.bytes(2, 9_000);
    byte[] log = String.join("\r\n", Samples.lines(encoded)).getBytes(StandardCharsets.US_ASCII);
    InputStream slow =
        new ByteArrayInputStream(log) {
          @Override
          public synchronized int read(byte[] to, int offset, int length) {
            return super.read(to, offset, Math.min(length, 1));
          }
        };

    LogFrames read = new FrameReader(FrameLimits.defaults(), Scratch.inMemory()).read(slow);

    assertThat(Samples.encoded(read.frames().get(0))).isEqualTo(encoded);
  }

  @Test
  void linesAreCountedByLineFeedsThroughAllBuffers() {
    byte[] encoded = Samples.bytes(3, 40);
    String log = "text\r\n".repeat(100_000) + String.join("\n", Samples.lines(encoded));

    assertThat(Samples.read(log).frames().get(0).firstLogLine()).isEqualTo(100_001);
  }

  @Test
  void aLongLineWithoutLineFeedHoldsManyRecords() {
    byte[] encoded = Samples.bytes(4, 300_000);
    String log = String.join("", Samples.lines(encoded));

    Frame frame = Samples.read(log).frames().get(0);

    assertThat(Samples.encoded(frame)).isEqualTo(encoded);
    assertThat(frame.firstLogLine()).isEqualTo(1);
  }

  @Test
  void anUnfinishedEscapeSequenceSwallowsNothing() {
    byte[] encoded = Samples.bytes(5, 40);
    String text = "\u001b]0;never ended\n\u001b_also this ";
    String log = text + String.join("\n" + text, Samples.lines(encoded));

    assertThat(Samples.read(log).frames().get(0).damage()).isEmpty();
  }

  @Test
  void hostileEscapesDoNotMakeEveryTildeReadTheWholeBuffer() {
    byte[] log = "~lc1\u001b]".repeat(30_000).getBytes(StandardCharsets.US_ASCII);

    assertThat(Samples.read(log).frames()).isEmpty();
  }
}
