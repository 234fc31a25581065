package io.github.logcov.format.jacoco;

import io.github.logcov.format.FactsByPath;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FileFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Source files by package and name, in groups, which are modules. A path that several groups have
 * is several files: then, and only then, the group stands in front of it.
 */
final class GroupedFiles {
  /** XML has no such character, so no name does. */
  private static final char BETWEEN = '\0';

  private final FactsByPath files;
  private final Map<String, String> groupOf = new HashMap<>();

  GroupedFiles(CoverageLimits limits) {
    files = new FactsByPath(limits);
  }

  /** What collects the facts of the file; the group is empty outside of groups. */
  FactsBuilder of(String group, String path) {
    FactsBuilder builder = files.of(group + BETWEEN + path);
    groupOf.merge(path, group, (a, b) -> a.equals(b) ? a : String.valueOf(BETWEEN));
    return builder;
  }

  /** Tells something to all files there are. */
  void forEach(Consumer<FactsBuilder> what) {
    files.forEach(what);
  }

  SortedMap<String, FileFacts> build() throws MalformedReportException {
    SortedMap<String, FileFacts> named = new TreeMap<>();
    files
        .build()
        .forEach(
            (key, facts) -> {
              int between = key.indexOf(BETWEEN);
              String group = key.substring(0, between);
              String path = key.substring(between + 1);
              named.put(isShared(path) && !group.isEmpty() ? group + "/" + path : path, facts);
            });
    return named;
  }

  private boolean isShared(String path) {
    return String.valueOf(BETWEEN).equals(groupOf.get(path));
  }
}
