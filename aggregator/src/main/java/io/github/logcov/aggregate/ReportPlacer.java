package io.github.logcov.aggregate;

import io.github.logcov.format.Report;
import io.github.logcov.log.JobNumber;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.SourcePath;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.source.PathPlacer;
import io.github.logcov.source.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Places the files of reports, and remembers those that could not be placed: one problem per file, not one per file and job.
 * Thread-safe.
 */
final class ReportPlacer {
  private final PathPlacer placer;
  private final SortedMap<String, SortedSet<String>> unplaced = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> ambiguous = new TreeMap<>();

  ReportPlacer(PathPlacer placer) {
    this.placer = placer;
  }

  /** Gives each file that has a place to {@code placed}; adds a problem when no file of a report has one. */
  void place(
      Report report,
      Optional<String> buildDir,
      Origin origin,
      List<Problem> problems,
      BiConsumer<SourcePath, FileFacts> placed) {
  }
}
