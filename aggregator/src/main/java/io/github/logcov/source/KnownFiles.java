package io.github.logcov.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The files of the repository with indexes by base name and by lower case, each made when it is
 * first asked.
 */
final class KnownFiles {

  private final SourceTree tree;
  private final Index byName = new Index();
  private final Index byLowerCase = new Index();

  KnownFiles(SourceTree tree) {
    this.tree = tree;
  }

  boolean contains(RawPath path) {
    return path.inside() && tree.contains(path.toString());
  }

  Map<String, String> goModules() {
    return tree.goModules();
  }

  /**
   * The file of that name; with {@code anyCase}, failing that, the only one that differs in case
   * alone.
   */
  Optional<RawPath> find(RawPath path, boolean anyCase) {
    if (contains(path)) {
      return Optional.of(path);
    }
    if (!anyCase || !path.inside()) {
      return Optional.empty();
    }
    String lower = path.toString().toLowerCase(Locale.ROOT);
    List<String> found =
        byLowerCase.get(lower, tree.files(), file -> file.toLowerCase(Locale.ROOT));
    return found.size() == 1 ? Optional.of(RawPath.of(found.get(0))) : Optional.empty();
  }

  /** The files below any folder that end with this whole relative path. */
  List<RawPath> endingWith(RawPath path) {
    String end = "/" + path;
    String name = path.parts().get(path.parts().size() - 1);
    return byName
        .get(name, tree.files(), file -> file.substring(file.lastIndexOf('/') + 1))
        .stream()
        .filter(file -> file.endsWith(end))
        .map(RawPath::of)
        .toList();
  }

  /** Key -> files, filled at the first question. */
  private static final class Index {
    private Map<String, List<String>> files = Map.of();
    private boolean filled;

    synchronized List<String> get(String key, Collection<String> all, UnaryOperator<String> keyOf) {
      if (!filled) {
        files = new HashMap<>();
        for (String file : all) {
          files.computeIfAbsent(keyOf.apply(file), k -> new ArrayList<>(1)).add(file);
        }
        filled = true;
      }
      return files.getOrDefault(key, List.of());
    }
  }
}
