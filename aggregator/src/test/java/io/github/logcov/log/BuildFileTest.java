package io.github.logcov.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildFileTest {

  private static final String TEXT =
      """
      {
        "schema": "logcov-build/1",
        "build": {
          "id": "42",
          "number": "8112",
          "commit": "c0ffee",
          "url": null
        },
        "jobs": [
          {
            "id": "43",
            "number": "8112.1",
            "name": "py3 \\"x\\"",
            "stage": "Test",
            "state": "passed",
            "allowFailure": true,
            "url": "https://travis-ci.com/o/r/jobs/43",
            "startedAt": "2026-11-21T09:30:00Z",
            "finishedAt": "2026-11-21T09:31:00Z",
            "restartedAt": null
          },
          {
            "id": null,
            "number": "8112.2",
            "name": null,
            "stage": null,
            "state": null,
            "allowFailure": false,
            "url": null,
            "startedAt": null,
            "finishedAt": null,
            "restartedAt": null
          }
        ],
        "problems": [
          {
            "slug": "coverage-missing",
            "severity": "error",
            "job": "8112.2",
            "message": "its log is empty"
          },
          {
            "slug": "wait-timeout",
            "severity": "warning",
            "job": null,
            "message": "40m are over"
          }
        ]
      }
      """;

  private static final BuildFile FILE =
      new BuildFile(
          new BuildInfo(
              Optional.of("42"), Optional.of("8112"), Optional.of("c0ffee"), Optional.empty()),
          List.of(
              new Job(
                  Optional.of("43"),
                  "8112.1",
                  Optional.of("py3 \"x\""),
                  Optional.of("Test"),
                  Optional.of("passed"),
                  true,
                  Optional.of("https://travis-ci.com/o/r/jobs/43"),
                  new JobTimes(
                      Optional.of(Instant.parse("2026-11-21T09:30:00Z")),
                      Optional.of(Instant.parse("2026-11-21T09:31:00Z")),
                      Optional.empty())),
              Job.ofNumber("8112.2")),
          List.of(
              Problem.error(
                  ProblemType.COVERAGE_MISSING, Origin.ofJob("8112.2"), "its log is empty"),
              Problem.warning(ProblemType.WAIT_TIMEOUT, Origin.NOWHERE, "40m are over")));

  @Test
  void readsWhatItWrites() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    FILE.write(out);

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(TEXT);
    assertThat(read(TEXT)).isEqualTo(FILE);
  }

  @Test
  void writesWhatTheSchemaSays() throws Exception {
    assertThat(schemaErrors(TEXT)).isEmpty();
    assertThat(schemaErrors(TEXT.replace("\"number\": \"8112.2\"", "\"number\": 8112.2")))
        .hasSize(1);
  }

  @Test
  void passesOverFieldsToComeAndAByteOrderMark() throws Exception {
    String later =
        "\ufeff" + TEXT.replace("\"id\": \"42\",", "\"id\": \"42\", \"later\": [{\"x\": 1e9}],");

    assertThat(read(later)).isEqualTo(FILE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{`schema`: `logcov-build/2`, `jobs`: []} | expected `logcov-build/1` at $.schema, but"
            + " found `logcov-build/2`",
        "{`jobs`: []} | expected `logcov-build/1` at $.schema, but found nothing",
        "{`schema`: `logcov-build/1`} | expected the jobs of the build at $.jobs, but found"
            + " nothing",
        "[] | expected an object at $, but found an array",
        "{`problems`: [{`severity`: `error`}]} | expected a word that this version knows at"
            + " $.problems[0].slug, but found nothing",
        "{`problems`: [{`slug`: `no-jobs`, `severity`: `error`}]} | expected one that is no wrong"
            + " usage, as it is of an error at $.problems[0].slug, but found `no-jobs`",
        "{`problems`: [{`slug`: `nonsense`, `severity`: `note`}]} | expected a word that this version"
            + " knows at $.problems[0].slug, but found `nonsense`",
        "{`problems`: [{`slug`: `log-cut`, `severity`: `bad`}]} | expected a word that this version"
            + " knows at $.problems[0].severity, but found `bad`",
        "{`schema`: 1} | expected a string or null at $.schema, but found a number",
        "{`jobs`: {}} | expected an array at $.jobs, but found an object",
        "{`jobs`: [{`number`: `1`}, {`number`: `2`, `state`: 7}]} | expected a string or null at"
            + " $.jobs[1].state, but found a number",
        "{`jobs`: [{`number`: `1`, `allowFailure`: null}]} | expected true or false at"
            + " $.jobs[0].allowFailure, but found null",
        "{`jobs`: [{`state`: `passed`}]} | expected the number of the job, without control or invisible"
            + " characters at $.jobs[0].number, but found nothing",
        "{`jobs`: [{`number`: `1\\u001b`}]} | expected the number of the job, without control or invisible"
            + " characters at $.jobs[0].number, but found `1\\u001b`",
        "{`jobs`: [{`number`: `1`}, {`number`: `1`}]} | expected a number that no other job has at"
            + " $.jobs[1].number, but found `1`",
        "{`jobs`: [{`number`: `1`, `number`: `2`}]} | expected each field once at $.jobs[0].number,"
            + " but found it twice",
        "{`jobs`: [{`number`: `1`, `startedAt`: `today`}]} | expected a time such as"
            + " 2026-11-21T09:30:00Z at $.jobs[0].startedAt, but found `today`",
        "{`jobs`: [{`number`: | expected JSON at $.jobs[0].number, but found something else",
        "{`jobs`: [nonsense]} | expected JSON at $.jobs[0], but found something else",
        "{`jobs`: [`1`]} | expected an object at $.jobs[0], but found a string",
        "{`schema`: `logcov-build/1`, `jobs`: []} {} | expected JSON at $, but found something"
            + " else",
      })
  void namesThePlaceOfWhatItCannotRead(String json, String message) {
    assertThatThrownBy(() -> read(json.replace('`', '"')))
        .isInstanceOf(LogSourceException.class)
        .hasMessage(
            "logs/build.json: "
                + message.replace('`', '"')
                + "; save the logs again, or remove this file to read the logs without it");
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    byte[] latin = "{\"schema\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> BuildFile.read(new ByteArrayInputStream(latin), "build.json", 1000))
        .hasMessageStartingWith("build.json: expected UTF-8 at $, but found bytes that are none;");
  }

  @Test
  void refusesWhatIsTooDeepOrTooLong() {
    String deep = "{\"x\": " + "[".repeat(100_000);

    assertThatThrownBy(() -> read(deep))
        .isInstanceOf(LogSourceException.class)
        .hasMessageStartingWith(
            "logs/build.json: expected a value of the schema, in at most 255 levels, at $.x[0][0]");
    String unknown = "{\"x\": %s%s, \"schema\": 5}";
    assertThatThrownBy(() -> read(unknown.formatted("[".repeat(254), "]".repeat(254))))
        .hasMessageContaining("$.schema");
    assertThatThrownBy(() -> read(unknown.formatted("[".repeat(255), "]".repeat(255))))
        .hasMessageContaining("255 levels");
    assertThatThrownBy(() -> read("{\"schema\": \"" + "x".repeat(5000) + "\"}"))
        .hasMessageStartingWith(
            "logs/build.json: expected at most 4096 characters at $.schema, but found 5000;");
    assertThatThrownBy(() -> BuildFile.read(stream(TEXT), "build.json", 100))
        .hasMessage("build.json: may have 100 bytes, but has more; save the logs again");
  }

  private static List<?> schemaErrors(String json) throws IOException {
    Path schema = Path.of("..", "docs", "build.schema.json");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(schema), InputFormat.JSON)
        .validate(json, InputFormat.JSON);
  }

  private static BuildFile read(String json) throws LogSourceException, IOException {
    return BuildFile.read(stream(json), "logs/build.json", 1 << 20);
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
