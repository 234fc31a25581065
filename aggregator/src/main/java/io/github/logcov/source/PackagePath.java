package io.github.logcov.source;

import java.util.List;
import java.util.Set;

/**
 * Package and name of a Java source file with the module in front, as JaCoCo's groups have it:
 * {@code core/org/x/A.java} is {@code org/x/A.java} below some root of sources in a folder {@code
 * core}.
 */
final class PackagePath {
  private static final Set<String> SUFFIXES = Set.of(".java", ".kt", ".groovy", ".scala");

  private PackagePath() {}

  /** The known files that it may be; none for files of other languages. */
  static List<RawPath> inModule(RawPath path, KnownFiles files, boolean anyCase) {
    List<String> parts = path.parts();
    if (parts.size() < 3 || SUFFIXES.stream().noneMatch(parts.get(parts.size() - 1)::endsWith)) {
      return List.of();
    }
    RawPath inPackage = path.from(1);
    return files.endingWith(inPackage, anyCase).stream()
        .filter(
            file ->
                file.parts()
                    .subList(0, file.parts().size() - inPackage.parts().size())
                    .contains(parts.get(0)))
        .toList();
  }
}
