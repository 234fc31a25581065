package io.github.logcov.format.jacoco;

import java.util.Arrays;

/**
 * Pairs of a key (0 or more: a line, a branch, a number of something) and a value (0 or more), such
 * as a node. Made for millions of them: one array where a map of lists would be very many objects.
 * Not thread-safe.
 */
final class IntPairs {
  /** Stands for no value: a key that has this one alone is there, and has none. */
  static final int NONE = -1;

  /** Key and value, so that their order is that of the pairs; what is no value comes last. */
  private long[] pairs;

  private int size;

  IntPairs(int room) {
    pairs = new long[room];
  }

  int size() {
    return size;
  }

  int key(int index) {
    return (int) (pairs[index] >> 32);
  }

  /** The value of that pair, or {@link #NONE}. */
  int value(int index) {
    return (int) pairs[index];
  }

  /** The key of the last pair; there has to be one. */
  int lastKey() {
    return key(size - 1);
  }

  void clear() {
    size = 0;
  }

  /** Adds a pair, unless it is the last one again: neighbours often are the same. */
  void add(int key, int value) {
    long pair = (long) key << 32 | value & 0xffff_ffffL;
    if (size > 0 && pairs[size - 1] == pair) {
      return;
    }
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * size + 1);
    }
    pairs[size++] = pair;
  }

  /** Adds those of others, with {@code offset} added to the values. */
  void addAll(IntPairs others, int offset) {
    for (int i = 0; i < others.size; i++) {
      int value = others.value(i);
      add(others.key(i), value == NONE ? NONE : value + offset);
    }
  }

  /** By key and then value, each once. */
  IntPairs sorted() {
    Arrays.sort(pairs, 0, size);
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (count == 0 || pairs[count - 1] != pairs[i]) {
        pairs[count++] = pairs[i];
      }
    }
    size = count;
    return this;
  }

  /** The same, with no room to grow. */
  IntPairs trimmed() {
    pairs = Arrays.copyOf(pairs, size);
    return this;
  }

  /** The index behind those of one key, of sorted pairs, that begin at {@code from}. */
  int endOfKey(int from) {
    int end = from + 1;
    while (end < size && key(end) == key(from)) {
      end++;
    }
    return end;
  }

  /** How many keys sorted pairs have. */
  int countKeys() {
    int count = 0;
    for (int from = 0; from < size; from = endOfKey(from)) {
      count++;
    }
    return count;
  }

  /** The keys of sorted pairs, each once. */
  int[] keys() {
    int[] keys = new int[countKeys()];
    int count = 0;
    for (int from = 0; from < size; from = endOfKey(from)) {
      keys[count++] = key(from);
    }
    return keys;
  }

  /** Of each of these {@link #keys} the values, ascending, with {@code offset} added to each. */
  int[][] values(int offset) {
    int[][] values = new int[countKeys()][];
    int count = 0;
    for (int from = 0, end; from < size; from = end) {
      end = endOfKey(from);
      int[] own = new int[value(end - 1) == NONE ? end - 1 - from : end - from];
      for (int i = 0; i < own.length; i++) {
        own[i] = value(from + i) + offset;
      }
      values[count++] = own;
    }
    return values;
  }
}
