package io.github.logcov.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lines as a whole are goldens of {@code logcov init}; this is about what changes in them. */
class TravisLinesTest {
  private static final List<ProjectKind> KINDS =
      List.of(new ProjectKind("Any", "", List.of(), List.of("sh logcov-emit.sh")));

  private static List<String> lines(String version, Optional<String> sha256) {
    return TravisLines.of(KINDS, new Release(version, sha256)).lines().toList();
  }

  @Test
  void pinTheChecksumOfTheReleaseThatPrintsThem() {
    assertThat(lines("1.2.3", Optional.of("c0ffee")))
        .contains(
            "#     echo 'c0ffee  logcov' > logcov.sha256",
            "        - curl -fsSL --retry 3 -o logcov"
                + " https://github.com/logcov/logcov/releases/download/v1.2.3/logcov");
  }

  @Test
  void takeTheChecksumFromTheReleaseWhereItIsNotKnown() {
    assertThat(lines("1.2.3", Optional.empty()))
        .contains(
            "#     curl -fsSL https://github.com/logcov/logcov/releases/download/v1.2.3/SHA256SUMS"
                + " | grep ' logcov$' > logcov.sha256");
  }

  @Test
  void sayThatADevelopmentVersionHasNoRelease() {
    assertThat(lines("1.2.3-SNAPSHOT", Optional.empty()))
        .containsSequence(
            "# 1.2.3-SNAPSHOT is a development version, of which there is no release: put the",
            "# program where the jobs can download it, and name that place below.",
            "jobs:");
    assertThat(lines("1.2.3", Optional.empty()).toString()).doesNotContain("development");
  }
}
