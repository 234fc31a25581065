package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What is read without picocli is what picocli reads. */
class PlainCheckTest {
  private static final Console CONSOLE =
      Console.of(
          printing(),
          printing(),
          InputStream.nullInputStream(),
          Map.of(),
          Path.of("").resolve("."));

  /** What an argument may look like; picocli treats some of them in ways of its own. */
  private static final List<String> WORDS =
      List.of(
          "a",
          "5",
          "check",
          "b c",
          "x=y",
          "'q'",
          "\"q\"",
          "q\"",
          "a,b",
          "@a",
          "${x}",
          "",
          " ",
          "-",
          "--",
          "-x",
          "-v",
          "-vh",
          "--no-json",
          "--lo",
          "=",
          "--=",
          "--logs=",
          "--json=",
          "=a");

  private final List<OptionSpec> options = picocli().getCommandSpec().options();

  @Test
  void readsWhatPicocliReads() throws Exception {
    Random random = new Random(8);
    int plain = 0;

    for (int i = 0; i < 3_000; i++) {
      List<String> args = arguments(random);
      var read = PlainCheck.read(args, CONSOLE);
      if (read.isPresent()) {
        plain++;
        CommandLine picocli = CommandTree.of(CONSOLE);
        picocli.parseArgs(args.toArray(String[]::new));
        CheckCommand expected = picocli.getSubcommands().get("check").getCommand();
        assertThat(values(read.get())).as(args.toString()).isEqualTo(values(expected));
      }
    }

    assertThat(plain).isBetween(300, 2_700);
  }

  @Test
  void knowsAllOptionsButBoundsAndHelp() {
    List<String> unknown = new ArrayList<>();
    for (OptionSpec option : options) {
      List<String> args = new ArrayList<>(List.of("check", option.longestName()));
      if (option.arity().max() > 0) {
        args.add("1");
      }
      if (PlainCheck.read(args, CONSOLE).isEmpty()) {
        unknown.add(option.longestName());
      }
    }

    List<String> left = new ArrayList<>(LimitsTest.options());
    left.add("--help");
    assertThat(unknown).containsExactlyInAnyOrderElementsOf(left);
  }

  @Test
  void leavesWhatIsNotPlainToPicocli() {
    for (String args :
        List.of(
            "",
            "extract --to x",
            "check --help",
            "check a",
            "check --wrong",
            "check --json",
            "check --json a b",
            "check --json a --json b",
            "check --json=a b",
            "check --keep-going --keep-going",
            "check --keep-going=true",
            "check --logs -",
            "check --logs -- a",
            "check --logs",
            "check -v")) {
      List<String> words = args.isEmpty() ? List.of() : List.of(args.split(" "));
      assertThat(PlainCheck.read(words, CONSOLE)).as(args).isEmpty();
    }
  }

  private List<String> arguments(Random random) {
    List<String> args = new ArrayList<>(List.of("check"));
    for (int i = random.nextInt(5); i >= 0; i--) {
      OptionSpec option = options.get(random.nextInt(options.size()));
      String name = option.names()[random.nextInt(option.names().length)];
      switch (random.nextInt(10)) {
        case 0 -> args.add(word(random));
        case 1 -> args.add(name + "=" + word(random));
        case 2 -> args.addAll(List.of(name, word(random), word(random)));
        case 3 -> args.addAll(List.of("--logs", "a", "b", "c"));
        default -> args.addAll(option.arity().max() == 0 ? List.of(name) : List.of(name, "a"));
      }
    }
    return args;
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static CommandLine picocli() {
    return CommandTree.of(CONSOLE).getSubcommands().get("check");
  }

  /** Where -> value, of the options in this object and in those that it has. */
  private static Map<String, Object> values(Object options) throws IllegalAccessException {
    Map<String, Object> values = new TreeMap<>();
    for (Field field : options.getClass().getDeclaredFields()) {
      field.setAccessible(true);
      Object value = field.get(options);
      if (Modifier.isStatic(field.getModifiers()) || value instanceof Console) {
        continue;
      }
      if (value != null && value.getClass().getPackage() == PlainCheck.class.getPackage()) {
        values(value).forEach((name, inner) -> values.put(field.getName() + "." + name, inner));
      } else {
        values.put(field.getName(), String.valueOf(value));
      }
    }
    return values;
  }

  private static PrintStream printing() {
    return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
  }
}
