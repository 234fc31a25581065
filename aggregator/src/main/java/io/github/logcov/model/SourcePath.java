package io.github.logcov.model;

/**
 * A source file as the repository names it: relative, {@code /} as separator, no {@code .} or
 * {@code ..} parts.
 */
public record SourcePath(String value) implements Comparable<SourcePath> {
  /** Orders by Unicode code units. */
  @Override
  public int compareTo(SourcePath other) {
    return value.compareTo(other.value);
  }
}
