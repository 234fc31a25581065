package io.github.logcov.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The files of the repository with indexes by end and by lower case, each made when it is first
 * asked.
 */
final class KnownFiles {
  /** Nobody reads more candidates; a hostile report may name a million. */
  static final int MAX_ENDING = 1000;

  private final SourceTree tree;
  private final EndIndex byEnd = new EndIndex();
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

  /**
   * The files below any folder that end with this whole relative path, the first {@value
   * #MAX_ENDING} of them.
   */
  List<RawPath> endingWith(RawPath path) {
    return byEnd.get("/" + path, tree.files()).stream().map(RawPath::of).toList();
  }

  /** The files, sorted as they read from behind, so that those with one end are neighbours. */
  private static final class EndIndex {
    private String[] reversed = {};
    private boolean filled;

    synchronized List<String> get(String end, Collection<String> all) {
      if (!filled) {
        reversed = all.stream().map(EndIndex::reverse).sorted().toArray(String[]::new);
        filled = true;
      }
      String start = reverse(end);
      int found = Arrays.binarySearch(reversed, start);
      List<String> files = new ArrayList<>();
      for (int at = found < 0 ? -found - 1 : found;
          at < reversed.length && reversed[at].startsWith(start) && files.size() < MAX_ENDING;
          at++) {
        files.add(reverse(reversed[at]));
      }
      return files;
    }

    /** By chars: what is no character stays what it is. */
    private static String reverse(String text) {
      char[] chars = new char[text.length()];
      for (int i = 0; i < chars.length; i++) {
        chars[i] = text.charAt(chars.length - 1 - i);
      }
      return new String(chars);
    }
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
