package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
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
 * {@code NAME.out}, {@code NAME.err}, {@code NAME.status} and, where it asks for {@code {json}} or
 * {@code {md}} and the like, {@code NAME.json} or {@code NAME.md}. Of a page it is the markup and
 * the data of the files.
 */
class CheckGoldensTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path FOLDER = ROOT.resolve("fixtures/src/main/resources/goldens");
  private static final List<String> COMMANDS = List.of("check", "inspect");
  private static final Pattern FILE = Pattern.compile("\\{([a-z]+)\\}");
  private static final Pattern SHOWN =
      Pattern.compile("(<!-- golden: (\\S+) -->\n```[a-z]+\n)(.*?)(```\n)", Pattern.DOTALL);

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
    if (run.status() != 2) {
      for (String end : files(name)) {
        Golden.check(FOLDER.resolve(name + end), written(end));
      }
    }
    assertThat(run.all().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void hasNoFileThatBelongsToNoGolden() throws IOException {
    Set<String> expected = new TreeSet<>();
    COMMANDS.forEach(command -> expected.add(command + "/README.md"));
    for (String name : names()) {
      Stream.of(".args", ".out", ".err", ".status").forEach(end -> expected.add(name + end));
      if (!Files.readString(FOLDER.resolve(name + ".status")).equals("2\n")) {
        files(name).forEach(end -> expected.add(name + end));
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
  @ValueSource(strings = {"README.md", "docs/jobs.md", "docs/reports.md"})
  void isWhatTheDocumentsShow(String document) throws IOException {
    Path readme = ROOT.resolve(document);
    String text = Files.readString(readme);
    StringBuilder expected = new StringBuilder();
    Matcher shown = SHOWN.matcher(text);
    int count = 0;
    while (shown.find()) {
      String output = output(shown.group(2));
      shown.appendReplacement(
          expected, Matcher.quoteReplacement(shown.group(1) + output + shown.group(4)));
      count++;
    }

    Golden.check(readme, shown.appendTail(expected).toString());
    assertThat(count).isPositive();
  }

  /** What the run {@code check/NAME} prints, or the file that it writes for {@code NAME.md}. */
  private String output(String shown) throws IOException {
    int dot = shown.indexOf('.');
    if (dot < 0) {
      return run(shown).out();
    }
    run(shown.substring(0, dot));
    return Files.readString(directory.resolve("out" + shown.substring(dot)));
  }

  /** A file that was written; a page without style, script, their digests and the version. */
  private String written(String end) throws IOException {
    String text = Files.readString(directory.resolve("out" + end));
    if (!end.equals(".html")) {
      return text;
    }
    int script = text.lastIndexOf("<script>");
    return (text.substring(0, script) + text.substring(text.indexOf("</script>", script) + 10))
        .replaceFirst("(?s)<style>.*?</style>\n", "")
        .replaceAll("sha256-[^']+", "sha256-...")
        .replaceFirst("Made by logcov [^<]+", "Made by logcov VERSION");
  }

  /** The ends of the names of the files that it asks for. */
  private static List<String> files(String name) throws IOException {
    return FILE.matcher(String.join("\n", arguments(name)))
        .results()
        .map(file -> "." + file.group(1))
        .toList();
  }

  private static List<String> arguments(String name) throws IOException {
    return Files.readAllLines(FOLDER.resolve(name + ".args"));
  }

  private Run run(String name) throws IOException {
    return new Sandbox(ROOT)
        .run(
            arguments(name).stream()
                .map(argument -> FILE.matcher(argument).replaceAll(file()))
                .toArray(String[]::new));
  }

  private Function<MatchResult, String> file() {
    return file -> Matcher.quoteReplacement(directory.resolve("out." + file.group(1)).toString());
  }
}
