package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.NeedsTool;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the built program decides in the last job of a build ({@link LiveProgram}). Runs at {@code
 * verify}, when the program is there.
 */
@Timeout(120)
@NeedsTool({"python3", "sh", "awk", "base64", "bzip2", "sha256sum"})
class LiveProgramIT {
  @TempDir Path directory;
  private LiveProgram program;

  @BeforeEach
  void runTheJobs() throws Exception {
    program = new LiveProgram(directory);
  }

  @Test
  void passesTogetherWhatNoJobReachesAlone() throws Exception {
    Run run = program.lastJob("--min-line", "100");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .endsWith(
            """
            job     reports             lines  only here  remarks
            8112.1        1  66.66 % (2 of 3)          1
            8112.2        1  66.66 % (2 of 3)          1

            total: lines 100.00 % (3 of 3)

            note: left out: job 8112.3, which runs this [job-left-out]

            lines: 100.00 % (3 of 3), needs 100 %: met
            verdict: passed
            """);
    assertThat(run.status()).isZero();
  }

  @Test
  void missesAThreshold() throws Exception {
    Run run = program.lastJob("--skip-job", "8112.2", "--min-line", "100");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out())
        .endsWith("\nlines: 66.66 % (2 of 3), needs 100 %: 1 line short\nverdict: missed\n");
  }

  @Test
  void missesAPayload() throws Exception {
    program.log(2, "Worker information\n\nDone. Your build exited with 0.\n");

    Run run = program.lastJob("--min-line", "0");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.out())
        .contains("\nerror: job 8112.2: has no report in its log; print one there (sh\n");
  }

  @Test
  void failsWithAFailedJob() throws Exception {
    program.states("passed", "failed");

    Run run = program.lastJob("--min-line", "0");

    assertThat(run.status()).isEqualTo(7);
    assertThat(run.out())
        .contains("\nerror: job 8112.2: must have passed, but failed; see\n  http://127.0.0.1:")
        .endsWith("\nverdict: job-failed (1 error above); the figures are of what could be read\n");
  }

  @Test
  void waitsForALogThatIsSlowAndAJobThatIsRestarted() throws Exception {
    program.timeline(
        """
        "8112.1": [{"state": "passed", "log": 0.5}, {"read": 2, "log": "full"}],
        "8112.2": [{"state": "started", "log": null}, {"poll": 2, "state": "passed", "log": 0.9},
                   {"poll": 3, "restart": true}, {"poll": 4, "state": "passed", "log": "full"}]
        """);

    Run run = program.lastJob("--min-line", "100");

    assertThat(run.out())
        .contains("\nlogcov: 8112.2: restarted (created); what was read of it is dropped\n")
        .endsWith("\nverdict: passed\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void mendsALineThatTheScannerStarred() throws Exception {
    String[] lines = program.log(1).split("\n", -1);
    // Header, data, as many lines of parity, header again, end: data ends before the middle.
    List<Integer> frame =
        IntStream.range(0, lines.length).filter(i -> lines[i].startsWith("~lc1")).boxed().toList();
    int data = frame.get(frame.size() / 2 - 1);
    lines[data] = "*".repeat(lines[data].length() - 1) + "\r";
    program.log(1, String.join("\n", lines));

    Run run = program.lastJob("--min-line", "100");

    assertThat(run.out()).contains("  1 line repaired\n").endsWith("\nverdict: passed\n");
    assertThat(run.status()).isZero();
  }
}
