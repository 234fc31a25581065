package io.github.logcov.frame;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/** Line number -> slot; grows with the lines that came, not with the numbers they bear. */
final class SlotMap {
  static final int NONE = -1;
  private static final int FREE = -1;

  /** Unknown to whoever writes a log, so that no choice of numbers falls on one place. */
  private static final int SEED = new SplittableRandom().nextInt();

  private int[] keys = new int[4];
  private int[] slots = new int[4];
  private int used;
  private int size;
  private long probes;

  SlotMap() {
    Arrays.fill(keys, FREE);
  }

  /** The slot of this line, {@link #NONE} when it is not there. */
  int get(int line) {
    int at = place(line);
    return keys[at] == FREE ? NONE : slots[at];
  }

  void put(int line, int slot) {
    int at = place(line);
    if (keys[at] == FREE) {
      keys[at] = line;
      slots[at] = NONE;
      used++;
    }
    size += (slot == NONE ? 0 : 1) - (slots[at] == NONE ? 0 : 1);
    slots[at] = slot;
    if (used * 2 > keys.length) {
      grow();
    }
  }

  /** Forgets a line. */
  void remove(int line) {
    if (get(line) != NONE) {
      put(line, NONE);
    }
  }

  /** Number of lines that are there. */
  int size() {
    return size;
  }

  /** Tells of each line that is there, in no order; the taker may put and remove those lines. */
  void forEachLine(IntConsumer taker) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != FREE && slots[i] != NONE) {
        taker.accept(keys[i]);
      }
    }
  }

  /** Places looked at so far, for tests. */
  long probes() {
    return probes;
  }

  private int place(int line) {
    int mask = keys.length - 1;
    int at = mix(line ^ SEED) & mask;
    probes++;
    while (keys[at] != FREE && keys[at] != line) {
      at = at + 1 & mask;
      probes++;
    }
    return at;
  }

  /** The finalizer of MurmurHash3. */
  private static int mix(int key) {
    int h = (key ^ key >>> 16) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    return h ^ h >>> 16;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldSlots = slots;
    keys = new int[oldKeys.length * 2];
    slots = new int[keys.length];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int at = place(oldKeys[i]);
        keys[at] = oldKeys[i];
        slots[at] = oldSlots[i];
      }
    }
  }
}
