package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people see: {@code NAME.args} (one argument a line) run at the root of the repository gives
 * {@code NAME.out}, {@code NAME.err}, {@code NAME.status} and, where it asks for {@code {json}},
 * {@code NAME.json}.
 */
class CheckGoldensTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path FOLDER = ROOT.resolve("fixtures/src/main/resources/goldens");
  private static final List<String> COMMANDS = List.of("check", "inspect");
  private static final Pattern SHOWN =
      Pattern.compile("(<!-- golden: (\\S+) -->\n```text\n)(.*?)(```\n)", Pattern.DOTALL);

  @TempDir Path directory;

  static Set<String> names() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String command : COMMANDS) {
      try (Stream<Path> files = Files.list(FOLDER.resolve(command))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> !name.equals("README.md"))
            .forEach(name -> names.add(command + "/" + name.substring(0, name.indexOf('.'))));
      }
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("names")
  void printsWhatTheGoldenSays(String name) throws IOException {
    Run run = run(name);

    Golden.check(FOLDER.resolve(name + ".status"), run.status() + "\n");
    Golden.check(FOLDER.resolve(name + ".out"), run.out());
    Golden.check(FOLDER.resolve(name + ".err"), run.err());
    if (arguments(name).contains("{json}") && run.status() != 2) {
      Golden.check(FOLDER.resolve(name + ".json"), Files.readString(json()));
    }
    assertThat(run.all().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void hasNoFileThatBelongsToNoGolden() throws IOException {
    Set<String> expected = new TreeSet<>();
    COMMANDS.forEach(command -> expected.add(command + "/README.md"));
    for (String name : names()) {
      Stream.of(".args", ".out", ".err", ".status").forEach(end -> expected.add(name + end));
      boolean json = arguments(name).contains("{json}");
      boolean usage = Files.readString(FOLDER.resolve(name + ".status")).equals("2\n");
      if (json && !usage) {
        expected.add(name + ".json");
      }
    }

    Set<String> found = new TreeSet<>();
    for (String command : COMMANDS) {
      try (Stream<Path> files = Files.list(FOLDER.resolve(command))) {
        files.forEach(file -> found.add(command + "/" + file.getFileName()));
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/jobs.md"})
  void isWhatDocumentsShow(String document) throws IOException {
    Path file = ROOT.resolve(document);
    String text = Files.readString(file);
    StringBuilder expected = new StringBuilder();
    Matcher shown = SHOWN.matcher(text);
    int count = 0;
    while (shown.find()) {
      String output = run(shown.group(2)).out();
      shown.appendReplacement(
          expected, Matcher.quoteReplacement(shown.group(1) + output + shown.group(4)));
      count++;
    }

    Golden.check(file, shown.appendTail(expected).toString());
    assertThat(count).isPositive();
  }

  private Path json() {
    return directory.resolve("out.json");
  }

  private static List<String> arguments(String name) throws IOException {
    return Files.readAllLines(FOLDER.resolve(name + ".args"));
  }

  private Run run(String name) throws IOException {
    return new Sandbox(ROOT)
        .run(
            arguments(name).stream()
                .map(argument -> argument.equals("{json}") ? json().toString() : argument)
                .toArray(String[]::new));
  }
}
