package io.github.logcov.log;

import com.squareup.moshi.JsonWriter;
import io.github.logcov.problem.LegibleJson;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okio.Buffer;

/**
 * {@code build.json}: what saved logs cannot say themselves, so that a build can be judged again
 * with the same result. It lies beside the logs; the log of a job is the file that is named like
 * its number, with {@code .log} or the like. Its schema is {@code docs/build.schema.json}.
 *
 * @param build the build
 * @param jobs its jobs in the order of the file; no number occurs twice
 * @param problems what went wrong when the logs were fetched, with the job in the origin where it
 *     was one job's; no errors of wrong usage
 */
public record BuildFile(BuildInfo build, List<Job> jobs, List<Problem> problems) {

  /** The name of the file. */
  public static final String NAME = "build.json";

  static final String SCHEMA = "logcov-build/1";

  /** The build, when anything is known of it. */
  Optional<BuildInfo> knownBuild() {
    return Optional.of(build).filter(info -> !info.equals(BuildInfo.UNKNOWN));
  }

  /** What went wrong with one job. */
  List<Problem> problemsOf(String job) {
    return problems.stream().filter(problem -> problem.origin().job().equals(job)).toList();
  }

  /** What went wrong with the build as a whole. */
  List<Problem> ownProblems() {
    return problemsOf(Origin.NOWHERE.job());
  }

  /** Copies the lists. */
  public BuildFile {
    jobs = List.copyOf(jobs);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the file. Fields that are not known are passed over, since fields may be added under this
   * schema.
   *
   * @param where the file, as it is named in messages
   * @param maxBytes the size at which it is refused
   * @throws LogSourceException when it is not what the schema says; the message names the place,
   *     such as {@code $.jobs[2].state}
   * @throws IOException when the stream fails
   */
  public static BuildFile read(InputStream content, String where, int maxBytes)
      throws LogSourceException, IOException {
    return BuildFileReader.read(content, where, maxBytes);
  }

  /**
   * Writes the file: UTF-8, {@code \n}, every field in a fixed order, {@code null} for what is not
   * known.
   */
  public void write(OutputStream out) throws IOException {
    Buffer buffer = new Buffer();
    JsonWriter json = JsonWriter.of(buffer);
    json.setIndent("  ");
    json.setSerializeNulls(true);
    json.beginObject();
    json.name("schema").value(SCHEMA);
    json.name("build").beginObject();
    text(json, "id", build.id());
    text(json, "number", build.number());
    text(json, "commit", build.commit());
    text(json, "url", build.url());
    json.endObject();
    json.name("jobs").beginArray();
    for (Job job : jobs) {
      write(json, job);
    }
    json.endArray();
    json.name("problems").beginArray();
    for (Problem problem : problems) {
      write(json, problem);
    }
    json.endArray();
    json.endObject();
    buffer.writeByte('\n');
    buffer.copyTo(new LegibleJson(out));
  }

  private static void write(JsonWriter json, Job job) throws IOException {
    json.beginObject();
    text(json, "id", job.id());
    text(json, "number", Optional.of(job.number()));
    text(json, "name", job.name());
    text(json, "stage", job.stage());
    text(json, "state", job.state());
    json.name("allowFailure").value(job.allowFailure());
    text(json, "url", job.url());
    text(json, "startedAt", job.times().started().map(Instant::toString));
    text(json, "finishedAt", job.times().finished().map(Instant::toString));
    text(json, "restartedAt", job.times().restarted().map(Instant::toString));
    json.endObject();
  }

  private static void write(JsonWriter json, Problem problem) throws IOException {
    json.beginObject();
    text(json, "slug", Optional.of(problem.type().slug()));
    text(json, "severity", Optional.of(problem.severity().word()));
    text(json, "job", Optional.of(problem.origin().job()).filter(job -> !job.isEmpty()));
    text(json, "message", Optional.of(problem.message()));
    json.endObject();
  }

  private static void text(JsonWriter json, String name, Optional<String> value)
      throws IOException {
    json.name(name);
    if (value.isPresent()) {
      json.value(value.get());
    } else {
      json.nullValue();
    }
  }
}
