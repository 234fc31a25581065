package io.github.logcov.frame;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The work for a log grows with its length and with nothing else. */
class HostileLogTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "~\u001b]",
        "\u001b]~lc1",
        "~lc1AAAAA\u001b]\u001bP",
        "~\u001b[~",
        "~lc1\u001b[~",
        "~\u001b[;;;;;;;;;;",
        "~\u001b]\u001b]\u001b]\u001b]\u001b]\u001b]\u001b]\u001b]\u001b]\u001b]\u001b]",
      })
  void escapeSequencesAreLookedAtABoundedNumberOfTimes(String unit) throws IOException {
    byte[] log = unit.repeat(1_000_000 / unit.length()).getBytes(ISO_8859_1);
    LogScanner scanner =
        new LogScanner(
            new ByteArrayInputStream(log),
            new FrameCollector(FrameLimits.defaults(), new Slots(Scratch.inMemory())));

    scanner.scan();

    assertThat(scanner.examined()).isBetween(1L, 50L * log.length);
  }

  @Test
  void noChoiceOfLineNumbersFallsOnOnePlace() {
    // Numbers that a multiplication and a shift, as Fibonacci hashing has them, would put together.
    SlotMap map = new SlotMap();
    int count = 0;
    for (int line = 0; line < Grammar.MAX_NUMBER && count < 5_000; line++) {
      if ((line * 0x9E3779B1 >>> 8 & 0x3fff) < 400) {
        map.put(line, count++);
      }
    }

    assertThat(count).isEqualTo(5_000);
    assertThat(map.probes()).isLessThan(20L * count);
  }

  @Test
  void dataLinesBeyondTheLimitAreToldOfOnce() throws IOException {
    byte[] encoded = Samples.bytes(1, 81 * 20);

    List<Frame> frames = read(Samples.lines(encoded), FrameLimits.defaults().withMaxRecords(10));

    assertThat(frames).hasSize(2).noneMatch(Frame::isWhole);
    assertThat(frames.get(1).damage())
        .extracting(FrameDamage::toString)
        .containsExactly(
            "TOO_MANY_LINES: the log holds more than 10 data and parity lines of payloads, the"
                + " limit: print fewer reports in one job");
  }

  @Test
  void headerLinesBeyondTheLimitAreToldOfOnceAndCopiesCountOnce() throws IOException {
    List<String> log = new ArrayList<>(Samples.lines(Samples.bytes(1, 50)));
    int lines = (log.size() - 3) / 2;
    FrameLimits enough = FrameLimits.defaults().withMaxHeaderLines(lines);

    assertThat(read(log, enough)).hasSize(1).allMatch(Frame::isWhole);
    assertThat(read(log, enough.withMaxHeaderLines(lines - 1)).get(1).damage())
        .extracting(FrameDamage::toString)
        .containsExactly(
            "TOO_MANY_LINES: the log holds more than "
                + (lines - 1)
                + " header lines of payloads, the limit: print fewer reports in one job");
  }

  private static List<Frame> read(List<String> log, FrameLimits limits) throws IOException {
    return new FrameReader(limits, Scratch.inMemory())
        .read(new ByteArrayInputStream(String.join("\n", log).getBytes(US_ASCII)))
        .frames();
  }
}
