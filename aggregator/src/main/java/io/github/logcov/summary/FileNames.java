package io.github.logcov.summary;

import io.github.logcov.model.SourcePath;
import java.util.HashSet;
import java.util.Set;

/**
 * Paths as they stand in a file that other tools read: legible, and no two alike, so that two files
 * stay two.
 */
final class FileNames {
  private final Set<String> given = new HashSet<>();

  /** The name of the next path. */
  String of(SourcePath path) {
    String name = Visible.of(path.value());
    if (name.endsWith(" ")) {
      // Readers of lines strip blanks.
      name = name.substring(0, name.length() - 1) + Visible.escape(' ');
    }
    String unique = name.isEmpty() ? "?" : name;
    for (int copy = 2; !given.add(unique); copy++) {
      unique = name + "~" + copy;
    }
    return unique;
  }
}
