package io.github.logcov.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SlotMapTest {
  @Test
  void isAMapWhateverOrderTheLinesComeIn() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      SlotMap map = new SlotMap();
      Map<Integer, Integer> model = new TreeMap<>();
      int next = 0;

      for (int slot = 0; slot < 300; slot++) {
        next = random.nextInt(10) == 0 ? random.nextInt(400) : next + 1;
        if (random.nextInt(8) == 0) {
          forget(map, next);
          model.remove(next);
        } else {
          map.put(next, slot);
          model.put(next, slot);
        }
      }

      assertThat(lines(map)).as("seed %d", seed).isEqualTo(model);
      assertThat(map.size()).isEqualTo(model.size());
      for (int line = 0; line < 1000; line++) {
        assertThat(map.get(line)).isEqualTo(model.getOrDefault(line, SlotMap.NONE));
      }
    }
  }

  @Test
  void givesEachLineAnotherSlotOnceOrForgetsIt() {
    SlotMap map = new SlotMap();
    for (int line = 60; line >= 0; line--) {
      map.put(line, line);
    }
    TreeSet<Integer> met = new TreeSet<>();

    map.replaceAll(
        (line, slot) -> {
          assertThat(met.add(line)).isTrue();
          assertThat(slot).isEqualTo(line);
          return line % 3 == 0 ? SlotMap.NONE : line + 1000;
        });

    assertThat(met).hasSize(61);
    assertThat(map.size()).isEqualTo(40);
    assertThat(lines(map)).hasSize(40).containsEntry(1, 1001).containsEntry(59, 1059);
  }

  private static void forget(SlotMap map, int gone) {
    map.replaceAll((line, slot) -> line == gone ? SlotMap.NONE : slot);
  }

  private static Map<Integer, Integer> lines(SlotMap map) {
    Map<Integer, Integer> lines = new TreeMap<>();
    map.replaceAll(
        (line, slot) -> {
          lines.put(line, map.get(line));
          return slot;
        });
    return lines;
  }
}
