package io.github.logcov.summary;

import io.github.logcov.model.SourcePath;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The file that somebody means by a path: that very one, else the only one that ends so. */
public final class FileSearch {
  private static final int MOST_NEAREST = 3;
  private static final int LONGEST_NAME = 100;

  private FileSearch() {}

  /**
   * What was found.
   *
   * @param files the file meant; or several that could be; or none
   * @param nearest where none was found, the files whose names are most like it, at most three
   */
  public record Found(List<SourcePath> files, List<SourcePath> nearest) {
    /** Copies the lists. */
    public Found {
      files = List.copyOf(files);
      nearest = List.copyOf(nearest);
    }

    /** Whether it is clear which file is meant. */
    public boolean isOne() {
      return files.size() == 1;
    }
  }

  /** Looks for {@code wanted} among {@code files}, which are in order. */
  public static Found in(Collection<SourcePath> files, String wanted) {
    String path = wanted.startsWith("./") ? wanted.substring(2) : wanted;
    if (files.contains(new SourcePath(path))) {
      return new Found(List.of(new SourcePath(path)), List.of());
    }
    List<SourcePath> ending =
        files.stream().filter(file -> file.value().endsWith("/" + path)).toList();
    return new Found(ending, ending.isEmpty() ? nearest(files, path) : List.of());
  }

  private static List<SourcePath> nearest(Collection<SourcePath> files, String path) {
    String name = name(path);
    int most = Math.max(1, Math.min(3, name.length() / 3));
    record Near(SourcePath file, int distance) {}
    return files.stream()
        .map(file -> new Near(file, distance(name(file.value()), name, most)))
        .filter(near -> near.distance() <= most)
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::file))
        .limit(MOST_NEAREST)
        .map(Near::file)
        .toList();
  }

  private static String name(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }

  /** Characters to insert, remove or replace; more than {@code most} where they are more. */
  private static int distance(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
    }
    int[] before = new int[other.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] here = new int[before.length];
      here[0] = i;
      for (int j = 1; j < here.length; j++) {
        int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        here[j] = Math.min(replaced, 1 + Math.min(before[j], here[j - 1]));
      }
      before = here;
    }
    return before[other.length()];
  }
}
