package io.github.logcov.source;

/**
 * A path of a report whose place is open until all reports of the build are there. Equal for paths
 * that will lie in one place for the same reason, in whichever report.
 *
 * @param layout number of the layout (build directory and roots) that the path was written in; has
 *     no meaning beyond this run
 * @param path as written; behind a folder where packages are installed what stands behind it
 */
public record OpenPath(int layout, String path) {
  /** By hand, as {@link #hashCode}: a record's own goes a long way until it is compiled. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof OpenPath open && layout == open.layout && path.equals(open.path);
  }

  @Override
  public int hashCode() {
    return 31 * layout + path.hashCode();
  }
}
