package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.encoder.EmitCommand;
import io.github.logcov.fixtures.NeedsTool;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other people's tools go on from the files that {@code extract} wrote. */
class ExtractForToolsTest {
  private static final String PROGRAM =
      """
      import sys
      if sys.argv[1] == "1":
          print("one")
      else:
          print("two")
      """;

  @TempDir Path directory;

  @Test
  @NeedsTool("python3-coverage")
  void coverageCombines() throws Exception {
    Path project = Files.createDirectory(directory.toRealPath().resolve("project"));
    Files.writeString(project.resolve("a.py"), PROGRAM);
    for (String job : List.of("1", "2")) {
      run(project, "python3-coverage", "run", "a.py", job);
      emit(project, ".coverage", "8112." + job);
      Files.delete(project.resolve(".coverage"));
    }

    Run run = new Sandbox(directory).run("extract", "--logs", "logs", "--to", "project/parts");
    run(project, "sh", "-c", "python3-coverage combine parts/*/.coverage*");

    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run(project, "python3-coverage", "report")).contains("100%");
  }

  @Test
  @NeedsTool("lcov")
  void lcovAdds() throws Exception {
    String first = "TN:\nSF:%s/a.c\nDA:1,1\nDA:2,0\nLF:2\nLH:1\nend_of_record\n";
    String second = "TN:\nSF:%s/a.c\nDA:1,0\nDA:2,4\nLF:2\nLH:1\nend_of_record\n";
    Files.writeString(directory.resolve("a.c"), "int main()\n{}\n");
    List<String> command = new ArrayList<>(List.of("lcov", "-q"));
    for (String job : List.of("1", "2")) {
      String text = (job.equals("1") ? first : second).formatted(directory);
      Files.writeString(directory.resolve("lcov.info"), text);
      emit(directory, "lcov.info", "8112." + job);
      command.addAll(List.of("-a", "parts/8112." + job + "/lcov.info"));
    }
    command.addAll(List.of("-o", "all.info"));

    Run run = new Sandbox(directory).run("extract", "--logs", "logs", "--to", "parts");
    run(directory, command.toArray(String[]::new));

    assertThat(run.status()).as(run.all()).isZero();
    assertThat(directory.resolve("all.info")).content().contains("DA:1,1\n", "DA:2,4\n");
  }

  private void emit(Path from, String file, String job) throws IOException {
    Path logs = Files.createDirectories(directory.resolve("logs"));
    List<String> arguments = file.equals(".coverage") ? List.of("--carry", file) : List.of(file);
    try (OutputStream out = Files.newOutputStream(logs.resolve(job + ".log"))) {
      PrintStream err = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
      Map<String, String> environment = Map.of("TRAVIS_BUILD_DIR", from.toString());
      assertThat(new EmitCommand("emit", environment, from, out, err).run(arguments)).isZero();
    }
  }

  /** Runs a command that must succeed; returns what it printed. */
  private String run(Path folder, String... command) throws Exception {
    Path output = directory.resolve("output");
    int status =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    String printed = Files.readString(output);
    assertThat(status).as(String.join(" ", command) + "\n" + printed).isZero();
    return printed;
  }
}
