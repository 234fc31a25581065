package io.github.logcov.format.coveragepy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.model.CoverageLimits;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SortedNumbersTest {
  @Test
  void findsWhatIsThereInWhateverOrderItIsAskedFor() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      SortedNumbers numbers = new SortedNumbers(CoverageLimits.DEFAULT);
      TreeSet<Long> expected = new TreeSet<>();
      int range = 1 + random.nextInt(200);
      for (int i = random.nextInt(60); i > 0; i--) {
        long number = random.nextInt(range);
        numbers.add(number);
        expected.add(number);
      }

      for (long number = -1; number <= range; number++) {
        assertThat(numbers.contains(number)).isEqualTo(expected.contains(number));
      }
      for (int i = 0; i < 200; i++) {
        long number = random.nextInt(range);
        assertThat(numbers.contains(number)).isEqualTo(expected.contains(number));
      }
      assertThat(numbers.toArray()).containsExactly(expected.stream().mapToLong(n -> n).toArray());
      assertThat(numbers.size()).isEqualTo(expected.size());
    }
  }
}
