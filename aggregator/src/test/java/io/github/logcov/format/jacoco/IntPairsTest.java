package io.github.logcov.format.jacoco;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntPairsTest {
  private final IntPairs pairs = new IntPairs(1);

  @Test
  void givesOfEachKeyItsValuesInOrderEachOnce() {
    pairs.add(7, 3);
    pairs.add(2, 9);
    pairs.add(7, 1);
    pairs.add(7, 3);
    pairs.add(2, 9);

    pairs.sorted();

    assertThat(pairs.keys()).containsExactly(2, 7);
    assertThat(pairs.values(10)).isDeepEqualTo(new int[][] {{19}, {11, 13}});
    assertThat(pairs.countKeys()).isEqualTo(2);
  }

  @Test
  void hasKeysThatHaveNoValue() {
    pairs.add(0, IntPairs.NONE);
    pairs.add(1, 4);
    pairs.add(1, IntPairs.NONE);

    pairs.sorted();

    assertThat(pairs.keys()).containsExactly(0, 1);
    assertThat(pairs.values(10)).isDeepEqualTo(new int[][] {{}, {14}});
  }

  @Test
  void takesOthersWithTheirValuesMoved() {
    IntPairs others = new IntPairs(4);
    others.add(1, 4);
    others.add(2, IntPairs.NONE);
    pairs.add(1, 4);

    pairs.addAll(others, 100);

    assertThat(pairs.sorted().keys()).containsExactly(1, 2);
    assertThat(pairs.values(0)).isDeepEqualTo(new int[][] {{4, 104}, {}});
  }

  /** Two neighbours that are the same are one already before they are sorted. */
  @Test
  void growsByWhatIsNewOnly() {
    for (int i = 0; i < 1000; i++) {
      pairs.add(i / 100, i / 10);
    }

    assertThat(pairs.size()).isEqualTo(100);
    assertThat(pairs.lastKey()).isEqualTo(9);
  }
}
