package io.github.logcov.log;

import io.github.logcov.problem.Legible;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemKind;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.problem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code build.json}: what the schema knows must be as it says. */
final class BuildFileReader {
  private final StrictJson json;
  private final Set<String> numbers = new HashSet<>();

  private BuildFileReader(StrictJson json) {
    this.json = json;
  }

  /** The file, as {@link BuildFile#read} says. */
  static BuildFile read(InputStream content, String where, int maxBytes)
      throws LogSourceException, IOException {
    byte[] bytes = content.readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw new LogSourceException(
          ProblemType.BUILD_FILE_MALFORMED,
          where + ": may have " + maxBytes + " bytes, but has more; save the logs again");
    }
    StrictJson json = new StrictJson(where, bytes);
    return json.only(new BuildFileReader(json)::file);
  }

  private BuildFile file() throws IOException, LogSourceException {
    Optional<String> schema = Optional.empty();
    BuildInfo build = BuildInfo.UNKNOWN;
    List<Job> jobs = List.of();
    List<Problem> problems = List.of();
    StrictJson.Fields fields = json.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "schema" -> schema = json.text();
        case "build" -> build = build();
        case "jobs" -> jobs = json.list(this::job);
        case "problems" -> problems = json.list(this::problem);
        default -> json.skip();
      }
    }
    if (!schema.equals(Optional.of(BuildFile.SCHEMA))) {
      throw json.malformed("$.schema", '"' + BuildFile.SCHEMA + '"', StrictJson.found(schema));
    }
    if (!fields.seen("jobs")) {
      throw json.malformed("$.jobs", "the jobs of the build", "nothing");
    }
    return new BuildFile(build, jobs, problems);
  }

  private BuildInfo build() throws IOException, LogSourceException {
    if (json.isNull()) {
      return BuildInfo.UNKNOWN;
    }
    Optional<String> id = Optional.empty();
    Optional<String> number = Optional.empty();
    Optional<String> commit = Optional.empty();
    Optional<String> url = Optional.empty();
    StrictJson.Fields fields = json.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = json.text();
        case "number" -> number = json.text();
        case "commit" -> commit = json.text();
        case "url" -> url = json.text();
        default -> json.skip();
      }
    }
    return new BuildInfo(id, number, commit, url);
  }

  private Job job() throws IOException, LogSourceException {
    String place = json.place();
    Optional<String> id = Optional.empty();
    Optional<String> number = Optional.empty();
    Optional<String> name = Optional.empty();
    Optional<String> stage = Optional.empty();
    Optional<String> state = Optional.empty();
    Optional<String> url = Optional.empty();
    Optional<Instant> started = Optional.empty();
    Optional<Instant> finished = Optional.empty();
    Optional<Instant> restarted = Optional.empty();
    boolean allowFailure = false;
    StrictJson.Fields fields = json.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = json.text();
        case "number" -> number = json.text();
        case "name" -> name = json.text();
        case "stage" -> stage = json.text();
        case "state" -> state = json.text();
        case "allowFailure" -> allowFailure = json.flag();
        case "url" -> url = json.text();
        case "startedAt" -> started = json.time();
        case "finishedAt" -> finished = json.time();
        case "restartedAt" -> restarted = json.time();
        default -> json.skip();
      }
    }
    return new Job(
        id,
        ownNumber(place + ".number", number),
        name,
        stage,
        state,
        allowFailure,
        url,
        new JobTimes(started, finished, restarted));
  }

  private String ownNumber(String place, Optional<String> number) throws LogSourceException {
    String known = number.orElse("");
    if (known.isEmpty() || !Legible.is(known)) {
      throw json.malformed(
          place,
          "the number of the job, without control or invisible characters",
          StrictJson.found(number));
    }
    if (!numbers.add(known)) {
      throw json.malformed(place, "a number that no other job has", '"' + known + '"');
    }
    return known;
  }

  private Problem problem() throws IOException, LogSourceException {
    String place = json.place();
    Optional<String> slug = Optional.empty();
    Optional<String> severity = Optional.empty();
    Optional<String> job = Optional.empty();
    Optional<String> message = Optional.empty();
    StrictJson.Fields fields = json.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "slug" -> slug = json.text();
        case "severity" -> severity = json.text();
        case "job" -> job = json.text();
        case "message" -> message = json.text();
        default -> json.skip();
      }
    }
    ProblemType type = known(place + ".slug", ProblemType.values(), ProblemType::slug, slug);
    Severity weight = known(place + ".severity", Severity.values(), Severity::word, severity);
    if (type.kind() == ProblemKind.USAGE && weight == Severity.ERROR) {
      // A run that was used wrongly saved nothing.
      throw json.malformed(
          place + ".slug",
          "one that is no wrong usage, as it is of an error",
          '"' + type.slug() + '"');
    }
    return new Problem(
        type, weight, job.map(Origin::ofJob).orElse(Origin.NOWHERE), message.orElse(""));
  }

  /** The value with this word. */
  private <T> T known(String place, T[] values, Function<T, String> word, Optional<String> found)
      throws LogSourceException {
    for (T value : values) {
      if (found.filter(word.apply(value)::equals).isPresent()) {
        return value;
      }
    }
    throw json.malformed(place, "a word that this version knows", StrictJson.found(found));
  }
}
