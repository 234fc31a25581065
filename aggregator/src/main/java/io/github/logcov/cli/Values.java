package io.github.logcov.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * From the texts of options to what they mean, with the option in the message when they mean
 * nothing.
 */
final class Values {
  private Values() {}

  /** A path, relative ones from the current directory. */
  static Path path(Console console, String option, String text) throws UsageException {
    if (text.isEmpty()) {
      throw new UsageException(option + ": expected a path, but it is empty (an unset variable?)");
    }
    try {
      return console.directory().resolve(text);
    } catch (InvalidPathException e) {
      throw new UsageException(option + ": " + e.getMessage(), e);
    }
  }

  /**
   * The values of a repeatable option.
   *
   * @param read throws {@link IllegalArgumentException} for what makes no sense
   */
  static <T> List<T> all(String option, List<String> values, Function<String, T> read)
      throws UsageException {
    List<T> all = new ArrayList<>();
    for (String value : values) {
      try {
        all.add(read.apply(value));
      } catch (IllegalArgumentException e) {
        throw new UsageException(option + ": " + e.getMessage(), e);
      }
    }
    return all;
  }
}
