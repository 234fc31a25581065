package io.github.logcov.log;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a directory or an archive as a build: which of its files are logs, and of which jobs. */
final class LogListing {

  private final String where;
  private final SavedLogLimits limits;
  private final List<SavedLog> logs = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();
  private final List<String> hidden = new ArrayList<>();
  private final Set<String> folders = new TreeSet<>();
  private Optional<BuildFile> buildFile = Optional.empty();

  /** What lies in it. */
  record Listed(Optional<BuildFile> build, List<SavedLog> logs, List<Problem> notes) {}

  private LogListing(String where, SavedLogLimits limits) {
    this.where = where;
    this.limits = limits;
  }

  static Listed of(
      String where,
      String separator,
      List<LogItem> items,
      Set<String> folders,
      SavedLogLimits limits)
      throws LogSourceException, IOException {
    LogListing listing = new LogListing(where + separator, limits);
    listing.folders.addAll(folders);
    for (LogItem item : items) {
      listing.add(item);
    }
    return listing.listed(where);
  }

  /**
   * What {@code tar -czf logs.tgz logs} and most programs with a menu make: all in one folder. It
   * is read as if it lay at the top.
   */
  static List<LogItem> withoutTopFolder(List<LogItem> items) {
    List<String> tops =
        items.stream().filter(item -> !item.hidden()).map(LogItem::topFolder).distinct().toList();
    if (tops.size() == 1 && !tops.get(0).isEmpty()) {
      String top = tops.get(0);
      return items.stream()
          .filter(item -> item.topFolder().equals(top))
          .map(item -> item.below(top))
          .toList();
    }
    return items;
  }

  private void add(LogItem item) throws LogSourceException, IOException {
    if (item.hidden()) {
      if (item.topFolder().isEmpty() && !item.litter()) {
        hidden.add(item.path());
      }
      return;
    }
    if (!item.topFolder().isEmpty()) {
      folders.add(item.topFolder());
    } else if (item.path().equals(BuildFile.NAME)) {
      if (item.link()) {
        throw linked(item);
      }
      try (InputStream content = item.raw().open()) {
        buildFile =
            Optional.of(
                BuildFile.read(content, where + BuildFile.NAME, limits.maxBuildFileBytes()));
      }
    } else if (OtherFiles.include(item.path())) {
      passedOver.add(item.path());
    } else if (item.link()) {
      throw linked(item);
    } else {
      logs.add(log(item));
    }
  }

  /**
   * What it leads to may be no part of the archive, and a job that is missing would not be seen.
   */
  private LogSourceException linked(LogItem item) {
    return new LogSourceException(
        ProblemType.LOGS_UNREADABLE,
        where
            + Names.shown(item.path())
            + " must be a file, but is a link, pipe or device; pack the files themselves (tar"
            + " --hard-dereference -h, zip without -y)");
  }

  private SavedLog log(LogItem item) throws LogSourceException {
    String shown = where + Names.shown(item.path());
    String number = SingleLog.number(item.path(), shown);
    Unpacked.Kind kind = SingleLog.kind(item.raw(), shown);
    if (kind.archive()) {
      throw new LogSourceException(
          ProblemType.ARCHIVE_NESTED,
          shown + " is " + kind.words() + " among logs; name it itself, or take it away");
    }
    return SingleLog.of(number, shown, item.raw(), kind);
  }

  private Listed listed(String container) throws LogSourceException {
    List<Problem> notes = new ArrayList<>();
    if (!folders.isEmpty()) {
      notes.add(
          passedOver(
              container
                  + ": subfolders are not read, here "
                  + Names.list("of them", "of them", List.copyOf(folders))));
    }
    if (!passedOver.isEmpty()) {
      notes.add(
          passedOver(
              container
                  + ": not read, since their names are not those of logs: "
                  + Names.list("file", "files", passedOver)));
    }
    if (!hidden.isEmpty()) {
      notes.add(
          passedOver(
              container
                  + ": not read, since their names begin with a dot: "
                  + Names.list("file", "files", hidden)));
    }
    boolean explained = buildFile.filter(build -> !build.problems().isEmpty()).isPresent();
    if (logs.isEmpty() && !explained) {
      throw new LogSourceException(ProblemType.LOGS_EMPTY, emptyMessage(container));
    }
    return new Listed(buildFile, described(notes), notes);
  }

  private List<SavedLog> described(List<Problem> notes) {
    return buildFile.isEmpty()
        ? logs
        : new LogsOfBuild(buildFile.get(), where + BuildFile.NAME).of(logs, notes);
  }

  private String emptyMessage(String container) {
    List<String> others = new ArrayList<>(passedOver);
    others.addAll(hidden);
    String hint =
        folders.isEmpty()
            ? "name the directory, archive or files that hold the logs of the jobs"
            : "subfolders are not read, so name one itself (unpacked, where it lies in an archive)";
    return container
        + " must have at least one log, but has none ("
        + Names.list("subfolder", "subfolders", List.copyOf(folders))
        + "; "
        + Names.list("other file", "other files", others)
        + "); "
        + hint;
  }

  private static Problem passedOver(String message) {
    return Problem.note(ProblemType.LOGS_PASSED_OVER, Origin.NOWHERE, message);
  }
}
