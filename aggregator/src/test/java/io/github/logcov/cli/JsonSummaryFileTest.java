package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static io.github.logcov.cli.Sandbox.job;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code --json FILE} leaves: by the schema in docs/, whole or not at all, always the same.
 */
class JsonSummaryFileTest {
  private static final Schema SCHEMA = schema();

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(Path.of("../docs/summary.schema.json")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The file of a run, checked against the schema. */
  private String json(Run run, int status, String verdict) {
    assertThat(run.status()).isEqualTo(status);
    String json = sandbox.read("out.json");
    assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
    assertThat(Json.of(json).at("/exitStatus").asInt()).isEqualTo(status);
    assertThat(Json.of(json).at("/verdict").asString()).isEqualTo(verdict);
    return json;
  }

  /** Of one branch line, by two toolchains: one has the way out go to line 7, the other out. */
  @Test
  void givesBoundsWhereTwoCoverageJsonOfOneTotalNameTheMissingArmDifferently() {
    String report =
        """
        {"meta": {"format": 3, "version": "7.6", "branch_coverage": true},
         "files": {"x.py": {
           "executed_lines": [1, 2, 3], "missing_lines": [7], "excluded_lines": [],
           "executed_branches": [[2, 3]], "missing_branches": [[2, 7]],
           "summary": {"covered_lines": 3, "num_statements": 4, "missing_lines": 1,
             "excluded_lines": 0, "num_branches": 2, "num_partial_branches": 1,
             "covered_branches": 1, "missing_branches": 1}}}}
        """;
    sandbox.job("8112.1", file("coverage.json", report));
    sandbox.job("8112.2", file("coverage.json", report.replace("[2, 7]", "[2, -1]")));

    String json = json(sandbox.check("--json", "out.json"), 0, "passed");

    assertThat(Json.of(json).at("/files/0/branch/covered").asInt()).isEqualTo(1);
    assertThat(Json.of(json).at("/files/0/branch/total").asInt()).isEqualTo(2);
    assertThat(Json.of(json).at("/files/0/branchBounds"))
        .isEqualTo(Json.of("{\"lower\": 1, \"upper\": 2}"));
  }

  @Test
  void holdsTheWholeResult() {
    String report = "SF:a.py\nDA:1,1\nDA:2,0\nBRDA:1,0,0,1\nBRDA:1,0,1,0\nend_of_record\n";
    sandbox
        .job("8112.1", file("a.info", report).flags("unit"))
        .build(
            """
            {"id": "5", "number": "8112.1", "name": "py 3.12", "state": "passed"}""");

    String json = json(sandbox.check("--min-line", "60", "--json", "out.json"), 3, "missed");

    String expected =
        """
            {
              "schema": "logcov-summary/1",
              "verdict": "missed",
              "exitStatus": 3,
              "keptGoing": false,
              "build": {
                "id": "77",
                "number": "8112",
                "commit": "c0ffee"
              },
              "totals": TOTALS,
              "flags": {
                "unit": TOTALS
              },
              "thresholds": [
                {
                  "metric": "line",
                  "path": null,
                  "minimum": "60",
                  "met": false,
                  "short": 1
                }
              ],
              "jobs": [
                {
                  "number": "8112.1",
                  "name": "py 3.12",
                  "state": "passed",
                  "payloads": [
                    {
                      "path": "a.info",
                      "format": "lcov",
                      "flags": [
                        "unit"
                      ],
                      "bytes": 62,
                      "sha256": "SHA",
                      "repaired": 0
                    }
                  ],
                  "line": HALF,
                  "onlyHere": 1
                }
              ],
              "files": [
                {
                  "path": "a.py",
                  "line": HALF,
                  "branch": HALF,
                  "function": null,
                  "missedLines": [2],
                  "branchBounds": null
                }
              ],
              "problems": []
            }
            """
            .replace(
                "TOTALS",
                "{ \"line\": HALF, \"branch\": HALF, \"combined\": {"
                    + " \"covered\": 2, \"total\": 4, \"percent\": \"50.00\" },"
                    + " \"statement\": null, \"function\": null }")
            .replace("HALF", "{ \"covered\": 1, \"total\": 2, \"percent\": \"50.00\" }")
            .replace("SHA", Emitted.sha256(report.getBytes(UTF_8)));
    assertThat(Json.of(json)).hasToString(Json.of(expected).toString());
    assertThat(json).startsWith("{\n  \"schema\": \"logcov-summary/1\",\n").endsWith("\n}\n");
  }

  @Test
  void isWrittenForEveryStatusButWrongUsage() {
    sandbox.job("8.1", file("a.info", lcov("a.py", 1, 0)));
    json(sandbox.check("--json", "out.json"), 0, "passed");
    json(sandbox.check("--json", "out.json", "--min-line", "51"), 3, "missed");
    json(sandbox.check("--json", "out.json", "--min-branch", "1"), 4, "incomplete");
    json(sandbox.check("--json", "out.json", "--max-line", "1"), 5, "unreadable");
    sandbox.build(job("8.1", "started", false));
    json(sandbox.check("--json", "out.json"), 6, "unavailable");
    sandbox.build(job("8.1", "errored", false));
    json(sandbox.check("--json", "out.json"), 7, "job-failed");
    assertThat(sandbox.check("--json", "usage.json", "--job", "9").status()).isEqualTo(2);

    assertThat(directory.resolve("usage.json")).doesNotExist();
  }

  @Test
  void tellsWhatCouldBeReadAlsoWhenAJobFailed() {
    sandbox.job("8.1", file("a.info", lcov("a.py", 1, 0))).build(job("8.1", "failed", false));

    String json = json(sandbox.check("--json", "out.json"), 7, "job-failed");

    assertThat(Json.of(json).at("/totals/line/covered").asInt()).isEqualTo(1);
    assertThat(Json.of(json).at("/files/0/missedLines").toString()).isEqualTo("[2]");
    assertThat(Json.of(json).at("/problems").toString())
        .isEqualTo(
            """
            [{"slug":"job-failed","severity":"error","job":"8.1","origin":"job 8.1",\
            "message":"must have passed, but failed; see https://ci.test/8.1"}]""");
  }

  @Test
  void hasNoPercentWhereThereIsNothing() {
    sandbox.job("8.1");

    String json = json(sandbox.check("--json", "out.json", "--min-line", "0"), 4, "incomplete");

    assertThat(Json.of(json).at("/totals/line").toString())
        .isEqualTo("{\"covered\":0,\"total\":0,\"percent\":null}");
    assertThat(Json.of(json).at("/build").isNull()).isTrue();
  }

  @Test
  void tellsTheBoundsOfBranchesThatCountsAloneLeaveOpen() {
    String half =
        """
        <?xml version="1.0" ?>
        <coverage version="1"><packages><package><classes><class name="a" filename="a.c"><lines>
        <line number="1" hits="1" branch="true" condition-coverage="50%% (1/2)"/>
        </lines></class></classes></package></packages></coverage>
        """
            .replace("%%", "%");
    sandbox.job("8.1", file("a.xml", half)).job("8.2", file("a.xml", half));

    Run run = sandbox.check("--json", "out.json");
    String json = json(run, 0, "passed");

    assertThat(Json.of(json).at("/files/0/branchBounds").toString())
        .isEqualTo("{\"lower\":1,\"upper\":2}");
    assertThat(Json.of(json).at("/files/0/branch/covered").asInt()).isEqualTo(1);
    assertThat(run.out()).contains("branches 50.00 % (1 of 2), at most 2\n");
  }

  @Test
  void isTheSameInALanguageWithOtherDigits() {
    sandbox.job("8.1", file("a.info", lcov("/x/a.py", 1, 0))).job("8.2");
    Run run = sandbox.check("--json", "out.json", "--min-line", "99.5");
    String json = sandbox.read("out.json");
    Locale before = Locale.getDefault();

    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(sandbox.check("--json", "out.json", "--min-line", "99.5")).isEqualTo(run);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(sandbox.read("out.json")).isEqualTo(json);
  }

  @Test
  void isTheSameBytesWhateverTheOrderOfLogs() {
    Path matrix = Sandbox.recorded("python-missed");
    for (int i = 1; i <= 4; i++) {
      sandbox.file("copy/" + i + ".log", bytes(matrix.resolve("8114." + i + ".log")));
    }
    sandbox.file("copy/5.log", "nothing").file("copy/0.log", "nothing");

    String first = ordered("0", "1", "2", "3", "4", "5");

    assertThat(ordered("0", "1", "2", "3", "4", "5")).isEqualTo(first);
    assertThat(ordered("5", "3", "1", "0", "2", "4")).isEqualTo(first);
    assertThat(sandbox.run("check", "--logs", "copy", "--json", "out.json").out()).isNotEmpty();
    assertThat(sandbox.read("out.json")).isEqualTo(first);
  }

  private String ordered(String... jobs) {
    String[] arguments = new String[jobs.length + 4];
    arguments[0] = "check";
    arguments[1] = "--logs";
    for (int i = 0; i < jobs.length; i++) {
      arguments[i + 2] = "copy/" + jobs[i] + ".log";
    }
    arguments[jobs.length + 2] = "--json";
    arguments[jobs.length + 3] = "out.json";
    return json(sandbox.run(arguments), 4, "incomplete");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void failsWhenItCannotBeWrittenAndHidesNothing() {
    sandbox.job("8.1", file("a.info", lcov("a.py", 1, 0))).job("8.2");

    Run run = sandbox.check("--json", "nowhere/out.json", "--min-line", "51");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.problems())
        .contains("error: job 8.2: has no report in its log; ")
        .contains("nowhere/out.json")
        .contains("cannot be written")
        .contains("there is no such folder")
        .contains("[summary-unwritable]");
    assertThat(run.out()).contains("needs 51 %: 1 line short\nverdict: failed (2 errors above)");
  }

  @Test
  void replacesNoFolder() {
    sandbox.job("8.1", file("a.info", lcov("a.py", 1))).file("out/keep", "");

    assertThat(sandbox.check("--json", "out").status()).isEqualTo(1);
    assertThat(sandbox.check("--json", ".").status()).isEqualTo(1);
    assertThat(directory.resolve("out/keep")).exists();
  }

  @Test
  void leavesALinkALinkAndNothingBesides() throws IOException {
    sandbox.job("8.1", file("a.info", lcov("a.py", 1))).file("real/out.json", "old");
    Files.createSymbolicLink(directory.resolve("out.json"), Path.of("real/out.json"));

    json(sandbox.check("--json", "out.json"), 0, "passed");

    assertThat(directory.resolve("out.json")).isSymbolicLink();
    assertThat(directory.resolve("real")).isDirectoryContaining("glob:**/out.json");
    try (var files = Files.list(directory.resolve("real"))) {
      assertThat(files).hasSize(1);
    }
  }
}
