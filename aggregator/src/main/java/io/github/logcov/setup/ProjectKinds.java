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
                    List.of(
                        // Not coverage.xml, which may be the one of another language.
                        "go run github.com/boumenot/gocover-cobertura@v1.2.0 < cover.out >"
                            + " go-coverage.xml",
                        "sh logcov-emit.sh go-coverage.xml")));
  }

  private static Optional<ProjectKind> ruby(ProjectFiles files) {
    boolean lcov = files.text("Gemfile").contains("simplecov-lcov");
    List<String> advice = new ArrayList<>();
    if (!lcov && !files.text("Gemfile").contains("simplecov-cobertura")) {
      advice.add("In the Gemfile: gem \"simplecov\" and gem \"simplecov-cobertura\".");
    }
    advice.add("In spec_helper.rb or test_helper.rb, before the code is loaded:");
    advice.add("    require \"simplecov\"");
    if (lcov) {
      advice.add("    require \"simplecov-lcov\"");
      advice.add("    SimpleCov::Formatter::LcovFormatter.config do |c|");
      advice.add("      c.report_with_single_file = true");
      advice.add("      c.single_report_path = \"coverage/lcov.info\"");
      advice.add("    end");
      advice.add("    SimpleCov.formatter = SimpleCov::Formatter::LcovFormatter");
    } else {
      advice.add("    require \"simplecov-cobertura\"");
      advice.add("    SimpleCov.formatter = SimpleCov::Formatter::CoberturaFormatter");
    }
    advice.add("    SimpleCov.start { enable_coverage :branch }");
    String report = lcov ? "coverage/lcov.info" : "coverage/coverage.xml";
    return first(files, "Gemfile")
        .map(file -> new ProjectKind("Ruby", file, advice, List.of("sh logcov-emit.sh " + report)));
  }

  private static ProjectKind other() {
    return new ProjectKind(
        "No kind of project that logcov knows",
        "",
        List.of(
            "Let the tests write a report that it reads: LCOV, or an XML such as Cobertura's. Name",
            "the file here, or nothing when it is one of the usual ones (logcov emit --help)."),
        List.of("sh logcov-emit.sh"));
  }
}
