package io.github.logcov.log.travis;

import io.github.logcov.log.LogAbsentException;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.log.UnavailableException.Hope;
import io.github.logcov.problem.ProblemType;
import java.util.Locale;
import okhttp3.Response;

/**
 * What an answer without success means, by its status, never by its content type; and what its
 * reader can do. The rows are those of {@code lib/travis/api/v3.rb}, {@code v3/error.rb}, {@code
 * app/middleware/scope_check.rb} and {@code attack.rb} of travis-api, and what proxies say.
 *
 * @param failures makes the messages
 */
record Refusals(Failures failures) {

  /** What came back. */
  private record Refused(Question question, Response response, ErrorAnswer answer, String found) {
    boolean isOf(String type) {
      return answer.type().filter(type::equals).isPresent();
    }

    /** A redirect to another host has left it behind. */
    boolean hadToken() {
      return response.request().header("Authorization") != null;
    }

    String tokenMayBeWhy() {
      return hadToken() ? "; or the token is why: try without TRAVIS_TOKEN" : "";
    }
  }

  /**
   * The exception for this answer.
   *
   * @param body its beginning
   */
  UnavailableException of(Question question, Response response, String body) {
    Refused refused = refused(question, response, body);
    return switch (response.code()) {
      case 401 -> loginRefused(refused);
      case 403 -> forbidden(refused);
      case 404 ->
          refusal(
              refused,
              ProblemType.BUILD_UNKNOWN,
              "check the id of the build, and that --api-url or TRAVIS_API_URL name the Travis it"
                  + " is on; is it private? Then "
                  + (refused.hadToken()
                      ? "TRAVIS_TOKEN must be the token of somebody who may see it"
                      : "set TRAVIS_TOKEN"));
      case 429 -> throttled(refused);
      case 408, 425 -> fault(refused);
      default ->
          response.code() >= 400 && response.code() < 500
              ? refusal(
                  refused,
                  ProblemType.TRAVIS_REFUSED,
                  "check that --api-url or TRAVIS_API_URL name the API of a Travis"
                      + refused.tokenMayBeWhy())
              : fault(refused);
    };
  }

  /** The exception for a log that is not found. */
  LogAbsentException absent(Question question, Response response, String body) {
    Refused refused = refused(question, response, body);
    String words = refused.answer().words();
    String what;
    // One type and status for all of them, so that the words must tell.
    if (words.equals("log not found")) {
      what = "is not there yet";
    } else if (words.equals("could not retrieve log")) {
      what = "is in the archive of Travis, which cannot find it there";
    } else if (words.startsWith("log not found (")) {
      what = "is not there, or not for everybody";
    } else {
      what = "is not there";
    }
    return new LogAbsentException(
        false,
        failures
            .shown()
            .message(what + " (the answer was " + refused.found() + ")" + refused.tokenMayBeWhy()));
  }

  private Refused refused(Question question, Response response, String body) {
    ErrorAnswer answer = ErrorAnswer.of(body);
    Shown shown = failures.shown();
    String words = shown.text(answer.words());
    String quoted =
        words.isEmpty()
            ? ""
            : ErrorAnswer.isHtml(body) ? " (" + words + ")" : " (\"" + words + "\")";
    return new Refused(
        question,
        response,
        answer,
        response.code() + answer.type().map(type -> " " + shown.text(type)).orElse("") + quoted);
  }

  private UnavailableException forbidden(Refused refused) {
    if (refused.isOf("log_access_denied")) {
      return refusal(
          refused,
          ProblemType.LOG_RESTRICTED,
          "the repository shows its logs to people with push access only; switch off \"Access to"
              + " logs only for write/push users\" in its settings on Travis, or set TRAVIS_TOKEN"
              + " to the token of such a user");
    }
    if (refused.isOf("log_expired")) {
      return refusal(
          refused,
          ProblemType.LOG_EXPIRED,
          "Travis shows logs for 365 days; restart the build, or switch on \"Access to old logs\""
              + " in the settings of the repository on Travis");
    }
    if (refused.isOf("login_required") || refused.isOf("wrong_credentials")) {
      return loginRefused(refused);
    }
    boolean denied =
        refused.answer().type().isEmpty()
            && refused.answer().words().strip().toLowerCase(Locale.ROOT).equals("access denied");
    if (denied && refused.hadToken()) {
      return loginRefused(refused);
    }
    return refusal(
        refused,
        ProblemType.TRAVIS_REFUSED,
        "this address may be banned for a while (up to 5 hours), by Travis or by a proxy between"
            + refused.tokenMayBeWhy());
  }

  private UnavailableException loginRefused(Refused refused) {
    return refused.hadToken()
        ? refusal(
            refused,
            ProblemType.TOKEN_REFUSED,
            "a stale token breaks what would work without one: unset TRAVIS_TOKEN, or set it to a"
                + " new one when the repository is private")
        : refusal(
            refused,
            ProblemType.TRAVIS_REFUSED,
            "this Travis, or a proxy before it, answers nobody without a login; set TRAVIS_TOKEN");
  }

  private UnavailableException throttled(Refused refused) {
    return unavailable(
        refused,
        ProblemType.TRAVIS_THROTTLED,
        Hope.THROTTLED,
        "there were too many requests from this address, which other jobs may share (Travis allows"
            + " 500 a minute); wait a minute, or ask less often with --poll");
  }

  private UnavailableException fault(Refused refused) {
    return unavailable(
        refused,
        ProblemType.TRAVIS_FAULT,
        Hope.SOON,
        "a fault of Travis, or of a proxy before it; try again later, and see"
            + " https://www.traviscistatus.com");
  }

  private UnavailableException refusal(Refused refused, ProblemType type, String cure) {
    return unavailable(refused, type, Hope.NONE, cure);
  }

  private UnavailableException unavailable(
      Refused refused, ProblemType type, Hope hope, String cure) {
    Response response = refused.response();
    return failures.unavailable(
        type,
        hope,
        RetryAfter.of(response.headers()),
        refused.question().from(response.request().url())
            + ": the answer must be "
            + refused.question().expected()
            + ", but was "
            + refused.found()
            + "; "
            + cure);
  }
}
