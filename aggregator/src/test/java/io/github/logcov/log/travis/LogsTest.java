package io.github.logcov.log.travis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.logcov.log.Job;
import io.github.logcov.log.LogAbsentException;
import io.github.logcov.log.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read as a log, and what comes in place of one. */
class LogsTest {
  private static final String NAMED = "API/job/620081121/log.txt: ";

  private FakeTravis travis;

  @BeforeEach
  void start() throws IOException {
    travis = new FakeTravis();
  }

  @AfterEach
  void stop() {
    travis.close();
  }

  private String read() throws Exception {
    try (InputStream log = travis.build().openLog(FakeTravis.job())) {
      return new String(log.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "nullable",
        "null and more\n",
        "travis_fold:start:a\r\u001b[0K$ tox\r\n",
        "{\"@type\":\"job\"}",
        "<testsuite/>",
        "Log removed",
        "Your log is temporarily unavailable, it says, and goes on"
      })
  void handsOutEveryByte(String text) throws Exception {
    travis.says(200, text);

    assertThat(read()).isEqualTo(text);
    var request = travis.request();
    assertThat(request.getTarget()).isEqualTo("/job/620081121/log.txt");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("text/plain");
    assertThat(request.getHeaders().get("Travis-API-Version")).isEqualTo("3");
    assertThat(travis.log).containsExactly("GET " + travis.root() + "/job/620081121/log.txt 200");
  }

  @Test
  void handsOutALongLogPackedByGzip() throws Exception {
    String text = "0123456789abcde\n".repeat(200_000);
    Buffer packed = new Buffer();
    try (var gzip = Okio.buffer(new GzipSink(packed))) {
      gzip.writeUtf8(text);
    }
    travis.says(
        new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(packed).build());

    assertThat(read()).isEqualTo(text);
  }

  private static Stream<Arguments> absent() {
    return Stream.of(
        Arguments.of("", false, "is empty"),
        Arguments.of("\n", false, "is empty"),
        Arguments.of("null", false, "has no text yet (Travis says null)"),
        Arguments.of(" null\n", false, "has no text yet (Travis says null)"),
        Arguments.of(
            "Log removed by So\u0007me One at 2026-11-21 09:30:00 UTC",
            true,
            "was removed by Some One at 2026-11-21 09:30:00 UTC"),
        Arguments.of(
            "Your log is temporarily unavailable",
            false,
            "is temporarily unavailable, Travis says"));
  }

  @ParameterizedTest
  @MethodSource("absent")
  void knowsWhatComesInPlaceOfALog(String body, boolean lasting, String message) {
    travis.says(200, body);

    LogAbsentException absent =
        catchThrowableOfType(
            LogAbsentException.class, () -> travis.build().openLog(FakeTravis.job()));

    assertThat(absent).hasMessage(message);
    assertThat(absent.lasting()).isEqualTo(lasting);
  }

  @Test
  void takesNoContentForAnEmptyLog() {
    travis.says(new MockResponse.Builder().code(204).build());

    assertThatThrownBy(() -> travis.build().openLog(FakeTravis.job()))
        .isInstanceOf(LogAbsentException.class)
        .hasMessage("is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html>\n<html>", "\n <HTML>", "\ufeff<!doctype HTML>"})
  void takesNoPageForALog(String page) {
    travis.says(200, page + "x".repeat(10_000));

    assertThat(travis.logFailure(travis.build()))
        .isEqualTo(
            "TRAVIS_FAULT SOON: "
                + NAMED
                + "the answer must be the log of job 8112.1, but: it is an HTML page; try again"
                + " later, and check that --api-url or TRAVIS_API_URL name the API of a Travis");
  }

  @Test
  void failsInTheMiddleWhenTheBodyIsCut() throws Exception {
    travis.says(
        new MockResponse.Builder()
            .chunkedBody("line\n".repeat(40_000), 1653)
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    try (InputStream log = travis.build().openLog(FakeTravis.job())) {
      assertThat(log.read()).isEqualTo('l');
      assertThatThrownBy(log::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessage("the connection broke off, or the answer is damaged");
    }
  }

  @Test
  void tellsThatNothingCameInTime() {
    travis.says(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Duration little = Duration.ofMillis(200);
    TravisBuild build =
        hasty(new TravisTimeouts(Duration.ofSeconds(5), little, plenty(), plenty()));

    assertThat(travis.logFailure(build))
        .isEqualTo(
            "TRAVIS_UNREACHABLE SOON: "
                + NAMED
                + "no answer in time: 5 s to connect, 200 ms between two pieces; check the network,"
                + " and whether Travis is up (https://www.traviscistatus.com)");
  }

  @Test
  void tellsThatTheWholeTookTooLong() {
    travis.says(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    TravisBuild build =
        hasty(new TravisTimeouts(plenty(), plenty(), Duration.ofMillis(300), plenty()));

    assertThat(travis.failure(build))
        .isEqualTo(
            "TRAVIS_UNREACHABLE SOON: API/build/290001234/jobs: no whole answer within 300 ms; check"
                + " the network, and whether Travis is up (https://www.traviscistatus.com)");
  }

  @Test
  void endsALogThatTakesTooLong() throws Exception {
    travis.says(
        new MockResponse.Builder()
            .body("line\n".repeat(40_000))
            .onResponseBody(SocketEffect.Stall.INSTANCE)
            .build());
    TravisBuild build =
        hasty(new TravisTimeouts(plenty(), plenty(), plenty(), Duration.ofMillis(500)));

    try (InputStream log = build.openLog(FakeTravis.job())) {
      assertThatThrownBy(log::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessage("no whole answer within 500 ms");
    }
  }

  private static Duration plenty() {
    return Duration.ofSeconds(20);
  }

  private TravisBuild hasty(TravisTimeouts timeouts) {
    TravisSettings usual =
        travis.settings(travis.root(), FakeTravis.BUILD, OwnJob.NONE, Optional.empty());
    return travis.build(
        new TravisSettings(
            usual.api(),
            usual.buildId(),
            usual.own(),
            usual.reach(),
            usual.token(),
            usual.userAgent(),
            timeouts,
            usual.log()));
  }

  @Test
  void endsALogUnderWayWhenItIsClosed() throws Exception {
    travis.says(
        new MockResponse.Builder()
            .body("line\n".repeat(40_000))
            .onResponseBody(SocketEffect.Stall.INSTANCE)
            .build());
    TravisBuild build = travis.build();
    InputStream log = build.openLog(FakeTravis.job());

    CompletableFuture<Object> reader =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return log.readAllBytes();
              } catch (IOException e) {
                return e;
              }
            });
    build.close();

    assertThat(reader.get()).isInstanceOf(IOException.class);
    assertThat(travis.logFailure(build))
        .isEqualTo(
            "TRAVIS_UNREACHABLE NONE: "
                + NAMED
                + "was not asked to the end, since this run ended before");
  }

  @Test
  void asksForNoLogWithoutAnId() {
    assertThatThrownBy(() -> travis.build().openLog(Job.ofNumber("8112.1")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(travis.server.getRequestCount()).isZero();
  }

  @Test
  void tellsThatNobodyListens() throws Exception {
    String root = travis.root();
    int port = travis.server.getPort();
    TravisBuild build = travis.build();
    travis.server.close();

    String failure = travis.told(catchThrowableOfType(UnavailableException.class, build::siblings));

    assertThat(failure)
        .isEqualTo(
            "TRAVIS_UNREACHABLE SOON: API/build/290001234/jobs: no connection to port "
                + port
                + " of "
                + travis.server.getHostName()
                + ", which is closed; check the network, and whether Travis is up"
                + " (https://www.traviscistatus.com)");
    assertThat(travis.log)
        .containsExactly(
            "GET "
                + root
                + "/build/290001234/jobs?include=job.config no connection to port "
                + port
                + " of "
                + travis.server.getHostName()
                + ", which is closed");
  }

  @Test
  void tellsThatTlsFailed() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answering =
          new Thread(
              () -> {
                try (Socket caller = plain.accept()) {
                  caller
                      .getOutputStream()
                      .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
                  // Not closed before the caller has read that.
                  caller.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                  // The caller sees it.
                }
              });
      answering.start();
      String host = plain.getInetAddress().getHostAddress();
      TravisBuild build =
          travis.build(
              travis.settings(
                  "https://" + host + ":" + plain.getLocalPort(),
                  FakeTravis.BUILD,
                  OwnJob.NONE,
                  Optional.empty()));

      assertThat(travis.failure(build))
          .contains("TRAVIS_UNREACHABLE SOON: https://")
          .contains("no trusted TLS connection to " + host);
    }
  }
}
