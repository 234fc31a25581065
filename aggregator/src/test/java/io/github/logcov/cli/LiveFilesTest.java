package io.github.logcov.cli;

import static io.github.logcov.cli.AtTravis.log;
import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.LogText;
import io.github.logcov.fixtures.travis.Scenario;
import io.github.logcov.fixtures.travis.Step;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code extract} and {@code inspect} on a build at Travis. */
class LiveFilesTest {
  private static final String REPORT = lcov("a.py", 1);

  @TempDir Path directory;

  private AtTravis at() {
    return new AtTravis(
        directory,
        Scenario.build(8112)
            .job(
                Job.over(
                    "8112.1",
                    "passed",
                    log(file("cov/a.info", REPORT), file(".coverage", "data").carried())))
            .job(
                Job.numbered("8112.2")
                    .then(
                        Step.start().state("started").log(LogText.of("still at work\n")),
                        Step.atPoll(2).state("passed").log(log(file("cov/a.info", REPORT))))));
  }

  @Test
  void extractWaitsAndWritesWhatWasCarried() {
    try (AtTravis at = at()) {
      Run run = at.fromOutside("extract", "--to", "out");

      assertThat(run.status()).isZero();
      assertThat(at.sandbox().read("out/8112.1/cov/a.info")).isEqualTo(REPORT);
      assertThat(at.sandbox().read("out/8112.1/.coverage")).isEqualTo("data");
      assertThat(at.sandbox().read("out/8112.2/cov/a.info")).isEqualTo(REPORT);
    }
  }

  @Test
  void inspectLooksAtWhatThereIsAndDoesNotWait() {
    try (AtTravis at = at()) {
      Run run = at.fromOutside("inspect", "--json", "out.json");

      assertThat(run.status()).isZero();
      assertThat(at.travis().count("/build/8112/jobs")).isEqualTo(1);
      assertThat(at.withoutHost(run.out()))
          .isEqualTo(
              """
              log     state    whole  damaged  remarks
              8112.1  passed       2        0  ends with Travis' closing line
              8112.2  started      0        0

              payload              format   codec  bytes  packed  in log  remarks
              8112.1 > cov/a.info  lcov     gzip      33      53     728
              8112.1 > .coverage   carried  gzip       4      24     700

              warning: job 8112.2: is still started, so its coverage may not be all there;
                see HOST/job/8112002 [job-unfinished]

              inspected: 2 logs, 2 whole payloads, 0 damaged
              """);
    }
  }
}
