package io.github.logcov.frame;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;

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

  /** Gives a line its slot, 0 or more. */
  void put(int line, int slot) {
    if (line <= columnSize + MOST_LOST && get(line) == NONE) {
      growColumn(line);
    }
    if (line < columnSize) {
      size += column[line] == NONE ? 1 : 0;
      column[line] = slot;
      return;
    }
    int at = place(line);
    if (keys[at] == FREE) {
      keys[at] = line;
      slots[at] = NONE;
      used++;
    }
    size += slots[at] == NONE ? 1 : 0;
    slots[at] = slot;
    if (used * 2 > keys.length) {
      grow();
    }
  }

  /** Number of lines that are there. */
  int size() {
    return size;
  }

  /**
   * Gives each line that is there the slot that {@code change} makes of the line and its slot, in
   * no order; where that is {@link #NONE} the line is forgotten.
   */
  void replaceAll(IntBinaryOperator change) {
    for (int line = 0; line < columnSize; line++) {
      column[line] = replaced(line, column[line], change);
    }
    for (int i = 0; i < keys.length; i++) {
      slots[i] = keys[i] == FREE ? slots[i] : replaced(keys[i], slots[i], change);
    }
  }

  private int replaced(int line, int slot, IntBinaryOperator change) {
    if (slot == NONE) {
      return NONE;
    }
    int changed = change.applyAsInt(line, slot);
    size -= changed == NONE ? 1 : 0;
    return changed;
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
