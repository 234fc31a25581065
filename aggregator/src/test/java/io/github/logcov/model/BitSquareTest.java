package io.github.logcov.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BitSquareTest {
  @Test
  void makesColumnsOfRows() {
    Random random = new Random(20_261_122);
    for (int round = 0; round < 100; round++) {
      long[] rows = random.longs(BitSquare.SIZE).toArray();
      long[] columns = rows.clone();

      BitSquare.transpose(columns);

      for (int i = 0; i < BitSquare.SIZE; i++) {
        for (int j = 0; j < BitSquare.SIZE; j++) {
          assertThat(columns[j] >>> i & 1).as("%s, %s", i, j).isEqualTo(rows[i] >>> j & 1);
        }
      }
    }
  }
}
