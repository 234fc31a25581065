package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short runs load what they use: classes are most of their time. */
class LoadedClassesIT {
  private static final Pattern LOADED = Pattern.compile(".*\\] ([\\w.$/]+) source: .*");

  @TempDir Path directory;
  @TempDir Path streams;

  @Test
  void theVersionTakesAHandfulOfClasses() throws Exception {
    List<String> loaded = loaded("\"$LOGCOV\" --version");

    assertThat(loaded.stream().filter(name -> name.startsWith("io.github.logcov.")))
        .containsExactly(
            "io.github.logcov.cli.launcher.Launcher",
            "io.github.logcov.cli.Main",
            "io.github.logcov.cli.Version");
    assertThat(loaded).noneMatch(name -> name.startsWith("picocli.") || name.contains("$$Lambda"));
  }

  @Test
  void tracefilesInSavedLogsTakeNoOtherFormatsLibraries() throws Exception {
    new Sandbox(directory).job("8.1", file("a.info", Reports.lcov("a.py", 1, 0)));

    List<String> loaded = loaded("\"$LOGCOV\" check --logs logs --min-line 50");

    assertThat(loaded).contains("io.github.logcov.format.lcov.LcovReader");
    assertThat(loaded)
        .noneMatch(
            name ->
                Stream.of(
                        "picocli.",
                        "retrofit2.",
                        "okhttp3.",
                        "kotlin.",
                        "com.squareup.moshi.",
                        "jakarta.xml.",
                        "org.glassfish.",
                        "com.sun.org.apache.xerces.",
                        "org.jacoco.",
                        "org.objectweb.asm.")
                    .anyMatch(name::startsWith));
  }

  /** Names of all classes that a command line of sh loads. */
  private List<String> loaded(String line) throws Exception {
    Path list = streams.resolve("classes");
    Run run =
        new Program(directory, streams)
            .environment("LOGCOV_JAVA_OPTS", "-Xlog:class+load:file=" + list)
            .shell(line);
    assertThat(run.status()).as(run.err()).isZero();
    return Files.readAllLines(list).stream()
        .map(LOADED::matcher)
        .filter(Matcher::matches)
        .map(match -> match.group(1))
        .toList();
  }
}
