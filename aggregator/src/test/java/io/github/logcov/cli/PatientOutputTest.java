package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class PatientOutputTest {
  private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
  private int attempts;
  private long slept;

  /** Is full at first, each time something is written, then takes it. */
  private OutputStream full(int times) {
    return new OutputStream() {
      private int left = times;

      @Override
      public void write(int b) {
        throw new AssertionError("whole pieces are written");
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        attempts++;
        assertThat(length).isLessThanOrEqualTo(512);
        if (left-- > 0) {
          throw new IOException("full");
        }
        left = times;
        arrived.write(bytes, offset, length);
      }
    };
  }

  private PatientOutput patient(OutputStream stream) {
    return new PatientOutput(stream, millis -> slept += millis);
  }

  @Test
  void losesNothingWhenTheStreamIsFullForAMoment() throws IOException {
    byte[] text = "0123456789".repeat(200).getBytes(US_ASCII);

    patient(full(3)).write(text);

    assertThat(arrived.toByteArray()).isEqualTo(text);
    assertThat(slept).isEqualTo(4 * 3 * 20);
  }

  @Test
  void givesUpOnceAndDoesNotWaitAgain() {
    PatientOutput out = patient(full(Integer.MAX_VALUE));

    assertThatThrownBy(() -> out.write(new byte[2000])).hasMessage("full");
    assertThatThrownBy(() -> out.write(new byte[2000])).hasMessage("full");

    assertThat(attempts).isEqualTo(101);
    assertThat(slept).isEqualTo(99 * 20);
  }
}
