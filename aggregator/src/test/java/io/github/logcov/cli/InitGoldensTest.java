package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What {@code logcov init} prints for the kinds of project: a folder each, and {@code NAME.yml}.
 */
class InitGoldensTest {
  private static final Path FOLDER =
      Path.of("../fixtures/src/main/resources/goldens/init").toAbsolutePath().normalize();

  @TempDir Path directory;

  static Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void printsWhatTheGoldenSays(String name) throws IOException {
    String lines = lines(name);

    Golden.check(FOLDER.resolve(name + ".yml"), lines);
    assertThat(lines.lines().filter(line -> !line.contains("https://")))
        .allMatch(line -> line.length() <= 100);
  }

  @ParameterizedTest
  @MethodSource("names")
  void printsYamlOfTheShapeThatTravisTakes(String name) throws IOException {
    Map<?, ?> yaml = yaml(lines(name));

    assertThat(yaml.keySet()).asString().isEqualTo("[stages, after_success, jobs]");
    assertThat(yaml.get("stages")).isEqualTo(List.of("test", "coverage"));
    assertThat((List<?>) yaml.get("after_success"))
        .isNotEmpty()
        .allMatch(String.class::isInstance)
        .anyMatch(command -> ((String) command).startsWith("sh logcov-emit.sh"));
    Map<?, ?> stage = (Map<?, ?>) ((List<?>) ((Map<?, ?>) yaml.get("jobs")).get("include")).get(0);
    assertThat(stage.get("stage")).isEqualTo("coverage");
    assertThat((List<?>) stage.get("install"))
        .hasSize(3)
        .allMatch(String.class::isInstance)
        .anyMatch("sha256sum -c logcov.sha256"::equals);
    assertThat(stage.get("script")).isEqualTo("./logcov check --min-line 100");
  }

  /** What the comments advise can be pasted: it is YAML where it looks so. */
  @ParameterizedTest
  @MethodSource("names")
  void advisesScriptsThatAreYaml(String name) throws IOException {
    String advice =
        lines(name)
            .lines()
            .dropWhile(line -> !line.startsWith("  #     script:"))
            .takeWhile(line -> line.startsWith("  #     "))
            .map(line -> line.substring("  #     ".length()))
            .collect(Collectors.joining("\n"));

    if (!advice.isEmpty()) {
      assertThat(yaml(advice).get("script")).isInstanceOfAny(String.class, List.class);
    }
  }

  @Test
  void hasNoLinesWithoutAFolder() throws IOException {
    Set<String> expected = new TreeSet<>(Set.of("README.md"));
    for (String name : names()) {
      expected.addAll(List.of(name, name + ".yml"));
    }

    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static Map<?, ?> yaml(String lines) {
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(lines);
  }

  private String lines(String name) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(name))) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    }
    Run run = new Sandbox(directory).run("init");
    assertThat(run.status()).isZero();
    return run.out().replace("v" + Version.current(), "vVERSION").replaceAll(DEVELOPMENT, "");
  }

  /** The words about a version without a release, which come and go with the version. */
  private static final String DEVELOPMENT = "# \\S+-SNAPSHOT is a dev.*\n# .*\n";
}
