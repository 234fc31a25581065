package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.encoder.EmitCommand;
import io.github.logcov.fixtures.NeedsTool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Runs go on jobs drawn by lot, and holds logcov against what go says of all their profiles. */
class GoDifferentialTest {
  private static final Path PROJECT = Path.of("../scripts/fixtures/go-matrix");
  private static final List<String> WORDS = List.of("", "a", "go", "none");
  private static final List<String> MODES = List.of("set", "count", "atomic");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @NeedsTool("go")
  void countsTheStatementsThatGoCounts(long seed) throws Exception {
    Random random = new Random(seed);
    Path project = copyOfTheProject();
    Path logs = Files.createDirectory(folder.resolve("logs"));
    String mode = MODES.get(random.nextInt(MODES.size()));
    StringBuilder all = new StringBuilder("mode: " + mode + "\n");
    for (int job = 1; job <= 3; job++) {
      List<String> command = new ArrayList<>(List.of("go", "test", "-count=1"));
      command.addAll(List.of("-covermode=" + mode, "-coverprofile=cover.out"));
      if (random.nextBoolean()) {
        command.add("-coverpkg=./...");
      }
      if (random.nextInt(3) == 0) {
        command.add("-tags=plain");
      }
      command.add("./...");
      run(project, Map.of("WORDS", WORDS.get(random.nextInt(WORDS.size()))), command);
      emit(project, logs.resolve("1." + job + ".log"));
      String profile = Files.readString(project.resolve("cover.out"));
      all.append(profile.substring(profile.indexOf('\n') + 1));
    }
    Files.writeString(project.resolve("all.out"), all);
    String said = run(project, Map.of(), List.of("go", "tool", "cover", "-func=all.out"));

    CheckRun run = CheckRun.of(folder, logs, "--root", project.toString());

    assertThat(run.status()).as(run.printed()).isZero();
    JsonNode json = Json.of(new String(run.json(), UTF_8));
    JsonNode statements = json.get("totals").get("statement");
    assertThat(statements.get("covered") + "/" + statements.get("total"))
        .isEqualTo(sumOverBlocks(all.toString()));
    assertThat(run.printed()).containsPattern("total: lines .*, statements .*%");
    double percent = 100.0 * statements.get("covered").asLong() / statements.get("total").asLong();
    assertThat(said.strip()).endsWith(String.format(Locale.ROOT, "\t%.1f%%", percent));
    List<String> paths = new ArrayList<>();
    json.get("files").forEach(file -> paths.add(file.get("path").asString()));
    assertThat(paths)
        .contains("code.go", "words/words.go")
        .isSubsetOf("code.go", "words/words.go", "words/plain.go", "words/special.go");
    assertThat(json.get("problems").toString()).doesNotContain("path-").doesNotContain("overlap");
  }

  /** Covered and all statements of a profile, each block once. */
  private static String sumOverBlocks(String profile) {
    Map<String, Boolean> blocks = new HashMap<>();
    profile
        .lines()
        .skip(1)
        .forEach(
            line -> {
              int count = line.lastIndexOf(' ');
              boolean ran = !line.substring(count).equals(" 0");
              blocks.merge(line.substring(0, count), ran, Boolean::logicalOr);
            });
    long covered = 0;
    long total = 0;
    for (Map.Entry<String, Boolean> block : blocks.entrySet()) {
      String key = block.getKey();
      int statements = Integer.parseInt(key.substring(key.lastIndexOf(' ') + 1));
      total += statements;
      covered += block.getValue() ? statements : 0;
    }
    return covered + "/" + total;
  }

  private Path copyOfTheProject() throws IOException {
    Path copy = folder.toRealPath().resolve("words");
    try (Stream<Path> files = Files.walk(PROJECT)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, copy.resolve(PROJECT.relativize(file).toString()));
      }
    }
    return copy;
  }

  private static void emit(Path project, Path log) throws IOException {
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    int status;
    try (OutputStream out = Files.newOutputStream(log)) {
      Map<String, String> environment = Map.of("TRAVIS_BUILD_DIR", project.toString());
      PrintStream err = new PrintStream(words, true, UTF_8);
      status = new EmitCommand("emit", environment, project, out, err).run(List.of());
    }
    assertThat(status).as(words.toString(UTF_8)).isZero();
  }

  private String run(Path directory, Map<String, String> environment, List<String> command)
      throws Exception {
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    // Nothing is fetched: the module needs nothing but the standard library.
    builder.environment().putAll(Map.of("GO111MODULE", "on", "GOFLAGS", "-mod=mod"));
    builder.environment().putAll(Map.of("GOPROXY", "off", "GOWORK", "off", "GOTOOLCHAIN", "local"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());

    int status = builder.start().waitFor();

    String printed = Files.readString(output);
    assertThat(status).as(command + "\n" + printed).isZero();
    return printed;
  }
}
