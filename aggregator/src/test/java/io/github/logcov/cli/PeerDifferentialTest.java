package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.logcov.encoder.EmitCommand;
import io.github.logcov.fixtures.NeedsTool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs coverage.py and lcov on inputs drawn by lot, and holds logcov against them. The seed is the
 * test's argument.
 */
class PeerDifferentialTest {
  private static final Path PROJECT = Path.of("../scripts/fixtures/python-matrix");

  /** Tests of the project, as unittest names them; a job of the lot runs some of them. */
  private static final List<String> TESTS =
      List.of(
          "tests.test_compat",
          "tests.test_paths",
          "tests.test_tidy.TidyTest",
          "tests.test_tidy.CliTest",
          "tests.test_wrap.WidthTest",
          "tests.test_wrap.WrapTest");

  private static final List<String> PLATFORMS = List.of("linux", "win32", "darwin");

  @TempDir Path folder;

  /** Reports of all jobs in one format, or their data files, which coverage.py reads again. */
  @ParameterizedTest
  @CsvSource({
    "1, xml", "2, xml", "3, xml", "1, json", "2, json", "3, json", "1, data", "2, data", "3, data"
  })
  @NeedsTool("python3-coverage")
  void unitesWhatCoveragePyCombines(long seed, String format) throws Exception {
    Random random = new Random(seed);
    boolean dataFiles = format.equals("data");
    String report = dataFiles ? ".coverage" : "coverage." + format;
    Path project = copyOfTheProject();
    Path data = Files.createDirectory(folder.resolve("data"));
    Path logs = Files.createDirectory(folder.resolve("logs"));
    for (int job = 1; job <= 3; job++) {
      Map<String, String> environment = new HashMap<>();
      environment.put("TIDYTEXT_PLATFORM", PLATFORMS.get(random.nextInt(PLATFORMS.size())));
      environment.put("TIDYTEXT_PYTHON", random.nextBoolean() ? "3.6" : "3.11");
      environment.put("PYTHONPATH", random.nextBoolean() ? "extras" : "");
      environment.put("COVERAGE_FILE", data.resolve(".coverage." + job).toString());
      List<String> command =
          new ArrayList<>(List.of("python3-coverage", "run", "-m", "unittest", "-q"));
      command.addAll(some(TESTS, random));
      run(project, environment, command);
      if (dataFiles) {
        Files.copy(data.resolve(".coverage." + job), project.resolve(report), REPLACE_EXISTING);
      } else {
        run(project, environment, List.of("python3-coverage", format, "-q"));
      }
      emit(project, report, logs.resolve("1." + job + ".log"));
    }
    Map<String, String> environment = Map.of("COVERAGE_FILE", data.resolve(".coverage").toString());
    run(project, environment, List.of("python3-coverage", "combine", "-q", data.toString()));
    run(project, environment, List.of("python3-coverage", "json", "-q", "-o", "combined.json"));
    byte[] combined = Files.readAllBytes(project.resolve("combined.json"));

    CheckRun run =
        dataFiles
            ? CheckRun.of(
                folder, logs, "--root", project.toString(), "--python", "/usr/bin/python3")
            : CheckRun.of(folder, logs);

    assertThat(PeerAnswer.ofSummary(run.json())).isEqualTo(PeerAnswer.ofCoveragePy(combined));
    assertThat(PeerAnswer.totalsOfSummary(run.json()))
        .isEqualTo(PeerAnswer.totalsOfCoveragePy(combined));
    assertThat(run.status()).as(run.printed()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @NeedsTool("lcov")
  void unitesTracefilesAsLcovDoes(long seed) throws Exception {
    // lcov 2 refuses what 1.x unites without a word, such as a line that ran and none of its arms.
    assumeTrue(
        "true".equals(System.getenv("CI"))
            || run(folder, Map.of(), List.of("lcov", "--version")).contains("version 1."),
        "needs lcov 1.x");
    Random random = new Random(seed);
    Path logs = Files.createDirectory(folder.resolve("logs"));
    List<String> command = new ArrayList<>(List.of("lcov", "-q", "--rc", "lcov_branch_coverage=1"));
    for (int job = 1; job <= 4; job++) {
      Path report = folder.resolve("job" + job + ".info");
      Files.writeString(report, tracefile(random));
      emit(folder, report.getFileName().toString(), logs.resolve("1." + job + ".log"));
      command.addAll(List.of("-a", report.toString()));
    }
    command.addAll(List.of("-o", "united.info"));
    run(folder, Map.of(), command);
    String united =
        Files.readString(folder.resolve("united.info")).replace("SF:" + folder + "/", "SF:");

    CheckRun run = CheckRun.of(folder, logs);

    assertThat(PeerAnswer.ofSummary(run.json())).isEqualTo(PeerAnswer.ofTracefile(united));
    assertThat(PeerAnswer.functionsOfSummary(run.json()))
        .isEqualTo(List.of(PeerAnswer.sum(united, "FNH:"), PeerAnswer.sum(united, "FNF:")));
    assertThat(run.status()).as(run.printed()).isZero();
  }

  /**
   * A tracefile of lcov 1.x on up to four files. Jobs agree on nothing but the names of the files:
   * which lines and arms are listed, and how often they ran, is drawn anew.
   */
  private String tracefile(Random random) {
    StringBuilder text = new StringBuilder();
    for (int file = 1; file <= 4; file++) {
      if (file > 1 && random.nextInt(4) == 0) {
        continue;
      }
      text.append("TN:\nSF:").append(folder).append("/src/file").append(file).append(".c\n");
      functions(text, random);
      int arms = 0;
      int taken = 0;
      int lines = 0;
      int hit = 0;
      StringBuilder da = new StringBuilder();
      for (int line = 1; line <= 60; line++) {
        if (random.nextInt(3) == 0) {
          continue;
        }
        long count = random.nextInt(3) == 0 ? 0 : random.nextInt(2000);
        da.append("DA:").append(line).append(',').append(count).append('\n');
        lines++;
        hit += count > 0 ? 1 : 0;
        for (int arm = 0; line % 5 == 0 && arm < 2 + line % 3; arm++) {
          long times = random.nextBoolean() ? 0 : random.nextInt(50);
          String shown = count == 0 ? "-" : String.valueOf(times);
          text.append("BRDA:").append(line).append(',').append(arm / 3).append(',').append(arm);
          text.append(',').append(shown).append('\n');
          arms++;
          taken += count > 0 && times > 0 ? 1 : 0;
        }
      }
      text.append("BRF:").append(arms).append("\nBRH:").append(taken).append('\n').append(da);
      text.append("LF:").append(lines).append("\nLH:").append(hit).append("\nend_of_record\n");
    }
    return text.toString();
  }

  /** Some of eight functions, each where it always is. */
  private static void functions(StringBuilder text, Random random) {
    StringBuilder counts = new StringBuilder();
    int found = 0;
    int hit = 0;
    for (int number = 0; number < 8; number++) {
      if (random.nextInt(3) > 0) {
        long count = random.nextInt(3) > 0 ? 0 : random.nextInt(2000);
        text.append("FN:").append(1 + number / 2).append(",f").append(number).append('\n');
        counts.append("FNDA:").append(count).append(",f").append(number).append('\n');
        found++;
        hit += count > 0 ? 1 : 0;
      }
    }
    text.append(counts).append("FNF:").append(found).append("\nFNH:").append(hit).append('\n');
  }

  private static List<String> some(List<String> all, Random random) {
    List<String> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(all.size() - 1));
  }

  private Path copyOfTheProject() throws IOException {
    Path copy = folder.toRealPath().resolve("tidytext");
    try (Stream<Path> files = Files.walk(PROJECT)) {
      for (Path file : files.sorted().toList()) {
        if (!file.toString().contains("__pycache__")) {
          Files.copy(file, copy.resolve(PROJECT.relativize(file).toString()));
        }
      }
    }
    return copy;
  }

  /** Writes a log that is nothing but the frames of one report. */
  private static void emit(Path directory, String report, Path log) throws IOException {
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    int status;
    try (OutputStream out = Files.newOutputStream(log)) {
      Map<String, String> environment = Map.of("TRAVIS_BUILD_DIR", directory.toString());
      PrintStream err = new PrintStream(words, true, UTF_8);
      status = new EmitCommand("emit", environment, directory, out, err).run(List.of(report));
    }
    assertThat(status).as(words.toString(UTF_8)).isZero();
  }

  /** Runs a command that must succeed; returns what it printed. */
  private String run(Path directory, Map<String, String> environment, List<String> command)
      throws Exception {
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());

    int status = builder.start().waitFor();

    String printed = Files.readString(output);
    assertThat(status).as(command + "\n" + printed).isZero();
    return printed;
  }
}
