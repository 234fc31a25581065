package io.github.logcov.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskScanTest {
  private static final byte[] ENCODED = Samples.bytes(1, 81 * 40);
  private static final FrameHeader HEADER = Samples.header(ENCODED).parity(64).build();
  private final List<String> lines = Samples.lines(HEADER, ENCODED);

  @Test
  void isZeroWhenNothingOccurs() {
    assertThat(score()).isZero();
    assertThat(score("[[[", "~~~~", "notInThere1234")).isZero();
  }

  @Test
  void countsOnePerHitLine() {
    assertThat(score(part('D', 3))).isEqualTo(1);
    // 40 lines in 4 groups: 3 and 4 are in different ones.
    assertThat(score(part('D', 3), part('D', 4))).isEqualTo(2);
    assertThat(score(part('D', 3), part('D', 3).substring(2))).isEqualTo(1);
  }

  @Test
  void twoLinesOfAGroupAreBeyondRepair() {
    assertThat(score(part('D', 3), part('D', 7))).isEqualTo(100_002);
    assertThat(score(part('D', 3), part('P', 3))).isEqualTo(100_002);
    assertThat(score(part('D', 3), part('D', 7), part('D', 11), part('D', 4), part('D', 1)))
        .isEqualTo(100_005);
  }

  @Test
  void aHeaderLineCountsWhenBothCopiesAreHit() {
    int count = Samples.indexOf(lines, 'D', 0);
    String first = lines.get(0).substring(20, 50);
    String second = lines.get(lines.size() - 1 - count).substring(20, 50);
    String third = lines.get(lines.size() - count).substring(20, 50);

    assertThat(score(first)).isEqualTo(1);
    assertThat(score(first, second)).isEqualTo(100_002);
    assertThat(score(first, third)).isEqualTo(2);
  }

  @Test
  void findsValuesAtBothEndsOfALine() {
    String line = lines.get(Samples.indexOf(lines, 'D', 5));

    assertThat(score(line)).isEqualTo(1);
    assertThat(score(line.substring(line.length() - 8))).isEqualTo(1);
    assertThat(score(line + "A")).isZero();
    assertThat(score("~lc1")).isGreaterThan(100_000);
  }

  @Test
  void agreesWithALookAtEveryLine() {
    List<String> values = new ArrayList<>();
    for (String line : lines) {
      values.add(line.substring(17, 20));
    }
    long hit = lines.stream().filter(line -> values.stream().anyMatch(line::contains)).count();

    assertThat(score(values.toArray(new String[0])) % 100_000).isEqualTo(hit);
  }

  private String part(char kind, int number) {
    return lines.get(Samples.indexOf(lines, kind, number)).substring(20, 50);
  }

  private static long score(String... values) {
    return new MaskScan(values.length == 0 ? Collections.emptyList() : Arrays.asList(values))
        .score(HEADER, ENCODED);
  }
}
