package io.github.logcov.model;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A set of lines: words of 64 lines each, empty words left out, so that 1,000 neighbouring lines
 * cost about 200 bytes and a lone line 10,000,000 costs 12. Immutable; equal by content.
 */
final class LineSet {
  static final LineSet EMPTY = new LineSet(new int[0], new long[0]);

  /** Some order in which only equal sets are equal. */
  static final Comparator<LineSet> BY_CONTENT =
      Comparator.<LineSet, int[]>comparing(set -> set.keys, Arrays::compare)
          .thenComparing(set -> set.words, Arrays::compare);

  /** Line number divided by 64, ascending. */
  private final int[] keys;

  /** The word of each key, never 0. */
  private final long[] words;

  private LineSet(int[] keys, long[] words) {
    this.keys = keys;
    this.words = words;
  }

  /** The lines of an ascending column. */
  static LineSet of(int[] ascending) {
    Sink sink = new Sink(16 + ascending.length / 32);
    int key = 0;
    long word = 0;
    for (int line : ascending) {
      if (line >> 6 != key) {
        sink.word(key, word);
        key = line >> 6;
        word = 0;
      }
      word |= 1L << line;
    }
    sink.word(key, word);
    return sink.set();
  }

  /** Those lines of an ascending column that have more than 0 hits; none has fewer. */
  static LineSet hit(int[] ascending, long[] hits) {
    Sink sink = new Sink(16 + ascending.length / 32);
    int key = 0;
    long word = 0;
    for (int i = 0; i < ascending.length; i++) {
      int line = ascending[i];
      if (line >> 6 != key) {
        sink.word(key, word);
        key = line >> 6;
        word = 0;
      }
      // 1 for hits, 0 for none, and no branch that nobody can foresee.
      word |= (-hits[i] >>> 63) << line;
    }
    sink.word(key, word);
    return sink.set();
  }

  /**
   * Up to {@value BitSquare#SIZE} sets at once.
   *
   * @param ascending a column of lines
   * @param sets of each line those that it is in: bit {@code i} is set {@code i}
   * @param count how many there are
   */
  static LineSet[] transposed(int[] ascending, long[] sets, int count) {
    int[] keys = keysOf(ascending);
    long[][] words = new long[count][keys.length];
    long[] square = new long[BitSquare.SIZE];
    for (int at = 0, i = 0; at < keys.length; at++) {
      Arrays.fill(square, 0);
      for (; i < ascending.length && ascending[i] >> 6 == keys[at]; i++) {
        square[ascending[i] & 63] = sets[i];
      }
      BitSquare.transpose(square);
      for (int set = 0; set < count; set++) {
        words[set][at] = square[set];
      }
    }
    LineSet[] made = new LineSet[count];
    for (int set = 0; set < count; set++) {
      made[set] = ofSome(keys, words[set]);
    }
    return made;
  }

  private static int[] keysOf(int[] ascending) {
    int[] keys = new int[ascending.length];
    int size = 0;
    for (int line : ascending) {
      if (size == 0 || keys[size - 1] != line >> 6) {
        keys[size++] = line >> 6;
      }
    }
    return Arrays.copyOf(keys, size);
  }

  /** Of words that may be 0; where none is, the keys are shared with others. */
  private static LineSet ofSome(int[] keys, long[] words) {
    int size = 0;
    for (long word : words) {
      size += word == 0 ? 0 : 1;
    }
    if (size == words.length) {
      return new LineSet(keys, words);
    }
    Sink sink = new Sink(size);
    for (int i = 0; i < keys.length; i++) {
      sink.word(keys[i], words[i]);
    }
    return sink.set();
  }

  LineSet union(LineSet other) {
    if (other.isEmpty() || equals(other)) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    Sink sink = new Sink(keys.length + other.keys.length);
    int i = 0;
    int j = 0;
    while (i < keys.length || j < other.keys.length) {
      int left = i < keys.length ? keys[i] : Integer.MAX_VALUE;
      int right = j < other.keys.length ? other.keys[j] : Integer.MAX_VALUE;
      long word = 0;
      if (left <= right) {
        word = words[i++];
      }
      if (right <= left) {
        word |= other.words[j++];
      }
      sink.word(Math.min(left, right), word);
    }
    return sink.set();
  }

  LineSet intersection(LineSet other) {
    if (equals(other)) {
      return this;
    }
    Sink sink = new Sink(Math.min(keys.length, other.keys.length));
    for (int i = 0, j = 0; i < keys.length && j < other.keys.length; ) {
      if (keys[i] == other.keys[j]) {
        sink.word(keys[i], words[i++] & other.words[j++]);
      } else if (keys[i] < other.keys[j]) {
        i++;
      } else {
        j++;
      }
    }
    return sink.set();
  }

  /** The size of the intersection. */
  int common(LineSet other) {
    int size = 0;
    for (int i = 0, j = 0; i < keys.length && j < other.keys.length; ) {
      if (keys[i] == other.keys[j]) {
        size += Long.bitCount(words[i++] & other.words[j++]);
      } else if (keys[i] < other.keys[j]) {
        i++;
      } else {
        j++;
      }
    }
    return size;
  }

