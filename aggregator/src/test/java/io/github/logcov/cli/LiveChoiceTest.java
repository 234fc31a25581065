package io.github.logcov.cli;

import static io.github.logcov.cli.LiveBuilds.FIRST;
import static io.github.logcov.cli.LiveBuilds.SECOND;
import static io.github.logcov.cli.LiveBuilds.matrix;
import static io.github.logcov.cli.LiveBuilds.staged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.Scenario;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How jobs of a live build are chosen. */
class LiveChoiceTest {
  @TempDir Path directory;

  private AtTravis at(Scenario scenario) {
    return new AtTravis(directory, scenario);
  }

  @Test
  void choosesJobsByTheirKeysOfTheMatrix() {
    Scenario scenario =
        Scenario.build(8112)
            .job(Job.over("8112.1", "passed", FIRST).config("python", "3.8"))
            .job(Job.over("8112.2", "passed", SECOND).config("python", "3.12"));
    try (AtTravis at = at(scenario)) {
      Run run = at.check("--job", "python 3.8", "--min-line", "50");

      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("\n8112.1 ").doesNotContain("8112.2");
      assertThat(at.travis().count("/job/8112002/log.txt")).isZero();
    }
  }

  @Test
  void leavesOutWhatIsSkipped() {
    try (AtTravis at = at(matrix())) {
      Run run = at.check("--skip-job", "*.2", "--min-line", "50");

      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("\n8112.1 ").doesNotContain("8112.2");
    }
  }

  @Test
  void refusesAChoiceThatMatchesNothing() {
    try (AtTravis at = at(staged())) {
      assertThat(at.check("--job", "8112.9"))
          .isEqualTo(
              refused(
                  "--job 8112.9 matches no job: it must match a whole number or\n"
                      + "  name, and there are 5 jobs: 8112.1, 8112.2, 8112.3, 8112.4, 8112.5"));
      assertThat(at.check("--stage", "Tset"))
          .isEqualTo(
              refused(
                  "--stage Tset matches no job: it must match a whole stage, and\n"
                      + "  there are 3 stages: Test, Coverage, Deploy"));
      assertThat(at.check("--skip-job", "*"))
          .isEqualTo(
              refused(
                  "no job is left: --job, --stage and --skip-job together leave out\n"
                      + "  all 5 jobs; choose fewer to leave out"));
    }
  }

  @Test
  void saysThatAJobWhichIsNamedWasLeftOut() {
    try (AtTravis at = at(staged()).inJob("8112.3", "8112003")) {
      Run run = at.sandbox().run("check", "--job", "8112.3");

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out().replace("\n  ", " "))
          .isEqualTo(
              "logcov check: --job 8112.3 matches no job: it must match a whole number or name, and"
                  + " there are 2 jobs: 8112.1, 8112.2; left out: job 8112.3, which runs this; 1"
                  + " other job of its stage: 8112.4; 1 job of a later stage: 8112.5\n");
    }
  }

  private static Run refused(String message) {
    return new Run(2, "", "logcov check: " + message + "\n");
  }
}
