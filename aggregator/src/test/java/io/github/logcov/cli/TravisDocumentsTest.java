package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.encoder.EmitCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The examples for Travis are YAML, and the commands in them are commands of ours. */
class TravisDocumentsTest {
  private static final Path CONFIGURATION = Path.of("../.travis.yml");
  private static final Pattern BLOCK =
      Pattern.compile("^```(yaml|sh)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  /** Whose values are commands, or lists of them. */
  private static final Set<String> PHASES =
      Set.of(
          "before_install",
          "install",
          "before_script",
          "script",
          "after_success",
          "after_failure",
          "after_script");

  @TempDir Path directory;

  static Stream<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    examples.add(new Example(".travis.yml", "yaml", Files.readString(CONFIGURATION)));
    for (Path document : List.of(Path.of("../docs/travis.md"), Path.of("../README.md"))) {
      String text = Files.readString(document);
      BLOCK
          .matcher(text)
          .results()
          .forEach(
              block ->
                  examples.add(
                      new Example(
                          document.getFileName() + ":" + line(text, block.start()),
                          block.group(1),
                          block.group(2))));
    }
    return examples.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void callsCommandsWithOptionsTheyHave(Example example) {
    for (List<String> call : example.calls()) {
      assertThat(refusal(call)).as("%s: %s", example, String.join(" ", call)).isEmpty();
    }
  }

  @Test
  void seeTheCallsInTheExamples() throws IOException {
    assertThat(
            new Example(
                    "x",
                    "yaml",
                    """
                    install: [echo logcov, "sum x && chmod +x logcov"]
                    script: ./logcov check --min-line 100 && coverage report
                    jobs:
                      include:
                        - script:
                            - tox
                            - A=b ./logcov wait --skip-job '*.4'; true
                          after_success: sh logcov-emit.sh --carry "a b" || true
                    """)
                .calls())
        .containsExactlyInAnyOrder(
            List.of("logcov", "check", "--min-line", "100"),
            List.of("logcov", "wait", "--skip-job", "*.4"),
            List.of("logcov", "emit", "--carry", "a b"));
    assertThat(new Example("x", "sh", "sh logcov-emit.sh a.xml   # b\n./mvnw verify\n").calls())
        .containsExactly(List.of("logcov", "emit", "a.xml"));
    assertThat(examples().flatMap(example -> example.calls().stream()))
        .contains(
            List.of("logcov", "check", "--min-line", "100", "--min-branch", "100"),
            List.of("logcov", "wait", "--tox-ini"),
            List.of("logcov", "emit", "--carry", ".coverage"));
  }

  @Test
  void refusesCallsThatTheProgramWouldRefuse() {
    assertThat(refusal(List.of("logcov", "check", "--min-lines", "100")))
        .contains("Unknown options: '--min-lines', '100'");
    assertThat(refusal(List.of("logcov", "check", "--max-line", "none")))
        .hasValueSatisfying(message -> assertThat(message).contains("must be a whole number"));
    assertThat(refusal(List.of("logcov", "check", "--save-logs", "x", "--nonsense")))
        .contains("Unknown option: '--nonsense'");
    assertThat(refusal(List.of("logcov", "emit", "--flags", "x")))
        .contains("logcov emit: unknown option --flags; see --help");
    assertThat(refusal(List.of("logcov", "czech"))).contains("no command czech");
  }

  @Test
  void installsTheToolsThatTestsNeed() throws IOException {
    String run = Files.readString(Path.of("../.ci/run"));
    String tools = run.substring(run.indexOf("tools=(") + 7, run.indexOf("\n)"));
    List<String> packages =
        Stream.of(tools.trim().split("\\s+")).map(tool -> tool.split("=")[1]).distinct().toList();

    Map<?, ?> configuration = (Map<?, ?>) load(Files.readString(CONFIGURATION));
    List<?> jobs = (List<?>) ((Map<?, ?>) configuration.get("jobs")).get("include");

    assertThat(jobs)
        .filteredOn(job -> !((Map<?, ?>) job).containsKey("script"))
        .hasSize(2)
        .allSatisfy(job -> assertThat(job).extracting("addons.apt.packages").isEqualTo(packages));
  }

  /** Why the program would not take this call; empty when it would. */
  private Optional<String> refusal(List<String> call) {
    String command = call.get(1);
    List<String> arguments = call.subList(2, call.size());
    if (command.equals("emit")) {
      return emitRefusal(arguments);
    }
    CommandLine program = program();
    CommandLine line = program.getSubcommands().get(command);
    if (line == null) {
      return Optional.of("no command " + command);
    }
    try {
      program.parseArgs(call.subList(1, call.size()).toArray(String[]::new));
      return Optional.empty();
    } catch (ParameterException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** The encoder has a parser of its own, which looks at all arguments before it shows help. */
  private Optional<String> emitRefusal(List<String> arguments) {
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    List<String> withHelp = new ArrayList<>(arguments);
    withHelp.add("--help");
    int status =
        new EmitCommand(
                "logcov emit",
                Map.of(),
                directory,
                OutputStream.nullOutputStream(),
                new PrintStream(words, true, UTF_8))
            .run(withHelp);
    return status == 0 ? Optional.empty() : Optional.of(words.toString(UTF_8).trim());
  }

  private CommandLine program() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    return CommandTree.of(
        Console.of(nowhere, nowhere, InputStream.nullInputStream(), Map.of(), directory));
  }

  private static Object load(String yaml) {
    return new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
        .loadFromString(yaml);
  }

  private static long line(String text, int offset) {
    return 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /** A configuration or a piece of shell that readers copy. */
  record Example(String where, String language, String text) {
    /** A command ends here, where no quote is open. */
    private static final Pattern END = Pattern.compile("&&|\\|\\||[;|\n]|\\s#.*");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z_]+=.*");

    /** Every call of ours, as {@code logcov COMMAND ARGUMENT...}. */
    List<List<String>> calls() {
      List<String> scripts = new ArrayList<>();
      if (language.equals("yaml")) {
        collect(load(text), scripts);
      } else {
        scripts.add(text);
      }
      return scripts.stream()
          .flatMap(END::splitAsStream)
          .map(Example::words)
          .flatMap(words -> call(words).stream())
          .toList();
    }

    private static void collect(Object node, List<String> scripts) {
      if (node instanceof Map<?, ?> map) {
        map.forEach(
            (key, value) -> {
              if (PHASES.contains(key)) {
                Collection<?> commands =
                    value instanceof Collection<?> list ? list : List.of(value);
                commands.forEach(command -> scripts.add((String) command));
              } else {
                collect(value, scripts);
              }
            });
      } else if (node instanceof Collection<?> list) {
        list.forEach(element -> collect(element, scripts));
      }
    }

    private static List<String> words(String command) {
      return WORD.matcher(command)
          .results()
          .map(
              word ->
                  word.group(1) != null
                      ? word.group(1)
                      : word.group(2) != null ? word.group(2) : word.group(3))
          .dropWhile(word -> VARIABLE.matcher(word).matches() || word.equals("then"))
          .toList();
    }

    private static Optional<List<String>> call(List<String> words) {
      List<String> call = new ArrayList<>(List.of("logcov"));
      if (!words.isEmpty() && name(words.get(0)).equals("logcov") && words.size() > 1) {
        call.addAll(words.subList(1, words.size()));
      } else if (words.size() > 1
          && words.get(0).equals("sh")
          && name(words.get(1)).equals("logcov-emit.sh")) {
        call.add("emit");
        call.addAll(words.subList(2, words.size()));
      } else {
        return Optional.empty();
      }
      return Optional.of(List.copyOf(call));
    }

    private static String name(String program) {
      return program.substring(program.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
      return where;
    }
  }
}
