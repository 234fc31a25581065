package io.github.logcov.log;

import io.github.logcov.problem.Legible;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a directory or an archive as a build: which of its files are logs, and of which jobs. */
final class LogListing {

  /**
   * Endings of files that people keep beside logs, and that are none. All others are logs: job
   * numbers and names have dots of their own ({@code 8112.10}, {@code test (3.10)}), so a list of
   * endings that are logs would miss some.
   */
  private static final Set<String> NO_LOGS =
      Set.of(
          "json",
          "xml",
          "info",
          "md",
          "rst",
          "html",
          "htm",
          "css",
          "js",
          "py",
          "sh",
          "bat",
          "ps1",
          "java",
          "yml",
          "yaml",
          "toml",
          "ini",
          "cfg",
          "properties",
          "csv",
          "exec",
          "jar",
          "class",
          "pdf",
          "png",
          "jpg",
          "svg",
          "ico",
          "sha1",
          "sha256",
          "sha512",
          "md5",
          "asc",
          "sig",
          "bak",
          "swp",
          "lnk");

  private static final Set<String> NO_LOG_NAMES =
      Set.of(
          "SHA256SUMS",
          "SHA512SUMS",
          "MD5SUMS",
          "README",
          "README.txt",
          "LICENSE",
          "Thumbs.db",
          "Makefile");

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

  static boolean isNoLog(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return NO_LOG_NAMES.contains(fileName)
        || fileName.endsWith("~")
        || (dot > 0 && NO_LOGS.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
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
    } else if (isNoLog(item.path())) {
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
    if (!Legible.is(item.path())) {
      throw new LogSourceException(
          ProblemType.LOGS_UNREADABLE,
          shown + ": the name of a log must have no control or invisible characters; rename it");
    }
    Unpacked.Kind kind = SingleLog.kind(item.raw(), shown);
    if (kind.archive()) {
      throw new LogSourceException(
          ProblemType.ARCHIVE_NESTED,
          shown + " is " + kind.words() + " among logs; name it itself, or take it away");
    }
    return SingleLog.of(Names.jobNumber(item.path()), shown, item.raw(), kind);
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
    return new Listed(buildFile, joined(notes), notes);
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

  /** The logs with what build.json says of their jobs, and the jobs without a log. */
  private List<SavedLog> joined(List<Problem> notes) {
    if (buildFile.isEmpty()) {
      return logs;
    }
    return join(buildFile.get(), where + BuildFile.NAME, logs, notes);
  }

  static List<SavedLog> join(
      BuildFile build, String where, List<SavedLog> logs, List<Problem> notes) {
    Map<String, Job> jobs = new HashMap<>();
    build.jobs().forEach(job -> jobs.put(job.number(), job));
    List<SavedLog> joined = new ArrayList<>();
    List<String> unlisted = new ArrayList<>();
    Set<String> found = new TreeSet<>();
    for (SavedLog log : logs) {
      Job job = jobs.get(log.job().number());
      found.add(log.job().number());
      if (job == null) {
        unlisted.add(log.job().number());
      }
      joined.add(
          new SavedLog(
              job == null ? log.job() : job,
              log.where(),
              log.log(),
              build.knownBuild(),
              build.problemsOf(log.job().number())));
    }
    if (!unlisted.isEmpty()) {
      notes.add(
          Problem.note(
              ProblemType.JOB_UNLISTED,
              Origin.NOWHERE,
              where
                  + " does not name "
                  + Names.list("of the logs", "of the logs", unlisted)
                  + "; their states are not known"));
    }
    build.jobs().stream()
        .filter(job -> !found.contains(job.number()))
        .forEach(
            job ->
                joined.add(
                    new SavedLog(
                        job,
                        where,
                        Optional.empty(),
                        build.knownBuild(),
                        build.problemsOf(job.number()))));
    return joined;
  }

  private static Problem passedOver(String message) {
    return Problem.note(ProblemType.LOGS_PASSED_OVER, Origin.NOWHERE, message);
  }
}
