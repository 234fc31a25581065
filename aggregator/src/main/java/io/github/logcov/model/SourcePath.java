package io.github.logcov.model;

/**
 * A source file as the repository names it: relative, {@code /} as separator, no {@code .} or {@code ..} parts. A file
 * that lies outside of the repository keeps what shows it, a leading {@code /}, drive ({@code C:/}) or {@code ..}, and so
 * never equals one inside.
 */
public record SourcePath(String value) implements Comparable<SourcePath> {
  /** Orders by Unicode code units. */
  @Override
  public int compareTo(SourcePath other) {
    return value.compareTo(other.value);
  }
}
