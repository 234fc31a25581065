package io.github.logcov.glob;

import java.util.List;

/**
 * A set of code points.
 *
 * @param ranges what stands in the brackets; empty and negated: all characters
 * @param negated whether those are left out instead
 * @param slash whether the slash may belong to it
 */
record CharacterSet(List<Range> ranges, boolean negated, boolean slash) {

  /** From one code point to another, both included. */
  record Range(int first, int last) {}

  CharacterSet {
    ranges = List.copyOf(ranges);
  }

  static CharacterSet all(boolean slash) {
    return new CharacterSet(List.of(), true, slash);
  }

  static CharacterSet only(int character) {
    return new CharacterSet(List.of(new Range(character, character)), false, true);
  }

  boolean contains(int character) {
    if (character == '/' && !slash) {
      return false;
    }
    for (Range range : ranges) {
      if (range.first() <= character && character <= range.last()) {
        return !negated;
      }
    }
    return negated;
  }
}
