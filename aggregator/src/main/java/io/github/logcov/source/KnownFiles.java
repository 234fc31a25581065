package io.github.logcov.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
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
  private final EndIndex byEnd = new EndIndex(file -> file);
  private final EndIndex byLowerCaseEnd = new EndIndex(KnownFiles::lowerCase);
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
    List<String> found =
        byLowerCase.get(lowerCase(path.toString()), tree.files(), KnownFiles::lowerCase);
    return found.size() == 1 ? Optional.of(RawPath.of(found.get(0))) : Optional.empty();
  }

  /**
   * The files below any folder that end with this whole relative path, the first {@value
   * #MAX_ENDING} of them; with {@code anyCase}, where there are none, those that differ in case
   * alone.
   */
  List<RawPath> endingWith(RawPath path, boolean anyCase) {
    List<String> ends = byEnd.get("/" + path, tree.files());
    if (ends.isEmpty() && anyCase) {
      ends = byLowerCaseEnd.get("/" + path, tree.files());
    }
    return ends.stream().map(RawPath::of).toList();
  }

  private static String lowerCase(String path) {
    return path.toLowerCase(Locale.ROOT);
  }

  /** The files, sorted as they read from behind, so that those with one end are neighbours. */
  private static final class EndIndex {
    private final UnaryOperator<String> form;
    private String[] reversed = {};
    private String[] files = {};
    private boolean filled;

    /** Of the files in this form. */
    EndIndex(UnaryOperator<String> form) {
      this.form = form;
    }

    synchronized List<String> get(String end, Collection<String> all) {
      if (!filled) {
        fill(all);
      }
      String start = reverse(form.apply(end));
      int found = Arrays.binarySearch(reversed, start);
      List<String> ends = new ArrayList<>();
      for (int at = found < 0 ? -found - 1 : found;
          at < reversed.length && reversed[at].startsWith(start) && ends.size() < MAX_ENDING;
          at++) {
        ends.add(files[at]);
      }
      return ends;
    }

    /** Those of one form by name, so that the order does not depend on that of the tree. */
    private void fill(Collection<String> all) {
      record Entry(String reversed, String file) {}
      List<Entry> entries =
          all.stream()
              .map(file -> new Entry(reverse(form.apply(file)), file))
              .sorted(Comparator.comparing(Entry::reversed).thenComparing(Entry::file))
              .toList();
      reversed = entries.stream().map(Entry::reversed).toArray(String[]::new);
      files = entries.stream().map(Entry::file).toArray(String[]::new);
      filled = true;
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
