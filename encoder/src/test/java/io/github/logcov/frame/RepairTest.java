package io.github.logcov.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairTest {
  @ParameterizedTest
  @CsvSource({
    "1,16", "2,16", "3,16", "4,16", "5,16", "21,1", "40,1", "255,16", "256,16", "257,16", "70,64",
    "33,2"
  })
  void bringsBackAnySingleLine(int count, int parity) {
    for (int tail : count > 100 ? new int[] {2} : new int[] {1, 2, 3, 80, 81}) {
      byte[] encoded = Samples.bytes(count, 81 * (count - 1) + tail);
      List<String> lines = Samples.lines(encoded, 5, parity);
      for (int lost = 0; lost < lines.size(); lost++) {
        List<String> damaged = new ArrayList<>(lines);
        boolean data = damaged.remove(lost).charAt(11) == 'D';

        Frame frame = Samples.read(damaged).frames().get(0);

        assertThat(frame.damage()).as("line %d", lost).isEmpty();
        assertThat(frame.repaired()).isEqualTo(data ? 1 : 0);
        assertThat(Samples.encoded(frame)).isEqualTo(encoded);
      }
    }
  }

  @Test
  void bringsBackARunOfSixteenNeighboursAnywhere() {
    byte[] encoded = Samples.bytes(1, 81 * 300 + 4);
    List<String> lines = Samples.lines(encoded, 0, 16);
    int first = Samples.indexOf(lines, 'D', 0);
    for (int start = 0; start <= 240; start += 7) {
      List<String> damaged = new ArrayList<>(lines);
      damaged.subList(first + start, first + start + 16).clear();

      Frame frame = Samples.read(damaged).frames().get(0);

      assertThat(frame.damage()).isEmpty();
      assertThat(frame.repaired()).isEqualTo(16);
      assertThat(Samples.encoded(frame)).isEqualTo(encoded);
    }
  }

  @Test
  void doesWithoutTheFirstHeaderTheSecondHeaderOrTheEnd() {
    byte[] encoded = Samples.bytes(2, 500);
    List<String> lines = Samples.lines(encoded);
    int headers = Samples.indexOf(lines, 'D', 0);

    for (List<String> part :
        List.of(
            lines.subList(headers, lines.size()),
            lines.subList(0, lines.size() - headers - 1),
            lines.subList(0, lines.size() - 1))) {
      Frame frame = Samples.read(part).frames().get(0);

      assertThat(frame.damage()).isEmpty();
      assertThat(frame.repaired()).isZero();
      assertThat(Samples.encoded(frame)).isEqualTo(encoded);
    }
  }

  @Test
  void mergesTheTwoHeaderCopiesLineByLine() {
    byte[] encoded = Samples.bytes(2, 500);
    List<String> lines = new ArrayList<>(Samples.lines(encoded));
    int headers = Samples.indexOf(lines, 'D', 0);
    int second = lines.size() - 1 - headers;
    lines.remove(second + 1);
    lines.remove(0);

    Frame frame = Samples.read(lines).frames().get(0);

    assertThat(headers).isEqualTo(3);
    assertThat(frame.damage()).isEmpty();
  }

  @Test
  void needsNoOrderAtAll() {
    byte[] encoded = Samples.bytes(8, 81 * 100 + 9);
    List<String> lines = new ArrayList<>(Samples.lines(encoded));
    Collections.shuffle(lines, new Random(4));
    lines.remove(Samples.indexOf(lines, 'D', 50));

    Frame frame = Samples.read(lines).frames().get(0);

    assertThat(frame.damage()).isEmpty();
    assertThat(Samples.encoded(frame)).isEqualTo(encoded);
  }

  @Test
  void healsTheFirstCopyWithASecondAndCountsTheLines() {
    byte[] encoded = Samples.bytes(9, 81 * 100 + 9);
    List<String> lines = Samples.lines(encoded);
    int data = Samples.indexOf(lines, 'D', 0);
    List<String> log = new ArrayList<>(lines);
    log.subList(data + 10, data + 40).clear();
    log.addAll(lines);

    List<Frame> frames = Samples.read(log).frames();

    assertThat(frames).hasSize(1);
    assertThat(frames.get(0).damage()).isEmpty();
    assertThat(frames.get(0).repaired()).isEqualTo(30);
    assertThat(Samples.encoded(frames.get(0))).isEqualTo(encoded);
  }

  @Test
  void countsNoRepairWhereACopyBringsNothingNew() {
    byte[] encoded = Samples.bytes(9, 81 * 20);
    List<String> log = new ArrayList<>(Samples.lines(encoded));
    log.addAll(Samples.lines(encoded));

    Frame frame = Samples.read(log).frames().get(0);

    assertThat(frame.damage()).isEmpty();
    assertThat(frame.repaired()).isZero();
  }
}
