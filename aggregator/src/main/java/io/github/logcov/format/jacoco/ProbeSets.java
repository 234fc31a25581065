package io.github.logcov.format.jacoco;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The probes of some things (lines, branches, methods), any of which shows that the thing ran: as
 * masks over words of 64 probes, so that a set of executed probes is held against all of them at
 * little cost. Immutable.
 */
final class ProbeSets {
  /** Of each thing, where its masks end; they begin where those of the one before it end. */
  private final int[] ends;

  /** Of each mask, the word of probes that it is for. */
  private final int[] words;

  private final long[] masks;

  /**
   * Probes of one class.
   *
   * @param offset the word where those of the class begin among those of all classes
   */
  record OfClass(int offset, BitSet probes) {}

  /** Of things whose probes may be those of several classes. */
  ProbeSets(List<List<OfClass>> things) {
    ends = new int[things.size()];
    List<Integer> ofWords = new ArrayList<>();
    List<Long> ofMasks = new ArrayList<>();
    for (int i = 0; i < ends.length; i++) {
      for (OfClass part : things.get(i)) {
        long[] bits = part.probes().toLongArray();
        for (int word = 0; word < bits.length; word++) {
          if (bits[word] != 0) {
            ofWords.add(part.offset() + word);
            ofMasks.add(bits[word]);
          }
        }
      }
      ends[i] = ofWords.size();
    }
    words = ofWords.stream().mapToInt(word -> word).toArray();
    masks = ofMasks.stream().mapToLong(mask -> mask).toArray();
  }

  /** Of each thing the count that JaCoCo gives: 1 where any of its probes was executed, else 0. */
  long[] counts(long[] executed) {
    long[] counts = new long[ends.length];
    int mask = 0;
    for (int i = 0; i < counts.length; i++) {
      long ran = 0;
      while (mask < ends[i]) {
        ran |= executed[words[mask]] & masks[mask++];
      }
      counts[i] = ran == 0 ? 0 : 1;
    }
    return counts;
  }
}
