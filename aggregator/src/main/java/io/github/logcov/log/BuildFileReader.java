package io.github.logcov.log;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import io.github.logcov.problem.Legible;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemKind;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.problem.Severity;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import okio.Okio;

/**
 * Reads {@code build.json} strictly: what the schema knows must be as it says, and may be there
 * once.
 */
final class BuildFileReader {
  /** Values in each other, as many as Moshi's parser reads. */
  private static final int MAX_DEPTH = 255;

  private final String where;

  BuildFileReader(String where) {
    this.where = where;
  }

  BuildFile read(InputStream content, int maxBytes) throws LogSourceException, IOException {
    byte[] bytes = content.readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw new LogSourceException(
          ProblemType.BUILD_FILE_MALFORMED,
          where + ": may have " + maxBytes + " bytes, but has more; save the logs again");
    }
    // From a stream: in a whole buffer the parser looks for each digit of a number from an end.
    byte[] utf8 = text(bytes).getBytes(StandardCharsets.UTF_8);
    JsonReader json = JsonReader.of(Okio.buffer(Okio.source(new ByteArrayInputStream(utf8))));
    try {
      BuildFile file = file(json);
      if (json.peek() != JsonReader.Token.END_DOCUMENT) {
        throw malformed("$", "the end of the file", "more text");
      }
      return file;
    } catch (JsonEncodingException | EOFException e) {
      throw malformed(json.getPath(), "JSON", "something else", e);
    } catch (JsonDataException e) {
      // Deeper nesting than Moshi reads, or a value that is no JSON.
      throw malformed(
          json.getPath(),
          "a value of the schema, in at most " + MAX_DEPTH + " levels,",
          "something else",
          e);
    }
  }

  private String text(byte[] bytes) throws LogSourceException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw malformed("$", "UTF-8", "bytes that are none", e);
    }
  }

  private BuildFile file(JsonReader json) throws IOException, LogSourceException {
    Optional<String> schema = Optional.empty();
    BuildInfo build = BuildInfo.UNKNOWN;
    List<Job> jobs = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Fields fields = new Fields(json);
    while (fields.next()) {
      switch (fields.name()) {
        case "schema" -> schema = text(json);
        case "build" -> build = build(json);
        case "jobs" -> jobs = jobs(json);
        case "problems" -> problems = problems(json);
        default -> json.skipValue();
      }
    }
    if (!schema.equals(Optional.of(BuildFile.SCHEMA))) {
      String found = schema.map(text -> '"' + Names.shown(text) + '"').orElse("nothing");
      throw malformed("$.schema", '"' + BuildFile.SCHEMA + '"', found);
    }
    if (!fields.seen("jobs")) {
      throw malformed("$.jobs", "the jobs of the build", "nothing");
    }
    return new BuildFile(build, jobs, problems);
  }

  private BuildInfo build(JsonReader json) throws IOException, LogSourceException {
    if (json.peek() == JsonReader.Token.NULL) {
      json.nextNull();
      return BuildInfo.UNKNOWN;
    }
    BuildInfo build = BuildInfo.UNKNOWN;
    Fields fields = new Fields(json);
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> build = new BuildInfo(text(json), build.number(), build.commit(), build.url());
        case "number" -> build = new BuildInfo(build.id(), text(json), build.commit(), build.url());
        case "commit" -> build = new BuildInfo(build.id(), build.number(), text(json), build.url());
        case "url" -> build = new BuildInfo(build.id(), build.number(), build.commit(), text(json));
        default -> json.skipValue();
      }
    }
    return build;
  }

  private List<Job> jobs(JsonReader json) throws IOException, LogSourceException {
    expect(json, JsonReader.Token.BEGIN_ARRAY, "an array");
    List<Job> jobs = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    json.beginArray();
    while (json.hasNext()) {
      String place = json.getPath();
      Job job = job(json);
      if (!numbers.add(job.number())) {
        throw malformed(
            place + ".number", "a number that no other job has", '"' + job.number() + '"');
      }
      jobs.add(job);
    }
    json.endArray();
    return jobs;
  }

  private List<Problem> problems(JsonReader json) throws IOException, LogSourceException {
    expect(json, JsonReader.Token.BEGIN_ARRAY, "an array");
    List<Problem> problems = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      problems.add(problem(json));
    }
    json.endArray();
    return problems;
  }

  private Problem problem(JsonReader json) throws IOException, LogSourceException {
    String place = json.getPath();
    Optional<String> slug = Optional.empty();
    Optional<String> severity = Optional.empty();
    Optional<String> job = Optional.empty();
    Optional<String> message = Optional.empty();
    Fields fields = new Fields(json);
    while (fields.next()) {
      switch (fields.name()) {
        case "slug" -> slug = text(json);
        case "severity" -> severity = text(json);
        case "job" -> job = text(json);
        case "message" -> message = text(json);
        default -> json.skipValue();
      }
    }
    ProblemType type = known(place + ".slug", ProblemType.values(), ProblemType::slug, slug);
    Severity weight = known(place + ".severity", Severity.values(), Severity::word, severity);
    if (type.kind() == ProblemKind.USAGE && weight == Severity.ERROR) {
      // A run that was used wrongly saved nothing.
      throw malformed(
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
    throw malformed(
        place,
        "a word that this version knows",
        found.map(text -> '"' + Names.shown(text) + '"').orElse("nothing"));
  }

  private Job job(JsonReader json) throws IOException, LogSourceException {
    String place = json.getPath();
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
    Fields fields = new Fields(json);
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = text(json);
        case "number" -> number = text(json);
        case "name" -> name = text(json);
        case "stage" -> stage = text(json);
        case "state" -> state = text(json);
        case "allowFailure" -> allowFailure = bool(json);
        case "url" -> url = text(json);
        case "startedAt" -> started = time(json);
        case "finishedAt" -> finished = time(json);
        case "restartedAt" -> restarted = time(json);
        default -> json.skipValue();
      }
    }
    String known = number.orElse("");
    if (known.isEmpty() || !Legible.is(known)) {
      throw malformed(
          place + ".number",
          "the number of the job, without control or invisible characters",
          number.isEmpty() ? "nothing" : '"' + Names.shown(known) + '"');
    }
    return new Job(
        id,
        known,
        name,
        stage,
        state,
        allowFailure,
        url,
        new JobTimes(started, finished, restarted));
  }

  private Optional<String> text(JsonReader json) throws IOException, LogSourceException {
    if (json.peek() == JsonReader.Token.NULL) {
      json.nextNull();
      return Optional.empty();
    }
    expect(json, JsonReader.Token.STRING, "a string or null");
    String place = json.getPath();
    String text = json.nextString();
    if (text.length() > Names.MAX_LENGTH) {
      throw malformed(place, "at most " + Names.MAX_LENGTH + " characters", text.length() + "");
    }
    return Optional.of(text);
  }

  private boolean bool(JsonReader json) throws IOException, LogSourceException {
    expect(json, JsonReader.Token.BOOLEAN, "true or false");
    return json.nextBoolean();
  }

  private Optional<Instant> time(JsonReader json) throws IOException, LogSourceException {
    String place = json.getPath();
    Optional<String> text = text(json);
    try {
      return text.map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw malformed(
          place,
          "a time such as 2026-11-21T09:30:00Z",
          '"' + Names.shown(text.orElse("")) + '"',
          e);
    }
  }

  private void expect(JsonReader json, JsonReader.Token token, String expected)
      throws IOException, LogSourceException {
    JsonReader.Token found = json.peek();
    if (found != token) {
      throw malformed(json.getPath(), expected, word(found));
    }
  }

  private static String word(JsonReader.Token token) {
    return switch (token) {
      case BEGIN_ARRAY -> "an array";
      case BEGIN_OBJECT -> "an object";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL -> "null";
      case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT -> "nothing";
    };
  }

  private LogSourceException malformed(String place, String expected, String found) {
    return new LogSourceException(
        ProblemType.BUILD_FILE_MALFORMED, message(place, expected, found));
  }

  private LogSourceException malformed(
      String place, String expected, String found, Exception cause) {
    return new LogSourceException(
        ProblemType.BUILD_FILE_MALFORMED, message(place, expected, found), cause);
  }

  private String message(String place, String expected, String found) {
    return where
        + ": expected "
        + expected
        + " at "
        + Names.shown(place)
        + ", but found "
        + found
        + "; save the logs again, or remove this file to read the logs without it";
  }

  /**
   * The fields of one object; a name that comes twice is refused, since the reader could not know
   * which one holds.
   */
  private final class Fields {
    private final JsonReader json;
    private final Set<String> seen = new HashSet<>();
    private String name = "";

    Fields(JsonReader json) throws IOException, LogSourceException {
      this.json = json;
      expect(json, JsonReader.Token.BEGIN_OBJECT, "an object");
      json.beginObject();
    }

    boolean next() throws IOException, LogSourceException {
      if (!json.hasNext()) {
        json.endObject();
        return false;
      }
      name = json.nextName();
      if (!seen.add(name)) {
        throw malformed(json.getPath(), "each field once", "it twice");
      }
      return true;
    }

    String name() {
      return name;
    }

    boolean seen(String field) {
      return seen.contains(field);
    }
  }
}
