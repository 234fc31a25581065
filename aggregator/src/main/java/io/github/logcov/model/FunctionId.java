package io.github.logcov.model;

/**
 * Identity of a function in its file, as the format gives it.
 *
 * @param scheme whose names these are; names of two schemes are not compared, so that functions of
 *     one file which several formats name are not added up. Empty for those of LCOV
 * @param kind what, beside the scheme, makes it the same function in two reports
 * @param name as the format names it, or where it is; may be empty
 */
public record FunctionId(String scheme, Kind kind, String name) implements Comparable<FunctionId> {
  /** What functions are told apart by. */
  public enum Kind {
    /** The name, which no other function of the file has: class, name and types of JaCoCo. */
    NAME,
    /** The name and the line on which it begins: names may come again further down. */
    NAME_AND_LINE,
    /** The line, and for the rest a place or a number on it: such names tell nothing to people. */
    PLACE
  }

  /** By hand, as {@link #hashCode}: a record's own goes a long way until it is compiled. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof FunctionId id
            && kind == id.kind
            && name.equals(id.name)
            && scheme.equals(id.scheme);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * scheme.hashCode() + kind.ordinal()) + name.hashCode();
  }

  @Override
  public int compareTo(FunctionId other) {
    int order = scheme.compareTo(other.scheme);
    if (order == 0) {
      order = kind.compareTo(other.kind);
    }
    return order != 0 ? order : name.compareTo(other.name);
  }
}
