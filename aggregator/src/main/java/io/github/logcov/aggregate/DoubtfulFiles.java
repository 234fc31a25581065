package io.github.logcov.aggregate;

import io.github.logcov.model.SourcePath;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.source.PathRule;
import io.github.logcov.source.Placement.Placed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Files that a rule has placed which may be wrong, held against those that are where they are for
 * certain: {@code pkg/a.py} behind site-packages is probably {@code src/pkg/a.py} of another
 * report, and without a checkout they are two. Thread-safe.
 */
final class DoubtfulFiles {
  private static final int SHOWN = 20;

  /** More folders than a source tree has in front of a package; bounds what paths may cost. */
  private static final int DEPTH = 32;

  private final Set<SourcePath> certain = new HashSet<>();
  private final SortedMap<SourcePath, Doubt> doubtful = new TreeMap<>();

  /** The rules that placed a file, and the jobs. */
  private record Doubt(Set<PathRule> rules, Mentions mentions) {
    Doubt() {
      this(new HashSet<>(), new Mentions());
    }
  }

  synchronized void addCertain(SourcePath file) {
    certain.add(file);
  }

  synchronized void add(Placed file, String job, boolean required) {
    Doubt doubt = doubtful.computeIfAbsent(file.path(), key -> new Doubt());
    doubt.rules().add(file.rule());
    doubt.mentions().add(job, required);
  }

  /** A warning for each file that is probably another one; of many, the first and their number. */
  synchronized List<Problem> problems(Predicate<SourcePath> counts) {
    List<Problem> problems = new ArrayList<>();
    SortedMap<SourcePath, SortedSet<SourcePath>> others = others();
    others.forEach(
        (file, same) -> {
          if (problems.size() < SHOWN) {
            problems.add(problem(file, same, counts.test(file)));
          }
        });
    if (others.size() > SHOWN) {
      problems.add(
          Problem.warning(
              ProblemType.PATH_DOUBTFUL,
              Origin.NOWHERE,
              "the same holds for %d more files".formatted(others.size() - SHOWN)));
    }
    return problems;
  }

  private Problem problem(SourcePath file, SortedSet<SourcePath> same, boolean counts) {
    Mentions mentions = doubtful.getOrDefault(file, new Doubt()).mentions();
    return Problem.warning(
        ProblemType.PATH_DOUBTFUL,
        mentions.origin(),
        "%s (in %s) is where a package was installed or a CI checks out, and is probably %s%s; %s; say so with --root DIR or --path-map FROM=TO"
            .formatted(
                file.value(),
                mentions,
                same.first().value(),
                same.size() == 1 ? "" : ", or one of " + (same.size() - 1) + " others",
                counts ? "it counts as a file of its own" : "it does not count"));
  }

  private SortedMap<SourcePath, SortedSet<SourcePath>> others() {
    SortedMap<SourcePath, SortedSet<SourcePath>> others = new TreeMap<>();
    if (doubtful.isEmpty()) {
      return others;
    }
    for (SourcePath known : certain) {
      for (SourcePath end : ends(known)) {
        if (doubtful.containsKey(end) && !certain.contains(end) && mayBe(end, known)) {
          others.computeIfAbsent(end, key -> new TreeSet<>()).add(known);
        }
      }
    }
    // The folder of a CI may be one level deeper than its rule says.
    for (Map.Entry<SourcePath, Doubt> each : doubtful.entrySet()) {
      SourcePath file = each.getKey();
      if (each.getValue().rules().contains(PathRule.CI_ROOT) && !certain.contains(file)) {
        ends(file).stream()
            .filter(end -> hasFolder(end) && certain.contains(end))
            .forEach(end -> others.computeIfAbsent(file, key -> new TreeSet<>()).add(end));
      }
    }
    return others;
  }

  /** One name alone is everywhere, except where projects keep modules of one file. */
  private static boolean mayBe(SourcePath end, SourcePath known) {
    return hasFolder(end)
        || known.value().equals("src/" + end.value())
        || known.value().equals("lib/" + end.value());
  }

  private static boolean hasFolder(SourcePath file) {
    return file.value().indexOf('/') >= 0;
  }

  /** The path without its first folder, without its first two, and so on. */
  private static List<SourcePath> ends(SourcePath file) {
    List<SourcePath> ends = new ArrayList<>();
    String path = file.value();
    for (int at = path.indexOf('/');
        at >= 0 && ends.size() < DEPTH;
        at = path.indexOf('/', at + 1)) {
      ends.add(new SourcePath(path.substring(at + 1)));
    }
    return ends;
  }
}
