package io.github.logcov.log.travis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import io.github.logcov.fixtures.Fixtures;
import io.github.logcov.log.LogAbsentException;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.problem.Legible;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers of the API: what they say is of the right kind and can be shown, or they are refused in
 * words that can.
 */
class AnswersFuzz {
  private static final String TOKEN = "Abc123SecretSecret";
  private static final Shown SHOWN = new Shown(Token.of(TOKEN));
  private static final Failures FAILURES = new Failures(SHOWN, TravisTimeouts.DEFAULT);
  private static final HttpUrl URL = HttpUrl.get("https://api.travis-ci.com/build/1/jobs");
  private static final Question QUESTION = new Question(URL, "the jobs of build 1");

  /** The lists of jobs and of stages. */
  @MethodSource("lists")
  @FuzzTest
  void list(byte[] answer) throws IOException {
    read(new JobListAdapter(SHOWN), answer).ifPresent(AnswersFuzz::checkJobs);
    read(new StageListAdapter(SHOWN), answer).ifPresent(AnswersFuzz::checkStages);
  }

  private static <T> Optional<T> read(JsonAdapter<T> adapter, byte[] answer) throws IOException {
    try {
      return Optional.of(adapter.fromJson(new Buffer().write(answer)));
    } catch (JsonDataException e) {
      refused(String.valueOf(e.getMessage()));
    } catch (JsonEncodingException | EOFException e) {
      // No JSON; what it is is not shown.
    }
    return Optional.empty();
  }

  private static void checkJobs(JobList list) {
    Set<String> numbers = new HashSet<>();
    assertThat(list.jobs()).isNotEmpty();
    for (ApiJob job : list.jobs()) {
      assertThat(job.id()).matches("[0-9]{1,19}");
      assertThat(job.number()).matches("[0-9.]{1,79}");
      assertThat(numbers.add(job.number())).isTrue();
      shown(SHOWN.text(job.state()), Shown.MAX_TEXT);
    }
    Map<String, String> names = JobNames.of(list.jobs(), SHOWN);
    names.values().forEach(name -> shown(name, Shown.MAX_TEXT));
    for (Reach reach : Reach.values()) {
      SiblingChoice choice = SiblingChoice.of(list.jobs(), OwnJob.NONE, "1", reach);
      assertThat(choice.jobs()).hasSameSizeAs(list.jobs());
    }
  }

  private static void checkStages(StageList list) {
    for (ApiStage stage : list.stages()) {
      stage.number().ifPresent(number -> assertThat(number).isNotNegative());
      stage.name().ifPresent(name -> shown(SHOWN.text(name), Shown.MAX_TEXT));
    }
  }

  /** What stands where a log should be, or where an error tells of itself; and a header. */
  @MethodSource("texts")
  @FuzzTest
  void texts(byte[] answer) throws Exception {
    ErrorAnswer error = ErrorAnswer.of(new String(answer, UTF_8));
    shown(SHOWN.text(error.words()), Shown.MAX_TEXT);
    error.type().ifPresent(type -> shown(SHOWN.text(type), Shown.MAX_TEXT));

    Buffer log = new Buffer().write(answer);
    try {
      LogHead.check(log, QUESTION, URL, FAILURES);
      assertThat(log.readByteArray()).isNotEmpty().isEqualTo(answer);
    } catch (LogAbsentException | UnavailableException e) {
      shown(String.valueOf(e.getMessage()), 2_000);
    }

    String header = new String(answer, UTF_8).replaceAll("[^ -~]", "");
    Headers headers =
        new Headers.Builder()
            .add("Logcov-Retry-After", header)
            .add("Date", "Sat, 21 Nov 2026 09:30:00 GMT")
            .build();
    RetryAfter.of(headers).ifPresent(after -> assertThat(after.isNegative()).isFalse());
    Optional.of(header).flatMap(WebPages::of).ifPresent(WebPages::api);
  }

  static Stream<byte[]> lists() {
    return Stream.of("travis/jobs.json", "travis/jobs-without-stages.json", "travis/stages.json")
        .map(Fixtures::bytes);
  }

  static Stream<byte[]> texts() {
    return Stream.of(
            "null",
            "travis_fold:start:worker_info\r\u001b[0K",
            "Log removed by Jane at 2026-11-21 09:30:00 UTC",
            "Your log is temporarily unavailable",
            "<!DOCTYPE html><html>",
            "{\"@type\":\"error\",\"error_type\":\"log_expired\",\"error_message\":\"gone\"}",
            "120",
            "Sat, 21 Nov 2026 09:31:00 GMT",
            "https://app.travis-ci.com/github/me/thing/jobs/1")
        .map(text -> text.getBytes(UTF_8));
  }

  private static void refused(String complaint) {
    UnavailableException failure = FAILURES.odd(QUESTION, URL, complaint);
    shown(String.valueOf(failure.getMessage()), 2_000);
  }

  private static void shown(String text, int maxLength) {
    assertThat(text)
        .hasSizeLessThanOrEqualTo(maxLength)
        .doesNotContain(TOKEN)
        .matches(Legible::is, "legible");
  }
}
