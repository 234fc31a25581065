package io.github.logcov.model;

/**
 * A source file as the repository names it: relative, {@code /} as separator, no {@code .} or
 * {@code ..} parts.
 */
public record SourcePath(String value) implements Comparable<SourcePath> {
  /** By hand, as {@link #hashCode}: a record's own goes a long way until it is compiled. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof SourcePath path && value.equals(path.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Orders by Unicode code units. */
  @Override
  public int compareTo(SourcePath other) {
    return value.compareTo(other.value);
  }
}
