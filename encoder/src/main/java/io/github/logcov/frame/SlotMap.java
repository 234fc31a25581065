package io.github.logcov.frame;

import java.util.Arrays;

/** Line number -> slot; grows with the lines that came, not with the numbers they bear. */
final class SlotMap {
  static final int NONE = -1;
  private static final int FREE = -1;

  private int[] keys = new int[16];
  private int[] slots = new int[16];
  private int used;
  private int size;

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

  private int place(int line) {
    int mask = keys.length - 1;
    int at = line * 0x9E3779B1 >>> 8 & mask;
    while (keys[at] != FREE && keys[at] != line) {
      at = at + 1 & mask;
    }
    return at;
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
