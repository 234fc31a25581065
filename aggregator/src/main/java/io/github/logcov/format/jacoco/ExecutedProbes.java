package io.github.logcov.format.jacoco;

import java.util.Arrays;

/** The probes that one run executed, by source file. */
final class ExecutedProbes {
  private final ClassFiles classes;

  /** Of each source a bit for each probe, 64 in a word; shared with others where nothing ran. */
  private final long[][] words;

  private boolean empty = true;

  /** None as yet, of these sources. */
  ExecutedProbes(ClassFiles classes) {
    this.classes = classes;
    words = new long[classes.sources().size()][];
    Arrays.setAll(words, number -> classes.source(number).noProbes());
  }

  /**
   * Adds what execution data says of a class.
   *
   * @param bits eight in a byte, the first one lowest; what is behind the last one is of no probe
   */
  void add(KnownClass known, byte[] bits) {
    empty = false;
    if (known.source() == KnownClass.NO_SOURCE) {
      return;
    }
    long[] ofSource = words[known.source()];
    if (ofSource == classes.source(known.source()).noProbes()) {
      ofSource = ofSource.clone();
      words[known.source()] = ofSource;
    }
    int probes = known.probes();
    for (int i = 0; i < bits.length; i++) {
      int used = Math.min(Byte.SIZE, probes - i * Byte.SIZE);
      long eight = bits[i] & (1L << used) - 1;
      ofSource[known.firstWord() + i / Long.BYTES] |= eight << i * Byte.SIZE;
    }
  }

  /** Whether there is no class at all. */
  boolean isEmpty() {
    return empty;
  }

  /** Those of the source with that number. */
  long[] of(int source) {
    return words[source];
  }
}
