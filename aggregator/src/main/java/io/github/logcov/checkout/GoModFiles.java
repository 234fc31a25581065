package io.github.logcov.checkout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code go.mod} files of a checkout; each says what the module in its folder is called. */
final class GoModFiles {
  private static final String NAME = "go.mod";

  /** The directive stands at the beginning, behind comments. */
  private static final int MAX_BYTES = 1 << 16;

  private static final int MAX_FILES = 10_000;

  /** {@code module path}, {@code module "path"}, or in parentheses on a line of its own. */
  private static final Pattern MODULE =
      Pattern.compile("(?m)^[ \\t]*module(?:[ \\t]+|[ \\t]*\\(\\s*)[\"`]?([^\\s\"`()]+)");

  private GoModFiles() {}

  /**
   * Module path -> folder, with {@code /}, empty for the root. A file that is no module file says
   * nothing; of two modules of one name neither is known.
   */
  static Map<String, String> modules(Path root, Collection<String> files) {
    Map<String, String> modules = new TreeMap<>();
    Map<String, Integer> times = new TreeMap<>();
    files.stream()
        .filter(file -> file.equals(NAME) || file.endsWith("/" + NAME))
        .sorted()
        .limit(MAX_FILES)
        .forEach(
            file ->
                module(root.resolve(file))
                    .ifPresent(
                        module -> {
                          int folder = Math.max(0, file.length() - NAME.length() - 1);
                          modules.put(module, file.substring(0, folder));
                          times.merge(module, 1, Integer::sum);
                        }));
    modules.keySet().removeIf(module -> times.getOrDefault(module, 0) > 1);
    return modules;
  }

  private static Optional<String> module(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
      Matcher directive = MODULE.matcher(text);
      return directive.find() ? Optional.of(directive.group(1)) : Optional.empty();
    } catch (IOException e) {
      // Then its files are not placed, which is said of each.
      return Optional.empty();
    }
  }
}
