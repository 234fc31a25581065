package io.github.logcov.inspect;

import io.github.logcov.log.JobNumber;
import io.github.logcov.model.SourcePath;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.source.BuildPaths;
import io.github.logcov.source.OpenPath;
import io.github.logcov.source.PathPlacer;
import io.github.logcov.source.Placement;
import io.github.logcov.source.Placement.Ambiguous;
import io.github.logcov.source.Placement.Placed;
import io.github.logcov.source.ReportOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the paths of all reports lie, by the rules of a union, without one. One line for each path
 * as written and its place, however many jobs name it.
 */
final class PathInspection {
  /** Times the bound on different paths: what the reports of all jobs may name together. */
  private static final long MENTIONS_PER_PATH = 20;

  private final PathPlacer placer;
  private final int maxPaths;
  private final AtomicLong kept = new AtomicLong();

  /**
   * The paths of one report.
   *
   * @param job whose log it is in
   * @param origin what is known of where it was written
   * @param paths as written
   */
  record Named(String job, ReportOrigin origin, List<String> paths) {}

  /** A path with its place; the order in which they are shown. */
  private record Line(SourcePath path, String reported, String rule) implements Comparable<Line> {
    private static final Comparator<Line> ORDER =
        Comparator.comparing(Line::path).thenComparing(Line::reported).thenComparing(Line::rule);

    @Override
    public int compareTo(Line other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Mentions {
    private final SortedSet<SourcePath> candidates = new TreeSet<>();
    private final SortedSet<String> jobs = new TreeSet<>(JobNumber.ORDER);
    private final SortedSet<String> payloads = new TreeSet<>();
    private int reports;
  }

  /**
   * By these rules.
   *
   * @param maxPaths how many different paths there may be
   */
  PathInspection(PathPlacer placer, int maxPaths) {
    this.placer = placer;
    this.maxPaths = maxPaths;
  }

  /** Whether the paths of one more report may be kept; once that is denied, none are shown. */
  boolean mayKeep(int paths) {
    return kept.addAndGet(paths) <= MENTIONS_PER_PATH * maxPaths;
  }

  /**
   * All paths of all reports; none when there are too many.
   *
   * @param problems gets to know of that
   */
  List<PathContents> of(List<Named> reports, List<Problem> problems) {
    BuildPaths paths = new BuildPaths(placer, maxPaths);
    List<Map<String, BuildPaths.Place>> places =
        reports.stream().map(report -> paths.add(report.origin(), report.paths())).toList();
    Map<OpenPath, Placement> settled = paths.settled();
    Map<Line, Mentions> lines = new TreeMap<>();
    for (int i = 0; i < reports.size(); i++) {
      Named report = reports.get(i);
      places
          .get(i)
          .forEach(
              (path, place) ->
                  mention(
                      lines,
                      report,
                      path,
                      place.open().map(settled::get).orElse(place.placement())));
    }
    if (paths.exceeded() || lines.size() > maxPaths || !mayKeep(0)) {
      problems.add(
          Problem.error(
              ProblemType.LIMIT_EXCEEDED,
              Origin.NOWHERE,
              "more than %d source files; --max-files raises that bound; no path is shown"
                  .formatted(maxPaths)));
      return List.of();
    }
    List<PathContents> contents = new ArrayList<>();
    lines.forEach((line, mentions) -> contents.add(contents(line, mentions)));
    return contents;
  }

  private static void mention(
      Map<Line, Mentions> lines, Named report, String path, Placement placement) {
    String rule = "unplaced";
    List<SourcePath> candidates = List.of();
    if (placement instanceof Placed placed) {
      rule = placed.rule().word();
    } else if (placement instanceof Ambiguous several) {
      rule = "ambiguous";
      candidates = several.candidates();
    }
    Mentions mentions =
        lines.computeIfAbsent(new Line(placement.path(), path, rule), key -> new Mentions());
    mentions.candidates.addAll(candidates);
    mentions.jobs.add(report.job());
    mentions.payloads.add(report.origin().reportPath());
    mentions.reports++;
  }

  private PathContents contents(Line line, Mentions mentions) {
    List<SourcePath> candidates =
        line.rule().equals("unplaced")
            ? placer.namedAlike(line.path())
            : List.copyOf(mentions.candidates);
    return new PathContents(
        line.path(),
        line.reported(),
        line.rule(),
        candidates,
        List.copyOf(mentions.jobs),
        List.copyOf(mentions.payloads),
        mentions.reports);
  }
}
