package io.github.logcov.source;

import io.github.logcov.glob.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code --path-map FROM=TO}: paths at or below FROM lie at TO. FROM is matched part by part from
 * the beginning of the normalised path, and each part may have the wildcards {@code *}, {@code ?}
 * and {@code [...]}, which stay within it. An empty FROM stands for every relative path. TO is a
 * folder of the repository, empty for its root, or an absolute path, which is then placed as if the
 * report had named it.
 */
public final class PathMap {

  private final String text;
  private final RawPath from;
  private final List<Glob> parts;
  private final RawPath to;

  private PathMap(String text, RawPath from, RawPath to) {
    this.text = text;
    this.from = from;
    this.parts = from.parts().stream().map(Glob::ofPathPart).toList();
    this.to = to;
  }

  /**
   * Reads {@code FROM=TO}; the first {@code =} divides.
   *
   * @throws IllegalArgumentException when there is no {@code =}, FROM has {@code **}, or TO leads
   *     out of the repository
   */
  public static PathMap of(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("a path map must read FROM=TO, but was \"" + text + "\"");
    }
    RawPath from = RawPath.of(text.substring(0, equals));
    RawPath to = RawPath.of(text.substring(equals + 1));
    if (from.parts().contains("**")) {
      throw new IllegalArgumentException(
          "in a path map each * stands for one folder, but FROM was \""
              + from
              + "\"; write */* for two");
    }
    if (to.climbs()) {
      throw new IllegalArgumentException(
          "a path map must lead into the repository or to an absolute path, but TO was \""
              + to
              + "\"");
    }
    return new PathMap(text, from, to);
  }

  /** Where the path leads; empty when this map says nothing of it. */
  Optional<RawPath> map(RawPath path) {
    if (!path.root().equals(from.root()) || path.parts().size() < parts.size() || path.climbs()) {
      return Optional.empty();
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).matches(path.parts().get(i))) {
        return Optional.empty();
      }
    }
    List<String> mapped = new ArrayList<>(to.parts());
    mapped.addAll(path.parts().subList(parts.size(), path.parts().size()));
    // A file that would be the repository itself is none that FROM means.
    return mapped.isEmpty() && !to.absolute()
        ? Optional.empty()
        : Optional.of(new RawPath(to.root(), mapped));
  }

  /** As written. */
  @Override
  public String toString() {
    return text;
  }
}
