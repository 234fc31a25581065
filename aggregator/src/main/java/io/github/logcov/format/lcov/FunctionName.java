package io.github.logcov.format.lcov;

import io.github.logcov.model.FunctionId;
import java.util.Arrays;

/** A name of a function as its bytes stand in a tracefile, and what it means. Immutable. */
final class FunctionName implements Comparable<FunctionName> {
  private final byte[] utf8;
  private final int hash;
  private final FunctionId id;

  FunctionName(byte[] utf8, int hash, FunctionId id) {
    this.utf8 = utf8;
    this.hash = hash;
    this.id = id;
  }

  /** The identity of a function of that name, unless the name is only a number. */
  FunctionId id() {
    return id;
  }

  /** Whether the name is what stands there. */
  boolean is(byte[] bytes, int from, int to) {
    return Arrays.equals(utf8, 0, utf8.length, bytes, from, to);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof FunctionName name
            && hash == name.hash
            && Arrays.equals(utf8, name.utf8);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** So that maps stay fast where somebody made many names of one hash. */
  @Override
  public int compareTo(FunctionName other) {
    return Arrays.compare(utf8, other.utf8);
  }
}
