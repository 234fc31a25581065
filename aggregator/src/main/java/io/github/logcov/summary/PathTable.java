package io.github.logcov.summary;

import io.github.logcov.inspect.PathContents;
import io.github.logcov.model.SourcePath;
import io.github.logcov.summary.TextTable.Align;
import java.util.List;

/**
 * Where the paths of reports lie: file, rule, reports; below it how they write it, if otherwise.
 */
final class PathTable {
  private static final int JOBS_SHOWN = 4;

  private PathTable() {}

  static List<String> lines(List<PathContents> paths, int width) {
    TextTable table =
        new TextTable(width)
            .column("file", Align.LEFT)
            .column("rule", Align.LEFT)
            .column("reports", Align.LEFT);
    for (PathContents path : paths) {
      table.row(Printable.of(path.path().value()), path.rule(), reports(path));
      if (!path.reported().equals(path.path().value())) {
        table.below("  as " + Printable.of(path.reported()));
      }
      for (SourcePath candidate : path.candidates()) {
        boolean several = path.rule().equals("ambiguous");
        table.below((several ? "  could be " : "  not ") + Printable.of(candidate.value()));
      }
    }
    return table.isEmpty() ? List.of("no report names any file") : table.lines();
  }

  /** One report by its name, few jobs by their numbers, of many the first one. */
  private static String reports(PathContents path) {
    List<String> jobs = path.jobs();
    if (path.reports() == 1) {
      return Printable.of(jobs.get(0) + " > " + path.payloads().get(0));
    } else if (jobs.size() == 1) {
      return Printable.of(jobs.get(0)) + " (" + path.reports() + " reports)";
    } else if (jobs.size() <= JOBS_SHOWN) {
      return Printable.of(String.join(", ", jobs));
    }
    return Printable.of(jobs.get(0)) + " and " + (jobs.size() - 1) + " more jobs";
  }
}