  LineSet minus(LineSet other) {
    Sink sink = new Sink(keys.length);
    int j = 0;
    for (int i = 0; i < keys.length; i++) {
      while (j < other.keys.length && other.keys[j] < keys[i]) {
        j++;
      }
      boolean both = j < other.keys.length && other.keys[j] == keys[i];
      sink.word(keys[i], both ? words[i] & ~other.words[j] : words[i]);
    }
    return sink.set();
  }

  /** Those of these lines that exactly one of the sets has. */
  LineSet inOneOf(Iterable<LineSet> sets) {
    long[] once = new long[words.length];
    long[] twice = new long[words.length];
    for (LineSet set : sets) {
      for (int i = 0, j = 0; i < keys.length && j < set.keys.length; ) {
        if (keys[i] == set.keys[j]) {
          long word = set.words[j++];
          twice[i] |= once[i] & word;
          once[i++] |= word;
        } else if (keys[i] < set.keys[j]) {
          i++;
        } else {
          j++;
        }
      }
    }
    Sink sink = new Sink(keys.length);
    for (int i = 0; i < keys.length; i++) {
      sink.word(keys[i], words[i] & once[i] & ~twice[i]);
    }
    return sink.set();
  }

  /** Words it is made of, which memory grows with. */
  int weight() {
    return words.length;
  }

  boolean isEmpty() {
    return keys.length == 0;
  }

  int size() {
    int size = 0;
    for (long word : words) {
      size += Long.bitCount(word);
    }
    return size;
  }

  boolean contains(int line) {
    int at = Arrays.binarySearch(keys, line >> 6);
    return at >= 0 && (words[at] >>> line & 1) != 0;
  }

  /** The number of the word that a line is in. */
  static int key(int line) {
    return line >> 6;
  }

  /**
   * The lines of the word with that number, the lowest bit being the first; 0 where there are none.
   */
  long word(int key) {
    int at = Arrays.binarySearch(keys, key);
    return at >= 0 ? words[at] : 0;
  }

  /** The first line from {@code line} on; {@link Integer#MAX_VALUE} where there is none. */
  int next(int line) {
    int at = Arrays.binarySearch(keys, line >> 6);
    if (at >= 0) {
      long word = words[at] & -1L << line;
      if (word != 0) {
        return keys[at] << 6 | Long.numberOfTrailingZeros(word);
      }
      at++;
    } else {
      at = -at - 1;
    }
    return at == keys.length
        ? Integer.MAX_VALUE
        : keys[at] << 6 | Long.numberOfTrailingZeros(words[at]);
  }

  /** The last line before {@code line}, 0 where there is none. */
  int before(int line) {
    int at = Arrays.binarySearch(keys, line >> 6);
    if (at >= 0) {
      long word = words[at] & ~(-1L << line);
      if (word != 0) {
        return keys[at] << 6 | 63 - Long.numberOfLeadingZeros(word);
      }
    } else {
      at = -at - 1;
    }
    return at == 0 ? 0 : keys[at - 1] << 6 | 63 - Long.numberOfLeadingZeros(words[at - 1]);
  }

  /** Whether any line from {@code first} to {@code last}, inclusive, is in the set. */
  boolean any(int first, int last) {
    int at = Arrays.binarySearch(keys, first >> 6);
    for (int i = at < 0 ? -at - 1 : at; i < keys.length && keys[i] <= last >> 6; i++) {
      long word = words[i];
      if (keys[i] == first >> 6) {
        word &= -1L << first;
      }
      if (keys[i] == last >> 6) {
        word &= -1L >>> 63 - (last & 63);
      }
      if (word != 0) {
        return first <= last;
      }
    }
    return false;
  }

  /** The lines, ascending. */
  int[] toArray() {
    int[] lines = new int[size()];
    int n = 0;
    for (int i = 0; i < keys.length; i++) {
      for (long word = words[i]; word != 0; word &= word - 1) {
        lines[n++] = keys[i] << 6 | Long.numberOfTrailingZeros(word);
      }
    }
    return lines;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof LineSet set
            && Arrays.equals(words, set.words)
            && Arrays.equals(keys, set.keys);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return Arrays.toString(toArray());
  }

  /** Takes words in ascending order. */
  private static final class Sink {
    private int[] keys;
    private long[] words;
    private int size;

    /** With room for so many words; it grows. */
    Sink(int room) {
      keys = new int[room];
      words = new long[room];
    }

    void word(int key, long word) {
      if (word == 0) {
        return;
      }
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size + 1);
        words = Arrays.copyOf(words, 2 * size + 1);
      }
      keys[size] = key;
      words[size++] = word;
    }

    LineSet set() {
      if (size == 0) {
        return EMPTY;
      }
      return size == keys.length
          ? new LineSet(keys, words)
          : new LineSet(Arrays.copyOf(keys, size), Arrays.copyOf(words, size));
    }
  }
}
