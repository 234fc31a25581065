package io.github.logcov.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises the kinds of project by the files that their tools read. Which reports the tools write
 * and logcov reads is told in docs/formats.md.
 */
public final class ProjectKinds {
  private ProjectKinds() {}

  /** All kinds found, in a fixed order; never empty, since there is a kind for everything else. */
  public static List<ProjectKind> in(ProjectFiles files) {
    List<ProjectKind> kinds = new ArrayList<>();
    Python.in(files).ifPresent(kinds::add);
    Java.maven(files).ifPresent(kinds::add);
    Java.gradle(files).ifPresent(kinds::add);
    JavaScript.in(files).ifPresent(kinds::add);
    go(files).ifPresent(kinds::add);
    ruby(files).ifPresent(kinds::add);
    C.in(files).ifPresent(kinds::add);
    if (kinds.isEmpty()) {
      C.makefile(files).ifPresent(kinds::add);
    }
    return kinds.isEmpty() ? List.of(other()) : kinds;
  }

  /** The first of the names that is there. */
  static Optional<String> first(ProjectFiles files, String... names) {
    return List.of(names).stream().filter(files::has).findFirst();
  }

  private static Optional<ProjectKind> go(ProjectFiles files) {
    return first(files, "go.mod")
        .map(
            file ->
                new ProjectKind(
                    "Go",
                    file,
                    List.of(
                        "Measure all packages:",
                        "    script: go test -coverpkg=./... -coverprofile=cover.out ./..."),
                    List.of("sh logcov-emit.sh cover.out")));
  }

  /**
   * Its own results, which SimpleCov always writes; a formatter that is there already is better.
   */
  private static Optional<ProjectKind> ruby(ProjectFiles files) {
    String gems = files.text("Gemfile");
    List<String> advice = new ArrayList<>();
    if (!gems.contains("simplecov")) {
      advice.add("In the Gemfile: gem \"simplecov\".");
    }
    advice.add("In spec_helper.rb or test_helper.rb, before the code is loaded:");
    advice.add("    require \"simplecov\"");
    String report = "coverage/.resultset.json";
    if (gems.contains("simplecov-lcov")) {
      report = "coverage/lcov.info";
      advice.add("    require \"simplecov-lcov\"");
      advice.add("    SimpleCov::Formatter::LcovFormatter.config do |c|");
      advice.add("      c.report_with_single_file = true");
      advice.add("      c.single_report_path = \"coverage/lcov.info\"");
      advice.add("    end");
      advice.add("    SimpleCov.formatter = SimpleCov::Formatter::LcovFormatter");
    } else if (gems.contains("simplecov-cobertura")) {
      report = "coverage/coverage.xml";
      advice.add("    require \"simplecov-cobertura\"");
      advice.add("    SimpleCov.formatter = SimpleCov::Formatter::CoberturaFormatter");
    }
    advice.add("    SimpleCov.start { enable_coverage :branch }");
    if (report.endsWith(".json")) {
      advice.add("These results do not know :nocov: marks. Where the code has some, write");
      advice.add("    require \"simplecov_json_formatter\"");
      advice.add("    SimpleCov.formatter = SimpleCov::Formatter::JSONFormatter");
      advice.add("besides, and emit coverage/coverage.json here.");
    }
    String emit = "sh logcov-emit.sh " + report;
    return first(files, "Gemfile")
        .map(file -> new ProjectKind("Ruby", file, advice, List.of(emit)));
  }

  private static ProjectKind other() {
    return new ProjectKind(
        "No kind of project that logcov knows",
        "",
        List.of(
            "Let the tests write a report that it reads: LCOV; XML of Cobertura, JaCoCo, Clover or",
            "OpenCover; JSON of coverage.py, Istanbul, SimpleCov, gcovr or llvm-cov; Go's profile.",
            "Name the file here, or nothing when it is one of the usual ones (docs/commands.md)."),
        List.of("sh logcov-emit.sh"));
  }
}
