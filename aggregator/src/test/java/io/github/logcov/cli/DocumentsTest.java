package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.encoder.EmitCommand;
import io.github.logcov.problem.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents say what the program says. */
class DocumentsTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Pattern OUTPUT =
      Pattern.compile("(<!-- output: logcov (.*?) -->\n```text\n)(.*?)(```\n)", Pattern.DOTALL);
  private static final Pattern STATUSES =
      Pattern.compile("(\\| status \\| meaning \\|\n\\| --- \\| --- \\|\n)((?:\\|.*\n)*)");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");
  private static final Pattern ENTRY = Pattern.compile("^### (\\S+)$", Pattern.MULTILINE);

  @TempDir Path directory;

  @Test
  void showTheHelpOfEveryCommand() throws IOException {
    Path file = DOCS.resolve("commands.md");
    String text = Files.readString(file);

    String expected =
        OUTPUT
            .matcher(text)
            .replaceAll(
                shown ->
                    Matcher.quoteReplacement(
                        shown.group(1) + help(shown.group(2)) + shown.group(4)));
    expected = STATUSES.matcher(expected).replaceAll(table -> table.group(1) + statuses());

    Golden.check(file, expected);
    assertThat(OUTPUT.matcher(text).results().map(shown -> shown.group(2)))
        .containsExactly(
            "--help", "check --help", "extract --help", "inspect --help", "emit --help");
  }

  @Test
  void linkToFilesThatAreThere() throws IOException {
    List<Path> documents;
    try (Stream<Path> docs = Files.list(DOCS)) {
      documents =
          Stream.concat(
                  docs,
                  Stream.of("../README.md", "../CONTRIBUTING.md", "../CHANGELOG.md").map(Path::of))
              .filter(file -> file.toString().endsWith(".md"))
              .toList();
    }

    for (Path document : documents) {
      assertThat(LINK.matcher(Files.readString(document)).results().map(link -> link.group(1)))
          .as(document.toString())
          .allSatisfy(target -> assertThat(document.resolveSibling(target)).exists());
    }
  }

  @Test
  void tableTheStatusesInTheReadme() throws IOException {
    assertThat(
            STATUSES
                .matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map(table -> table.group(2)))
        .containsExactly(statuses());
  }

  @Test
  void explainEveryMessageAndNoOther() throws IOException {
    List<String> explained =
        ENTRY
            .matcher(Files.readString(DOCS.resolve("messages.md")))
            .results()
            .map(entry -> entry.group(1))
            .toList();

    assertThat(explained)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList());
  }

  @Test
  void giveAnExampleOfEveryMessage() throws IOException {
    String text = Files.readString(DOCS.resolve("messages.md"));
    List<MatchResult> entries = ENTRY.matcher(text).results().toList();

    for (MatchResult entry : entries) {
      assertThat(text.substring(entry.end())).as(entry.group(1)).startsWith("\n\n    ");
    }
  }

  private static String statuses() {
    return Arrays.stream(ExitStatus.values())
        .map(status -> "| " + status.code() + " | " + status.meaning() + " |\n")
        .collect(Collectors.joining());
  }

  private String help(String arguments) {
    if (!arguments.startsWith("emit")) {
      return new Sandbox(directory).run(arguments.split(" ")).out();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    new EmitCommand("logcov emit", Map.of(), directory, out, err).run(List.of("--help"));
    return out.toString(UTF_8);
  }
}
