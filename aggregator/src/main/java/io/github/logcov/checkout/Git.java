package io.github.logcov.checkout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

  private Git() {}

  /**
   * Files that git tracks below a folder, relative to it; empty when there is no git, or the folder
   * is in no repository.
   */
  static Optional<Set<String>> trackedFiles(Path folder, Duration timeout) throws IOException {
    // Without a folder's own .git, a repository around it counts too: --root may name a part of
    // one.
    Optional<byte[]> output = run(folder, timeout, List.of("ls-files", "-z", "--cached"));
    return output.map(
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
    return run(folder, timeout, List.of("rev-parse", "--show-toplevel"))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
        .filter(text -> !text.isEmpty())
        .map(Path::of);
  }

  private static Optional<byte[]> run(Path folder, Duration timeout, List<String> arguments)
      throws IOException {
    // A repository may name a program as its file system monitor; it is not to be started from
    // here.
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.redirectInput(ProcessBuilder.Redirect.PIPE);
    // Never ask anybody anything, and take no lock in a repository that others may be writing to.
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    Process process;
    try {
      process = builder.start();
    } catch (IOException noGit) {
      return Optional.empty();
    }
    try (Watch watch = new Watch(process, timeout)) {
      process.getOutputStream().close();
      byte[] output = read(process.getInputStream());
      int status = process.waitFor();
      if (watch.expired()) {
        throw new IOException(
            "git "
                + arguments.get(0)
                + " must answer within "
                + timeout.toMillis()
                + " ms, but did not");
      }
      return status == 0 ? Optional.of(output) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while git was asked", e);
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
