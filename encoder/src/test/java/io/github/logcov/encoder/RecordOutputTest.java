package io.github.logcov.encoder;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordOutputTest {
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final List<Long> pauses = new ArrayList<>();

  /** Fails now and then after a part of the bytes, as a full non-blocking pipe does. */
  private final class Flaky extends OutputStream {
    private final Random random = new Random(1);
    private int longest;

    @Override
    public void write(int b) {
      throw new UnsupportedOperationException("one write per record");
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      longest = Math.max(longest, length);
      if (random.nextInt(3) > 0) {
        seen.write(bytes, offset, length);
        return;
      }
      seen.write(bytes, offset, random.nextInt(length));
      throw new WouldBlockException();
    }
  }

  @Test
  void tornWritesAreTriedAgainAndThePayloadArrivesWhole(@TempDir Path dir) throws IOException {
    byte[] report = new byte[20_000];
    new Random(2).nextBytes(report);
    Files.write(dir.resolve("a.bin"), report);
    Flaky flaky = new Flaky();

    Emitted emitted =
        Emitted.run(dir.toRealPath(), Map.of(), flaky, seen, pauses::add, "--carry", "a.bin");

    assertThat(emitted.status).isZero();
    assertThat(emitted.frames()).hasSize(1).allMatch(frame -> frame.isWhole());
    assertThat(flaky.longest).isLessThanOrEqualTo(130);
    assertThat(pauses).isNotEmpty();
  }

  @Test
  void givesUpAtOnceWithStatusOneWhenNothingCanEverBeWritten(@TempDir Path dir) throws IOException {
    Files.write(dir.resolve("coverage.xml"), new byte[] {1});

    Emitted emitted =
        Emitted.run(
            dir.toRealPath(), Map.of(), failing(new IOException("Broken pipe")), seen, pauses::add);

    assertThat(emitted.status).isEqualTo(1);
    assertThat(emitted.err).endsWith("emit: cannot go on: IOException: Broken pipe\n");
    assertThat(pauses).isEmpty();
  }

  private static OutputStream failing(IOException failure) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw failure;
      }
    };
  }

  @Test
  void aChannelThatTakesNothingIsFullAndOneThatThrowsIsBroken() {
    int[] takes = {3};
    WritableByteChannel channel =
        new WritableByteChannel() {
          @Override
          public int write(ByteBuffer from) {
            int taken = Math.min(takes[0], from.remaining());
            takes[0] -= taken;
            from.position(from.position() + taken);
            return taken;
          }

          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void close() {}
        };
    StandardOutput output = new StandardOutput(channel);

    assertThatCode(() -> output.write(new byte[2], 0, 2)).doesNotThrowAnyException();
    assertThatThrownBy(() -> output.write(new byte[2], 0, 2))
        .isInstanceOf(WouldBlockException.class);
  }

  @Test
  void givesUpAfterABoundedTimeWhenTheOutputStaysFull(@TempDir Path dir) throws IOException {
    Files.write(dir.resolve("coverage.xml"), new byte[] {1});

    Emitted emitted =
        Emitted.run(
            dir.toRealPath(), Map.of(), failing(new WouldBlockException()), seen, pauses::add);

    assertThat(emitted.status).isEqualTo(1);
    assertThat(emitted.err)
        .endsWith("emit: cannot go on: WouldBlockException: the output takes nothing more\n");
    assertThat(pauses).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 64L, 100L, 100L).hasSize(300);
    assertThat(pauses.stream().mapToLong(Long::longValue).sum()).isBetween(20_000L, 40_000L);
  }

  @Test
  void repeatsALineBehindALineFeed() throws IOException {
    int[] calls = new int[1];
    OutputStream once =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            if (calls[0]++ == 0) {
              seen.write(bytes, offset, 2);
              throw new WouldBlockException();
            }
            seen.write(bytes, offset, length);
          }
        };
    RecordOutput output = new RecordOutput(once, pauses::add);

    output.line("abcd".getBytes(US_ASCII), 4);
    output.line("ef".getBytes(US_ASCII), 2);

    assertThat(seen.toString(US_ASCII)).isEqualTo("ab\nabcd\nef\n");
  }
}
