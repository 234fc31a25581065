package io.github.logcov.log.travis;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.logcov.log.Job;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.problem.Origin;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** An API that gives the answers it was told, and a build that asks it. */
final class FakeTravis implements AutoCloseable {
  static final String BUILD = "290001234";
  static final String TOKEN = "Abc123SecretSecret";

  final MockWebServer server = new MockWebServer();
  final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final List<TravisBuild> builds = new ArrayList<>();

  FakeTravis() throws IOException {
    server.start();
  }

  /** Scheme, host and port, without a slash. */
  String root() {
    String url = server.url("/").toString();
    return url.substring(0, url.length() - 1);
  }

  static MockResponse answer(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  static MockResponse redirect(String location) {
    return new MockResponse.Builder().code(302).addHeader("Location", location).build();
  }

  FakeTravis says(int status, String body) {
    server.enqueue(answer(status, body));
    return this;
  }

  FakeTravis says(MockResponse response) {
    server.enqueue(response);
    return this;
  }

  TravisBuild build() {
    return build(settings(root(), BUILD, OwnJob.NONE, Optional.empty()));
  }

  TravisBuild buildWithToken() {
    return build(settings(root(), BUILD, OwnJob.NONE, Token.of(TOKEN)));
  }

  TravisBuild build(TravisSettings settings) {
    TravisBuild build = TravisBuild.of(settings);
    builds.add(build);
    return build;
  }

  TravisSettings settings(String api, String build, OwnJob own, Optional<Token> token) {
    return new TravisSettings(
        ApiUrl.of(Optional.of(api), Map.of()),
        build,
        own,
        Reach.EARLIER_STAGES,
        token,
        "logcov/1.2.3",
        new TravisTimeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20)),
        log::add);
  }

  /** The next request that was made. */
  RecordedRequest request() {
    try {
      RecordedRequest request = server.takeRequest(0, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("no further request was made");
      }
      return request;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A job of the build. */
  static Job job() {
    Job job = Job.ofNumber("8112.1");
    return new Job(
        Optional.of("620081121"),
        job.number(),
        job.name(),
        job.stage(),
        Optional.of("passed"),
        false,
        Optional.empty(),
        job.times());
  }

  /**
   * How asking for the jobs fails, in one line: type, hope, message; the address of the server is
   * {@code API}.
   */
  String failure(TravisBuild build) {
    return told(catchThrowableOfType(UnavailableException.class, build::siblings));
  }

  /** The same for a log. */
  String logFailure(TravisBuild build) {
    return told(catchThrowableOfType(UnavailableException.class, () -> build.openLog(job())));
  }

  String told(@Nullable UnavailableException failure) {
    if (failure == null) {
      return "no failure";
    }
    return (failure.problem(Origin.NOWHERE).type()
            + " "
            + failure.hope()
            + failure.retryAfter().map(after -> " " + after).orElse("")
            + ": "
            + failure.getMessage())
        .replace(root(), "API");
  }

  @Override
  public void close() {
    builds.forEach(TravisBuild::close);
    server.close();
  }
}
