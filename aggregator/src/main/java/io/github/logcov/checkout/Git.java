package io.github.logcov.checkout;

import io.github.logcov.problem.Legible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The git command, without a shell. */
final class Git {

  /** A million paths of the greatest length would be more; nobody has those. */
  private static final int MAX_OUTPUT = 256 << 20;

  private static final int MAX_ERROR = 500;

  private Git() {}

  /**
   * Files that git tracks below a folder, relative to it; empty when the folder is in no
   * repository.
   *
   * @throws IOException when it is in one that git cannot read, or there is no git: what lies in
   *     the folder is another answer than what git tracks, and not to be mistaken for it
   */
  static Optional<Set<String>> trackedFiles(Path folder, Duration timeout) throws IOException {
    // Without a folder's own .git, a repository around it counts too: --root may name a part of
    // one.
    if (!isInRepository(folder)) {
      return Optional.empty();
    }
    byte[] output = run(folder, timeout, List.of("ls-files", "-z", "--cached"));
    return Optional.of(output)
        .map(
            bytes -> {
              Set<String> files = new LinkedHashSet<>();
              for (String file : new String(bytes, StandardCharsets.UTF_8).split("\0", -1)) {
                if (!file.isEmpty()) {
                  files.add(file);
                }
              }
              return files;
            });
  }

  static Optional<Path> topLevel(Path folder, Duration timeout) throws IOException {
    if (!isInRepository(folder)) {
      return Optional.empty();
    }
    byte[] output = run(folder, timeout, List.of("rev-parse", "--show-toplevel"));
    String text = new String(output, StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
  }

  /** A repository has a folder {@code .git}, a worktree or submodule a file of that name. */
  private static boolean isInRepository(Path folder) {
    for (Path each = folder; each != null; each = each.getParent()) {
      if (Files.exists(each.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] run(Path folder, Duration timeout, List<String> arguments)
      throws IOException {
    // A repository may name a program as its file system monitor; it is not to be started from
    // here.
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.PIPE);
    // Never ask anybody anything, and take no lock in a repository that others may be writing to.
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    // A filter or a monitor of somebody's configuration may be run by it.
    builder.environment().remove("TRAVIS_TOKEN");
    Path errors = temporary();
    try {
      builder.redirectError(errors.toFile());
      return run(builder, timeout, errors);
    } finally {
      Files.deleteIfExists(errors);
    }
  }

  private static Path temporary() throws IOException {
    try {
      Path file = Files.createTempFile("logcov-", ".git");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new IOException(
          "no temporary file can be made ("
              + e.getMessage()
              + "); make room there, or name another folder with"
              + " LOGCOV_JAVA_OPTS=-Djava.io.tmpdir=FOLDER",
          e);
    }
  }

  private static byte[] run(ProcessBuilder builder, Duration timeout, Path errors)
      throws IOException {
    Process process;
    try {
      process = builder.start();
    } catch (IOException noGit) {
      throw new IOException(
          builder.directory()
              + " lies in a git repository, and there is no git to read it; install git",
          noGit);
    }
    try (Watch watch = new Watch(process, timeout)) {
      process.getOutputStream().close();
      byte[] output = read(process.getInputStream());
      int status = process.waitFor();
      if (watch.expired()) {
        throw new IOException(
            "git must answer within "
                + timeout.toMillis()
                + " ms, but did not, in "
                + builder.directory());
      }
      if (status != 0) {
        throw new IOException(
            "git cannot read the repository around "
                + builder.directory()
                + ": "
                + firstLine(errors)
                + "; see to it that git -C "
                + builder.directory()
                + " ls-files works");
      }
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while git was asked", e);
    }
  }

  /** The first line of what git said, fit to be shown. */
  private static String firstLine(Path errors) throws IOException {
    try (InputStream in = Files.newInputStream(errors)) {
      String text = new String(in.readNBytes(MAX_ERROR), StandardCharsets.UTF_8).strip();
      StringBuilder line = new StringBuilder();
      text.lines()
          .findFirst()
          .orElse("it does not say why")
          .codePoints()
          .map(c -> Legible.is(c) ? c : '?')
          .forEach(line::appendCodePoint);
      return line.toString();
    }
  }

  private static byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (out.size() + n > MAX_OUTPUT) {
        throw new IOException("git may name files in " + MAX_OUTPUT + " bytes, but needs more");
      }
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }

  /** Ends the process when its time is over, which also ends the reading of its output. */
  private static final class Watch implements AutoCloseable {
    private final Process process;
    private final Thread thread;
    private volatile boolean expired;

    Watch(Process process, Duration timeout) {
      this.process = process;
      this.thread = new Thread(() -> await(timeout), "git watch");
      thread.setDaemon(true);
      thread.start();
    }

    private void await(Duration timeout) {
      try {
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
          expired = true;
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    boolean expired() {
      return expired;
    }

    @Override
    public void close() {
      thread.interrupt();
      process.destroyForcibly();
    }
  }
}
