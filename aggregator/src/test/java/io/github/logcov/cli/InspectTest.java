package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static io.github.logcov.cli.Reports.xml;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code inspect} shows. */
class InspectTest {
  private static final String LARGE =
      new Random(2).ints(3000).mapToObj(Integer::toString).collect(Collectors.joining());

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  private static Emitted report() {
    return file("a.info", lcov("a.py", 1, 1));
  }

  private Run inspect(String... more) {
    return sandbox.run(List.of("inspect", "--logs", "logs"), more);
  }

  private String json(Run run, int status) throws IOException {
    assertThat(run.status()).isEqualTo(status);
    String json = sandbox.read("out.json");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("../docs/inspection.schema.json")));
    assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    assertThat(Json.of(json).at("/exitStatus").asInt()).isEqualTo(status);
    return json;
  }

  @Test
  void showsLogsAndPayloads() {
    sandbox
        .job(
            "8112.1",
            report().flags("unit", "fast"),
            file("coverage.xml", xml("a.py", 1, 0)),
            file(".coverage", "SQLite").carried(),
            file("notes.txt", "no report"))
        .log("8112.2", List.of())
        .build(job("8112.1", "passed", false), job("8112.2", "failed", false));

    Run run = inspect();

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                log     state   whole  damaged  remarks
                8112.1  passed      4        0  ends with Travis' closing line
                8112.2  failed      0        0  ends with Travis' closing line

                payload                format     codec  bytes  packed  in log  remarks
                8112.1 > a.info        lcov       gzip      40      56     808  flag unit, fast
                8112.1 > coverage.xml  cobertura  gzip     301     178    1206
                8112.1 > .coverage     carried    gzip       6      26     706
                8112.1 > notes.txt     unknown    gzip       9      29     660

                inspected: 2 logs, 4 whole payloads, 0 damaged
                """,
                ""));
  }

  @Test
  void tellsOfALogWithoutAnyPayload() {
    sandbox.log("1.1", List.of());

    assertThat(inspect())
        .isEqualTo(
            new Run(
                0,
                """
                log  state  whole  damaged  remarks
                1.1  -          0        0  ends with Travis' closing line

                inspected: 1 log, 0 whole payloads, 0 damaged
                """,
                ""));
  }

  @Test
  void namesWhatIsDamagedBeyondRepair() {
    sandbox.log("1.1", List.of(file("cut.info", LARGE).firstHalf(), report().lines()));

    Run run = inspect();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.out())
        .contains("1.1 > cut.info  -", "payload-truncated")
        .endsWith("inspected: 1 log, 1 whole payload, 1 damaged\n");
    assertThat(run.err()).startsWith("error: job 1.1 > cut.info: ");
  }

  @Test
  void takesADamagedCarriedFileForDamage() {
    sandbox.log("1.1", List.of(file("cut.db", LARGE).carried().firstHalf()));

    Run run = inspect();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err()).startsWith("error: job 1.1 > cut.db: ").doesNotContain("not needed");
  }

  @Test
  void notesADamagedFileThatAWholeOneStandsInFor() {
    Emitted report = file("a.info", LARGE);
    sandbox.log("1.1", List.of(report.firstHalf(), report.salt(5).lines()));

    Run run = inspect();

    assertThat(run.status()).isZero();
    assertThat(run.err()).startsWith("note: job 1.1 > a.info: ").contains("(not needed");
    assertThat(run.out()).contains("but not", "inspected: 1 log, 1 whole payload, 1 damaged\n");
  }

  @Test
  void findsABrokenDigestWithoutReadingTheReport() {
    // Longer than what formats look at.
    String text = "TN:\nSF:a\n" + "nonsense\n".repeat(10_000);
    sandbox.job("1.1", file("a.info", text).with(h -> h.sha256("0".repeat(64))));

    Run run = inspect();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems()).startsWith("error: job 1.1 > a.info: SHA-256 is ");
    assertThat(run.out()).contains("payload-corrupt");
  }

  @Test
  void readsNoReport() {
    sandbox.job("1.1", file("a.info", "TN:\nSF:a\nnonsense\n"));

    Run run = inspect();

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("1.1 > a.info  lcov ");
  }

  @Test
  void countsRepairedLines() {
    List<String> lines = new ArrayList<>(file("a.info", LARGE).lines());
    lines.removeIf(line -> line.equals(lines.get(10)));
    sandbox.log("1.1", List.of(lines));

    Run run = inspect();

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("1 line repaired");
  }

  @Test
  void showsWhatTheHeaderSaysBesides() {
    sandbox.job(
        "renamed",
        report().with(h -> h.jobNumber("8112.1").jobId("5").commit("c0ffee").buildId("9")));

    assertThat(inspect().out().replaceAll("\\s+", " "))
        .contains("closing line; its headers say job 8112.1 ")
        .contains(" by the headers: build 9, commit c0ffee ");
  }

  @Test
  void tellsHeadersApartThatDisagree() {
    sandbox
        .job("1", report().with(h -> h.commit("c0ffee")))
        .job("2", report().with(h -> h.commit("deca")));

    assertThat(inspect().out())
        .contains("its headers say\n", "commit c0ffee\n", "commit deca\n")
        .doesNotContain("by the headers");
  }

  @Test
  void showsAPayloadOfAnotherJobAsThat() {
    sandbox
        .job("8112.1", report().with(h -> h.jobNumber("8112.9")))
        .build(job("8112.1", "passed", false));

    Run run = inspect();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("payload-foreign", "its headers say job 8112.9");
  }

  @Test
  void writesJson() throws IOException {
    sandbox
        .job(
            "8112.1",
            report().flags("unit").with(h -> h.jobNumber("8112.1").commit("c0ffee").format("lcov")))
        .log("8112.2", List.of(file("cut.info", LARGE).firstHalf()))
        .build(job("8112.1", "passed", false), job("8112.2", "failed", false));

    String json = json(inspect("--json", "out.json"), 5);

    assertThat(Json.of(json).at("/jobs/0"))
        .isEqualTo(
            Json.of(
                """
                {"number": "8112.1", "name": null, "state": "passed", "closed": true,
                 "termination": null,
                 "payloads": [
                   {"path": "a.info", "format": "lcov", "flags": ["unit"], "bytes": 40,
                    "sha256": "%s", "repaired": 0, "whole": true, "damage": null,
                    "carried": false, "codec": "gzip", "encodedBytes": 56, "logBytes": 856,
                    "logLine": 2,
                    "header": {"buildId": null, "jobId": null, "jobNumber": "8112.1",
                      "jobName": null, "commit": "c0ffee",
                      "buildDir": "/home/travis/build/example/project", "format": "lcov",
                      "parity": 16}}]}
                """
                    .formatted(Emitted.sha256(lcov("a.py", 1, 1).getBytes(UTF_8)))));
    assertThat(Json.of(json).at("/jobs/1/payloads/0/damage").asString())
        .isEqualTo("payload-truncated");
    assertThat(Json.of(json).at("/problems/0/slug").asString()).isEqualTo("payload-truncated");
  }

  @Test
  void saysWhereEveryFileLiesAndWhichRuleSaysSo() throws IOException {
    String tox = ".tox/py38/lib/python3.8/site-packages/";
    sandbox
        .job("1.1", file("a.info", lcov("/home/travis/build/example/project/src/pkg/a.py", 1)))
        .job("1.2", file("a.info", lcov("src/pkg/a.py", 1) + lcov("lib/b/c.py", 1)))
        .job("1.3", file("a.info", lcov(tox + "pkg/a.py", 1) + lcov(tox + "b/c.py", 1)))
        .job("1.4", file("a.info", lcov("/opt/x/d.py", 1) + lcov("old/b/c.py", 1)));

    Run run = inspect("--paths", "--json", "out.json");

    assertThat(run.out())
        .contains(
            """

            file          rule             reports
            /opt/x/d.py   unplaced         1.4 > a.info
            b/c.py        ambiguous        1.3 > a.info
              as .tox/py38/lib/python3.8/site-packages/b/c.py
              could be lib/b/c.py
              could be old/b/c.py
            lib/b/c.py    relative         1.2 > a.info
            old/b/c.py    relative         1.4 > a.info
            src/pkg/a.py  suffix           1.3 > a.info
              as .tox/py38/lib/python3.8/site-packages/pkg/a.py
            src/pkg/a.py  build-directory  1.1 > a.info
              as /home/travis/build/example/project/src/pkg/a.py
            src/pkg/a.py  relative         1.2 > a.info

            inspected: 4 logs, 4 whole payloads, 0 damaged
            """);
    String json = json(run, 0);
    assertThat(Json.of(json).at("/paths/1"))
        .isEqualTo(
            Json.of(
                """
                {"path": "b/c.py", "reported": ".tox/py38/lib/python3.8/site-packages/b/c.py",
                 "rule": "ambiguous", "candidates": ["lib/b/c.py", "old/b/c.py"],
                 "jobs": ["1.3"], "payloads": ["a.info"], "reports": 1}"""));
  }

  @Test
  void showsOneLineForAPathThatManyJobsName() {
    for (int job = 1; job <= 200; job++) {
      sandbox.job("1." + job, file("a.info", lcov("src/a.py", job)));
    }

    assertThat(inspect("--paths").out())
        .contains("\nfile      rule      reports\nsrc/a.py  relative  1.1 and 199 more jobs\n\n");
  }

  @Test
  void holdsPathsAgainstACheckoutAndMaps() {
    sandbox
        .file("checkout/src/a.py", "")
        .file("checkout/lib/util/b.py", "")
        .job("1.1", file("a.info", lcov("/x/a.py", 1) + lcov("gen/b.py", 1)), file("b.info", "TN:"))
        .job("1.2", file("a.info", lcov("/x/a.py", 2)));

    assertThat(inspect("--paths", "--root", "checkout", "--path-map", "/x=src").out())
        .contains(
            """

            file      rule      reports
            gen/b.py  unplaced  1.1 > a.info
              not lib/util/b.py
            src/a.py  path-map  1.1, 1.2
              as /x/a.py

            """);
  }

  @Test
  void readsReportsForTheirPathsAndSaysWhatIsWrongWithThem() {
    sandbox.job("1.1", file("a.info", "TN:\nSF:a\nnonsense\n"));

    Run run = inspect("--paths");

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems()).startsWith("error: job 1.1 > a.info:3: ");
    assertThat(run.out()).contains("\nno report names any file\n");
  }

  @Test
  void showsNoPathWhenThereAreTooMany() {
    sandbox.job("1.1", file("a.info", lcov("a.py", 1))).job("1.2", file("a.info", lcov("b.py", 1)));

    Run run = inspect("--paths", "--max-files", "1");

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems())
        .isEqualTo(
            "error: more than 1 source files; --max-files raises that bound; no path is shown"
                + " [limit-exceeded]\n");
  }

  @Test
  void wantsPathsForTheOptionsOfPaths() {
    sandbox.job("1.1", report());

    Run run = inspect("--root", ".");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems())
        .startsWith(
            "logcov inspect: --root, --path-map, --classes and --sources say where source files lie,"
                + " which only --paths shows: give it, or leave them out");
  }

  @Test
  void saysWhenJsonCannotBeWritten() {
    sandbox.job("1.1", report());

    Run run = inspect("--json", "no/such/folder.json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.problems()).contains("there is no such folder", "[summary-unwritable]");
  }

  @Test
  void printsNothingThatSteersATerminal() {
    sandbox.job(
        "1.1",
        file("\u001b[2J\u202ea.info", "SF:\u202e::warning::\u001b[2J\nend_of_record\n")
            .flags("\u001b[31m")
            .with(h -> h.commit("\u0007").jobNumber("::set-env name=x::y")));

    Run run = inspect("--paths");

    assertThat(run.all().chars()).allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f);
    assertThat(run.all()).doesNotContain("::");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python-matrix",
        "python-cut",
        "python-masked",
        "python-lcov",
        "python-missed",
        "c-matrix"
      })
  void keepsToEightyColumnsAndToTheSchema(String build) throws IOException {
    Run run =
        sandbox.run("inspect", "--logs", Sandbox.recorded(build).toString(), "--json", "out.json");

    assertThat(run.all().lines()).allMatch(line -> line.length() <= 80);
    json(run, build.equals("python-cut") ? 5 : 0);
  }
}
