package io.github.logcov.log;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Saved logs, as {@code --logs PATH...} names them; nothing is asked of a network.
 *
 * <ul>
 *   <li>A file is the log of one job, plain or compressed with gzip, bzip2 or xz. What a file is,
 *       its first bytes decide.
 *   <li>A directory is one build, one job per file; so is a zip or tar archive, the latter perhaps
 *       compressed. In an archive whose files all lie in one folder, that folder is read. Deeper
 *       folders are not read, with a note. Hidden files are passed over with a note, and so are
 *       those whose names say that they are no logs ({@code coverage.xml}).
 *   <li>{@code -} is standard input, job {@code stdin}.
 *   <li>{@code build.json} beside logs tells what they cannot (see {@link BuildFile}), also when it
 *       is named itself, as {@code saved/*} does; it then stands for the files that are named of
 *       its directory.
 * </ul>
 *
 * <p>The number of a job is the name of its file without {@code .log}, {@code .txt}, {@code
 * .log.gz} and the like.
 *
 * <p>Closing deletes what was laid out of tar archives; the logs can be read until then, by several
 * threads at once.
 */
public final class SavedLogs implements Closeable {

  private static final String STDIN = "-";

  private final InputStream stdin;
  private final SavedLogLimits limits;
  private final List<SavedLog> logs = new ArrayList<>();
  private final Builds builds = new Builds();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Closeable> open = new ArrayList<>();
  private Optional<Spool> spool = Optional.empty();

  private SavedLogs(InputStream stdin, SavedLogLimits limits) {
    this.stdin = stdin;
    this.limits = limits;
  }

  /**
   * Finds the logs. Archives are opened, logs are looked at but not read, save that tar archives
   * are laid out in a temporary file.
   *
   * @param paths at least one; relative ones from the working directory
   * @param stdin read for the path {@code -}, and then once only; not closed otherwise
   * @throws LogSourceException when a path cannot be read, has no log, or two logs have one job
   *     number
   */
  public static SavedLogs open(List<Path> paths, InputStream stdin, SavedLogLimits limits)
      throws LogSourceException {
    SavedLogs saved = new SavedLogs(stdin, limits);
    try {
      saved.addAll(paths);
      return saved;
    } catch (LogSourceException | RuntimeException e) {
      try {
        saved.close();
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  /**
   * What {@code build.json} says of the build; empty when there is none, or logs of several builds
   * are read together.
   */
  public Optional<BuildInfo> build() {
    return builds.only();
  }

  /**
   * The jobs by number, see {@link JobNumber#ORDER}; each number once. A log may be opened as often
   * as one likes, save standard input and pipes: once.
   */
  public List<SavedLog> logs() {
    return List.copyOf(logs);
  }

  /** What was passed over, what is odd, and what went wrong when the logs were fetched. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private void addAll(List<Path> paths) throws LogSourceException {
    Map<Path, List<SavedLog>> named = new HashMap<>();
    List<Path> buildFiles = new ArrayList<>();
    for (Path path : paths) {
      String shown = Names.shown(path.toString());
      try {
        if (path.toString().equals(STDIN)) {
          logs.add(SingleLog.once("stdin", "standard input", stdin));
        } else if (Files.isDirectory(path)) {
          addDirectory(path, shown);
        } else if (String.valueOf(path.getFileName()).equals(BuildFile.NAME)) {
          buildFiles.add(path);
        } else {
          addFile(path, shown)
              .ifPresent(
                  log -> named.computeIfAbsent(folder(path), p -> new ArrayList<>()).add(log));
        }
      } catch (IOException e) {
        throw SingleLog.unreadable(shown, e);
      }
    }
    for (Path path : buildFiles) {
      joinNamed(path, named);
    }
    named.values().forEach(logs::addAll);
    logs.sort(
        Comparator.comparing((SavedLog log) -> log.job().number(), JobNumber.ORDER)
            .thenComparing(SavedLog::where));
    checkUnique();
    builds.oddity().ifPresent(problems::add);
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().normalize().resolveSibling("");
  }

  private void addDirectory(Path directory, String shown) throws LogSourceException, IOException {
    DirectoryLogs listed = DirectoryLogs.list(directory, shown, limits);
    if (!listed.odd().isEmpty()) {
      problems.add(
          Problem.note(
              ProblemType.LOGS_PASSED_OVER,
              Origin.NOWHERE,
              shown
                  + ": not read, since they are no files: "
                  + Names.list("entry", "entries", listed.odd())));
    }
    String separator = shown.endsWith("/") ? "" : "/";
    add(LogListing.of(shown, separator, listed.items(), listed.folders(), limits));
  }

  private Optional<SavedLog> addFile(Path path, String shown)
      throws LogSourceException, IOException {
    String name = String.valueOf(path.getFileName());
    if (name.equals("SHA256SUMS")) {
      problems.add(
          Problem.note(
              ProblemType.LOGS_PASSED_OVER,
              Origin.NOWHERE,
              shown + ": not read, since it is no log"));
      return Optional.empty();
    }
    String number = SingleLog.number(name, shown);
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isRegularFile(path)) {
      // A pipe, as <(...) in a shell makes one: it cannot be opened twice. The streams of java.nio
      // want to seek in it.
      InputStream pipe = keep(new FileInputStream(path.toFile()));
      return Optional.of(SingleLog.once(number, shown, pipe));
    }
    BuildLog raw = () -> Files.newInputStream(path);
    Unpacked.Kind kind = SingleLog.kind(raw, shown);
    if (!kind.archive()) {
      return Optional.of(SingleLog.of(number, shown, raw, kind));
    }
    List<LogItem> items = kind == Unpacked.Kind.ZIP ? zip(path, shown) : tar(raw, shown);
    add(LogListing.of(shown, " > ", LogListing.withoutTopFolder(items), Set.of(), limits));
    return Optional.empty();
  }

  private List<LogItem> zip(Path path, String shown) throws LogSourceException, IOException {
    return keep(ZipLogs.open(path, shown, limits)).items();
  }

  private List<LogItem> tar(BuildLog raw, String shown) throws LogSourceException, IOException {
    if (spool.isEmpty()) {
      spool = Optional.of(keep(Spool.create(limits.maxSpoolBytes())));
    }
    try (InputStream content = Unpacked.of(raw.open()).content()) {
      return TarLogs.read(content, shown, spool.get(), limits);
    } catch (Spool.FullException e) {
      throw new LogSourceException(
          ProblemType.LOGS_UNREADABLE,
          shown + ": " + e.getMessage() + "; unpack the archive and name the directory",
          e);
    }
  }

  private <T extends Closeable> T keep(T closeable) {
    open.add(closeable);
    return closeable;
  }

  private void add(LogListing.Listed listed) {
    logs.addAll(listed.logs());
    problems.addAll(listed.notes());
    listed.build().ifPresent(this::add);
  }

  private void add(BuildFile file) {
    file.knownBuild().ifPresent(builds::add);
    problems.addAll(file.ownProblems());
  }

  private void joinNamed(Path path, Map<Path, List<SavedLog>> named) throws LogSourceException {
    String shown = Names.shown(path.toString());
    try (InputStream content = Files.newInputStream(path)) {
      BuildFile file = BuildFile.read(content, shown, limits.maxBuildFileBytes());
      List<SavedLog> beside = named.remove(folder(path));
      if (beside == null) {
        throw new LogSourceException(
            ProblemType.LOGS_EMPTY,
            shown + " is no log but tells of those beside it; name its directory");
      }
      add(file);
      logs.addAll(new LogsOfBuild(file, shown).of(beside, problems));
    } catch (IOException e) {
      throw SingleLog.unreadable(shown, e);
    }
  }

  private void checkUnique() throws LogSourceException {
    for (int i = 1; i < logs.size(); i++) {
      SavedLog previous = logs.get(i - 1);
      SavedLog log = logs.get(i);
      if (log.job().number().equals(previous.job().number())) {
        throw new LogSourceException(
            ProblemType.JOB_DUPLICATE,
            "each job must have one log, but job "
                + Names.shown(log.job().number())
                + " has two: "
                + previous.where()
                + " and "
                + log.where()
                + "; rename one of them, or leave one out");
      }
    }
  }

  /** Deletes temporary files and closes archives and pipes. */
  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (Closeable closeable : open) {
      try {
        closeable.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
