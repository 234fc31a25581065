package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.frame.Scratch;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

class FileScratchTest {
  @Test
  void givesBackWhatWasAppended() throws IOException {
    try (Scratch.Region region = new FileScratch().open()) {
      region.append("xabcx".getBytes(US_ASCII), 1, 3);
      region.append("def".getBytes(US_ASCII), 0, 3);
      byte[] read = new byte[6];

      region.read(1, read, 2, 4);

      assertThat(read).containsExactly(0, 0, 'b', 'c', 'd', 'e');
    }
  }

  @Test
  void readsNothingBehindTheEnd() throws IOException {
    try (Scratch.Region region = new FileScratch().open()) {
      region.append(new byte[3], 0, 3);

      assertThatThrownBy(() -> region.read(1, new byte[3], 0, 3)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void keepsRegionsApart() throws IOException {
    FileScratch scratch = new FileScratch();
    try (Scratch.Region one = scratch.open();
        Scratch.Region two = scratch.open()) {
      one.append(new byte[] {1}, 0, 1);
      two.append(new byte[] {2}, 0, 1);
      byte[] read = new byte[1];

      one.read(0, read, 0, 1);

      assertThat(read).containsExactly(1);
    }
  }

  @Test
  void isGoneWhenClosed() throws IOException {
    Scratch.Region region = new FileScratch().open();
    region.close();

    assertThatThrownBy(() -> region.append(new byte[1], 0, 1))
        .isInstanceOf(ClosedChannelException.class);
  }
}
