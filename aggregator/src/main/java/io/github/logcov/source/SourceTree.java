package io.github.logcov.source;

import java.util.Collection;
import java.util.Map;

/**
 * The files of a repository, as a checkout or as other reports know them. Safe for several threads.
 */
public interface SourceTree {

  /** Whether there is such a file; repository-relative, {@code /} as separator. */
  boolean contains(String path);

  /**
   * The files among which a path that begins elsewhere may be looked up by its end; each once, in
   * any order.
   */
  Collection<String> files();

  /**
   * Path of a Go module -> its folder, repository-relative, empty for the root; none where that is
   * not known.
   */
  default Map<String, String> goModules() {
    return Map.of();
  }
}
