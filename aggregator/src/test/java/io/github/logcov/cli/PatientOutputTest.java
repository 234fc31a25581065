package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientOutputTest {
  private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
  private long slept;
  private int failures;

  /** Takes {@code room} bytes at a time, and nothing the next {@code pauses} times. */
  private class Pipe implements WritableByteChannel {
    private final int room;
    private final int pauses;
    private int left;

    Pipe(int room, int pauses) {
      this.room = room;
      this.pauses = pauses;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      if (left-- > 0) {
        return 0;
      }
      left = pauses;
      int count = Math.min(room, bytes.remaining());
      for (int i = 0; i < count; i++) {
        arrived.write(bytes.get());
      }
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  private PatientOutput patient(WritableByteChannel channel) {
    return new PatientOutput(channel, millis -> slept += millis);
  }

  @Test
  void losesNothingWhenTheStreamIsFullForAMoment() throws IOException {
    byte[] text = "0123456789".repeat(200).getBytes(US_ASCII);

    patient(new Pipe(512, 3)).write(text);

    assertThat(arrived.toByteArray()).isEqualTo(text);
    assertThat(slept).isEqualTo(3 * 3 * 20);
  }

  /** What a pipe says whose other end is closed, in the words of the system. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Broken pipe",
        "Datenübergabe unterbrochen (broken pipe)",
        "The pipe is being closed"
      })
  void isQuietWhenTheReaderHasGone(String message) throws IOException {
    PatientOutput output = patient(failing(message));

    output.write(new byte[2000]);
    output.write('x');

    assertThat(failures).isEqualTo(1);
  }

  @Test
  void failsForGoodWhenADiskIsFull() {
    PatientOutput output = patient(failing("No space left on device"));

    assertThatThrownBy(() -> output.write('x')).hasMessage("No space left on device");
    assertThatThrownBy(() -> output.write('x')).hasMessage("No space left on device");
    assertThat(failures).isEqualTo(1);
  }

  private WritableByteChannel failing(String message) {
    return new Pipe(1, 0) {
      @Override
      public int write(ByteBuffer bytes) throws IOException {
        failures++;
        throw new IOException(message);
      }
    };
  }

  @Test
  void givesUpWhenNobodyReads() {
    assertThatThrownBy(() -> patient(new Pipe(0, 0)).write(new byte[2000]))
        .isInstanceOf(IOException.class)
        .hasMessage("nobody reads standard output");

    assertThat(slept).isEqualTo(3000 * 20);
  }
}
