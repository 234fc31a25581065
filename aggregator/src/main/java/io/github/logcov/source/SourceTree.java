package io.github.logcov.source;

import java.util.Collection;

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
}
