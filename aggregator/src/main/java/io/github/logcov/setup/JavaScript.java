package io.github.logcov.setup;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import okio.Buffer;

/**
 * JavaScript and its kin, measured by what package.json names; all of these tools write LCOV with
 * the reporter {@code lcovonly} of istanbul-reports, into coverage/lcov.info.
 */
final class JavaScript {
  private static final String EMIT = "sh logcov-emit.sh coverage/lcov.info";

  /** What runs the tests inside another tool comes first. */
  private static final List<String> TOOLS = List.of("nyc", "c8", "vitest", "jest");

  private JavaScript() {}

  static Optional<ProjectKind> in(ProjectFiles files) {
    return ProjectKinds.first(files, "package.json").map(file -> of(file, files.text(file)));
  }

  private static ProjectKind of(String file, String text) {
    Set<String> scripts = new TreeSet<>();
    Set<String> dependencies = new TreeSet<>();
    boolean readable = true;
    try {
      read(text, scripts, dependencies);
    } catch (IOException | JsonDataException e) {
      readable = false;
    }
    Optional<String> used = TOOLS.stream().filter(scripts::contains).findFirst();
    String tool =
        used.or(() -> TOOLS.stream().filter(dependencies::contains).findFirst()).orElse("");
    return switch (tool) {
      case "nyc", "c8" ->
          kind(
              file,
              List.of(
                  "Run the tests under " + tool + ":",
                  "    script: " + (used.isPresent() ? "npm test" : "npx " + tool + " npm test")),
              List.of("npx " + tool + " report --reporter=lcovonly", EMIT));
      case "vitest" ->
          kind(
              file,
              List.of(
                  "Let vitest write the report (npm install --save-dev @vitest/coverage-v8):",
                  "    script: npx vitest run --coverage --coverage.reporter=lcovonly"),
              List.of(EMIT));
      case "jest" ->
          kind(
              file,
              List.of(
                  "Let jest write the report:",
                  "    script: npx jest --coverage --coverageReporters=lcovonly"),
              List.of(EMIT));
      default ->
          kind(
              file,
              List.of(
                  readable
                      ? "package.json names no tool that measures; c8 does, whatever runs the tests:"
                      : "package.json is no JSON that logcov can read, so its tool is not known. With"
                          + " c8:",
                  "    script: npx c8 --reporter=lcovonly npm test"),
              List.of(EMIT));
    };
  }

  private static ProjectKind kind(String file, List<String> advice, List<String> commands) {
    return new ProjectKind("JavaScript", file, advice, commands);
  }

  /** The tools that scripts run, and those that are installed. */
  @SuppressWarnings("unchecked") // readJsonValue gives maps of strings.
  private static void read(String text, Set<String> scripts, Set<String> dependencies)
      throws IOException {
    Object content;
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text))) {
      content = reader.readJsonValue();
    }
    if (!(content instanceof Map<?, ?> fields)) {
      throw new JsonDataException("package.json is no object");
    }
    if (fields.get("scripts") instanceof Map<?, ?> commands) {
      for (String tool : TOOLS) {
        Pattern word = Pattern.compile("(?<![\\w@./-])" + tool + "(?![\\w./-])");
        if (commands.values().stream().anyMatch(run -> word.matcher("" + run).find())) {
          scripts.add(tool);
        }
      }
    }
    for (String key : List.of("dependencies", "devDependencies")) {
      if (fields.get(key) instanceof Map<?, ?> versions) {
        ((Map<String, ?>) versions)
            .keySet().stream().filter(TOOLS::contains).forEach(dependencies::add);
      }
    }
  }
}
