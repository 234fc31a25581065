package io.github.logcov.setup;

import java.util.List;
import java.util.stream.Stream;

/**
 * The lines for a .travis.yml: every job of the matrix emits its report, a last stage judges. They
 * are YAML by themselves.
 */
public final class TravisLines {
  private TravisLines() {}

  /** The lines, each with its end. */
  public static String of(List<ProjectKind> kinds, Release release) {
    StringBuilder lines = new StringBuilder();
    lines.append(
        """
        stages:
          - test
          - coverage

        # Every job of the matrix prints its report into its log, when its tests have passed.
        after_success:
        """);
    for (ProjectKind kind : kinds) {
      String found = kind.file().isEmpty() ? "" : " (" + kind.file() + ")";
      lines.append("  # ").append(kind.name()).append(found).append(".\n");
      kind.advice().forEach(line -> lines.append("  # ").append(line).append('\n'));
      kind.commands().forEach(line -> lines.append("  - ").append(line).append('\n'));
    }
    lines.append('\n');
    pinning(release).forEach(line -> lines.append("# ").append(line).append('\n'));
    lines.append(stage(release));
    return lines.toString();
  }

  private static Stream<String> pinning(Release release) {
    String pin =
        release
            .sha256()
            .map(sum -> "echo '" + sum + "  logcov' > logcov.sha256")
            .orElse(
                "curl -fsSL " + release.url("SHA256SUMS") + " | grep ' logcov$' > logcov.sha256");
    Stream<String> lines =
        Stream.of(
            "The last stage downloads logcov and checks it against logcov.sha256. Make that file once,",
            "and commit it beside logcov-emit.sh:",
            "    " + pin);
    return release.isDevelopment()
        ? Stream.concat(
            lines,
            Stream.of(
                release.version()
                    + " is a development version, of which there is no release: put the",
                "program where the jobs can download it, and name that place below."))
        : lines;
  }

  /**
   * The job that judges. It is given each phase that it would take over from the matrix and that
   * would do harm: the matrix' install and script, and emitting.
   */
  private static String stage(Release release) {
    return """
        jobs:
          include:
            # Runs when the stage before has passed, asks Travis for the logs of its jobs, unites their
            # reports and fails below the threshold. If your jobs share before_install, before_script
            # or env, give this one its own.
            - stage: coverage
              os: linux
              dist: jammy
              language: java
              jdk: openjdk17
              install:
                - curl -fsSL --retry 3 -o logcov %s
                - sha256sum -c logcov.sha256
                - chmod +x logcov
              script: ./logcov check --min-line 100
              after_success: echo this job measures nothing
        """
        .formatted(release.url("logcov"));
  }
}
