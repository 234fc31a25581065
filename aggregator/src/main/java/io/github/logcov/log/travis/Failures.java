package io.github.logcov.log.travis;

import io.github.logcov.log.UnavailableException;
import io.github.logcov.log.UnavailableException.Hope;
import io.github.logcov.problem.ProblemType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What is said when there was no answer, or one that makes no sense. What a status says is told by
 * {@link Refusals}.
 *
 * @param shown what every message passes
 * @param timeouts that were in force
 */
record Failures(Shown shown, TravisTimeouts timeouts) {
  private static final String CHECK =
      "check that --api-url or TRAVIS_API_URL name the API of a Travis";

  /** More than any chain of causes has. */
  private static final int MOST_CAUSES = 20;

  /** Where OkHttp stops, ends of lines not counted: {@code HeadersReader} and {@code Hpack}. */
  private static final int MOST_HEADER_BYTES = 256 << 10;

  private static final String AGAIN = "; try again later, and " + CHECK;

  /** An exception whose message is fit to be shown. */
  UnavailableException unavailable(
      ProblemType type, Hope hope, Optional<Duration> retryAfter, String message) {
    return new UnavailableException(type, hope, retryAfter, shown.message(message));
  }

  private UnavailableException fault(String message) {
    return unavailable(ProblemType.TRAVIS_FAULT, Hope.SOON, Optional.empty(), message);
  }

  /** The answer is not what it should be. */
  UnavailableException odd(Question question, HttpUrl last, String complaint) {
    return odd(question, last, complaint, Hope.SOON);
  }

  /** The answer is not what it should be. */
  UnavailableException odd(Question question, HttpUrl last, String complaint, Hope hope) {
    return unavailable(
        ProblemType.TRAVIS_FAULT,
        hope,
        Optional.empty(),
        question.from(last)
            + ": the answer must be "
            + question.expected()
            + ", but: "
            + Shown.shortened(shown.message(complaint))
            + AGAIN);
  }

  /** The answer is so long that it cannot be right. */
  UnavailableException tooLarge(Question question, long maxBytes) {
    return fault(
        question.from(question.url())
            + ": the answer must be "
            + question.expected()
            + " in at most "
            + maxBytes
            + " bytes, but is longer"
            + AGAIN);
  }

  /** No answer, or it broke off; where a redirect led is told by an {@link AwayException}. */
  UnavailableException unreachable(Question question, IOException cause, Duration whole) {
    HttpUrl last = AwayException.in(cause).map(AwayException::url).orElse(question.url());
    return unreachable(question, last, cause, whole);
  }

  /** No answer, or it broke off. */
  UnavailableException unreachable(
      Question question, HttpUrl last, IOException cause, Duration whole) {
    UnavailableException unavailable =
        unavailable(
            ProblemType.TRAVIS_UNREACHABLE,
            // A certificate is no better a second later.
            distrust(cause).isPresent() ? Hope.NONE : Hope.SOON,
            Optional.empty(),
            question.from(last)
                + ": "
                + words(cause, last, whole)
                + "; check the network, and whether Travis is up (https://www.traviscistatus.com)");
    unavailable.initCause(cause);
    return unavailable;
  }

  /** Asked after the end. */
  UnavailableException closed(Question question) {
    return unavailable(
        ProblemType.TRAVIS_UNREACHABLE,
        Hope.NONE,
        Optional.empty(),
        question.from(question.url()) + ": was not asked to the end, since this run ended before");
  }

  /** What happened, in words of people. */
  String words(IOException cause, HttpUrl url, Duration whole) {
    if (cause instanceof UnusableException unusable) {
      return String.valueOf(unusable.getMessage());
    }
    if (cause instanceof AwayException away) {
      return words(away.fault(), away.url(), whole);
    }
    String host = url.host();
    if (cause instanceof UnknownHostException) {
      return "the host " + host + " is not known here (DNS)";
    }
    if (cause instanceof SocketTimeoutException) {
      return "no answer in time: "
          + seconds(timeouts.connect())
          + " to connect, "
          + seconds(timeouts.read())
          + " between two pieces";
    }
    if (cause instanceof InterruptedIOException) {
      return "no whole answer within " + seconds(whole);
    }
    if (cause instanceof NoRouteToHostException) {
      return "there is no way to " + host + " from here";
    }
    if (cause instanceof ConnectException) {
      return "no connection to port " + url.port() + " of " + host + ", which is closed";
    }
    if (cause instanceof SSLException) {
      return "no trusted TLS connection to "
          + host
          + " ("
          + distrust(cause).orElse("a certificate, the clock of this machine, or a proxy between")
          + ")";
    }
    if (cause.getCause() instanceof EOFException) {
      // OkHttp says the same of both.
      return "the connection broke off, or the headers of the answer have more than "
          + MOST_HEADER_BYTES
          + " bytes";
    }
    return "the connection broke off, or the answer is damaged";
  }

  /** Why a certificate is not trusted, as far as Java says so. */
  private static Optional<String> distrust(Throwable cause) {
    @Nullable Throwable each = cause;
    for (int causes = 0; each != null && causes < MOST_CAUSES; causes++) {
      if (each instanceof SSLPeerUnverifiedException) {
        return Optional.of(
            "its certificate is for another host: look at --api-url and TRAVIS_API_URL");
      }
      if (each instanceof CertificateExpiredException) {
        return Optional.of("its certificate has expired, or the clock of this machine is fast");
      }
      if (each instanceof CertificateNotYetValidException) {
        return Optional.of(
            "its certificate is not valid yet, or the clock of this machine is slow");
      }
      if (each instanceof CertPathBuilderException) {
        return Optional.of(
            "nobody whom Java trusts signed its certificate; name a store that has the signer with"
                + " LOGCOV_JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE");
      }
      each = each.getCause();
    }
    return Optional.empty();
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }

  /** A redirect to nowhere, or to what is not HTTP. */
  UnusableException strayRedirect(HttpUrl asked, String location) {
    return stray(
        Question.bare(asked)
            + ": a redirect must lead to an address of http or https, but "
            + (location.isEmpty()
                ? "leads nowhere"
                : "leads to \"" + shown.text(location.replaceAll("[?#].*", "")) + '"'));
  }

  /** A circle, most probably. */
  UnusableException tooManyRedirects(HttpUrl asked, int max, HttpUrl next) {
    return stray(
        Question.bare(asked)
            + ": at most "
            + max
            + " redirects are followed, but there is one more, to "
            + shown.text(Question.bare(next)));
  }

  /** Whoever redirects so will do it again. */
  private UnusableException stray(String message) {
    return new UnusableException(
        unavailable(ProblemType.TRAVIS_FAULT, Hope.NONE, Optional.empty(), message + "; " + CHECK));
  }

  /** With a token, nothing goes over plain http. */
  UnusableException openToken(HttpUrl asked, HttpUrl url) {
    String where =
        asked.equals(url)
            ? "is plain http, which would show the token to everybody on the way; write https in"
                + " --api-url or TRAVIS_API_URL, or unset TRAVIS_TOKEN"
            : "redirects to plain http ("
                + shown.text(Question.bare(url))
                + "), which is not followed when there is a token; unset TRAVIS_TOKEN if all that"
                + " is asked for is public";
    return new UnusableException(
        unavailable(
            ProblemType.TOKEN_REFUSED,
            Hope.NONE,
            Optional.empty(),
            Question.bare(asked) + ": " + where));
  }
}
