package io.github.logcov.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A shell and an awk that logcov-emit.sh must run under, each with the tools it may use and no
 * others.
 */
enum Shell {
  DASH_MAWK("mawk", "dash"),
  DASH_ORIGINAL_AWK("original-awk", "dash"),
  BASH_GAWK("gawk", "bash", "--posix"),
  BASH_GAWK_POSIX("gawk", "bash"),
  ZSH_MAWK("mawk", "zsh"),
  BUSYBOX("busybox", "busybox");

  private static final List<String> TOOLS =
      List.of(
          "base64",
          "bzip2",
          "cat",
          "find",
          "fold",
          "gzip",
          "mkdir",
          "mktemp",
          "mv",
          "rm",
          "sed",
          "sha256sum",
          "sleep",
          "sort",
          "tr",
          "wc");

  static final Path SCRIPT = script();

  private final String awk;
  private final List<String> command;

  Shell(String awk, String... command) {
    this.awk = awk;
    this.command = List.of(command);
  }

  /** What a run left; {@code err} is decoded as Latin-1. */
  record Output(int status, byte[] out, String err) {
    String text() {
      return new String(out, StandardCharsets.US_ASCII);
    }

    /** The records, without the line feed at the start. */
    List<String> records() {
      return text().lines().skip(1).toList();
    }
  }

  /** A shell in a working directory of its own, with its whole PATH in a folder beside it. */
  final class Room {
    private final Path bin;
    private final Path work;
    private final Path temporary;

    private Room(Path folder) throws IOException {
      bin = Files.createDirectory(folder.resolve("bin"));
      work = Files.createDirectory(folder.resolve("work")).toRealPath();
      temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    /** The folder that is the whole PATH. */
    Path bin() {
      return bin;
    }

    Path work() {
      return work;
    }

    /** Writes a file into the working directory. */
    Path file(String name, byte[] content) throws IOException {
      Path file = work.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    }

    Path file(String name) throws IOException {
      return file(name, (name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Room without(String... tools) throws IOException {
      for (String tool : tools) {
        Files.delete(bin.resolve(tool));
      }
      return this;
    }

    /**
     * Puts a program of the machine into PATH. A script, since JUnit warns of links that lead out
     * of its folder.
     */
    Room with(String tool) throws IOException {
      return with(tool, "exec " + there(tool) + " \"$@\"");
    }

    /** Puts a script into PATH, in the place of a tool. */
    Room with(String tool, String script) throws IOException {
      Path file = bin.resolve(tool);
      Files.deleteIfExists(file);
      Files.writeString(file, "#!" + there("sh") + "\n" + script + "\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
      return this;
    }

    /** The command that runs the script in this shell; options go to the shell. */
    List<String> emit(List<String> options, List<String> args) {
      List<String> words = new ArrayList<>(shell());
      words.addAll(options);
      words.add(SCRIPT.toString());
      words.addAll(args);
      return words;
    }

    Output run(Map<String, String> environment, String... args) throws Exception {
      return start(environment, emit(List.of(), List.of(args)));
    }

    /** What a shell command prints, as {@code sh -c}. */
    byte[] evaluate(String text, String... args) throws Exception {
      List<String> words = new ArrayList<>(shell());
      words.addAll(List.of("-c", text, "sh"));
      words.addAll(List.of(args));
      Output output = start(Map.of(), words);
      assertThat(output.status()).as(output.err()).isZero();
      return output.out();
    }

    /**
     * Runs a command with nothing in the environment but PATH, TMPDIR and what is given; it must
     * clean up.
     */
    Output start(Map<String, String> environment, List<String> words) throws Exception {
      Path err = Files.createTempFile(bin.getParent(), "err", "");
      ProcessBuilder builder = new ProcessBuilder(words).directory(work.toFile());
      builder.redirectError(err.toFile()).redirectInput(new File("/dev/null"));
      builder.environment().clear();
      builder.environment().put("PATH", bin.toString());
      builder.environment().put("TMPDIR", temporary.toString());
      builder.environment().putAll(environment);
      Process process = builder.start();
      byte[] out = process.getInputStream().readAllBytes();
      int status = process.waitFor();
      try (Stream<Path> left = Files.list(temporary)) {
        assertThat(left).as("temporary files that are left").isEmpty();
      }
      return new Output(status, out, Files.readString(err, StandardCharsets.ISO_8859_1));
    }

    /** The words that start this shell. */
    List<String> shell() {
      List<String> words = new ArrayList<>(command);
      words.set(0, there(command.get(0)).toString());
      if (Shell.this == BUSYBOX) {
        words.add("sh");
      }
      return words;
    }
  }

  /** A room in an empty folder. Without the tools: skipped, but failed on CI. */
  Room room(Path folder) throws IOException {
    there(command.get(0));
    Room room = new Room(folder);
    for (String tool : TOOLS) {
      if (this == BUSYBOX) {
        room.with(tool, "exec " + there("busybox") + " " + tool + " \"$@\"");
      } else {
        room.with(tool);
      }
    }
    String posix = this == BASH_GAWK_POSIX ? " --posix" : this == BUSYBOX ? " awk" : "";
    room.with("awk", "exec " + there(awk) + posix + " \"$@\"");
    return room;
  }

  private static Path there(String tool) {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, tool))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      fail("not in PATH: " + tool + ". .ci/run has to install it");
    }
    return found.orElseGet(() -> abort("not in PATH: " + tool));
  }

  private static Path script() {
    Path above = Path.of("").toAbsolutePath();
    while (!Files.exists(above.resolve("scripts/logcov-emit.sh"))) {
      above = above.getParent();
    }
    return above.resolve("scripts/logcov-emit.sh");
  }
}
