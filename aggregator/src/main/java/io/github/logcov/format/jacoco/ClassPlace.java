package io.github.logcov.format.jacoco;

import io.github.logcov.format.Excerpt;

/**
 * Where a class file is; made for each, told in few messages.
 *
 * @param file or archive
 * @param entry of the archive; empty when it is a file
 */
record ClassPlace(String file, String entry) {
  /** As messages have it. */
  @Override
  public String toString() {
    return entry.isEmpty() ? file : file + "!" + Excerpt.of(entry);
  }
}
