package io.github.logcov.frame;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Line number -> slot; grows with the lines that came, not with the numbers they bear. Lines that
 * come in order, as nearly all do, stand in a column; what is far ahead of them is hashed.
 */
final class SlotMap {
  static final int NONE = -1;
  private static final int FREE = -1;

  /** Unknown to whoever writes a log, so that no choice of numbers falls on one place. */
  private static final int SEED = new SplittableRandom().nextInt();

  /** Lines that may be lost before one that still joins the column: as many as parity heals. */
  private static final int MOST_LOST = 16;

  /** The slots of the lines 0 to {@code columnSize - 1}. */
  private int[] column = {};

  private int columnSize;

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
    if (line < columnSize) {
      return column[line];
    }
    int at = place(line);
    return keys[at] == FREE ? NONE : slots[at];
  }

  void put(int line, int slot) {
    if (slot != NONE && line <= columnSize + MOST_LOST && get(line) == NONE) {
      growColumn(line);
    }
    if (line < columnSize) {
      size += (slot == NONE ? 0 : 1) - (column[line] == NONE ? 0 : 1);
      column[line] = slot;
      return;
    }
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
    for (int line = 0; line < columnSize; line++) {
      if (column[line] != NONE) {
        taker.accept(line);
      }
    }
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

  /** Lets the column have that line; what was hashed of those before it moves there. */
  private void growColumn(int line) {
    if (line >= column.length) {
      column = Arrays.copyOf(column, 2 * line + 16);
    }
    while (columnSize <= line) {
      column[columnSize] = used == 0 ? NONE : takeHashed(columnSize);
      columnSize++;
    }
  }

  private int takeHashed(int line) {
    int at = place(line);
    if (keys[at] == FREE) {
      return NONE;
    }
    int slot = slots[at];
    slots[at] = NONE;
    return slot;
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
