package io.github.logcov.log.travis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.log.UnavailableException;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.ProblemType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a failure of the network is called. */
class FailuresTest {

  private static Stream<Arguments> failures() {
    String untrusted = "no trusted TLS connection to travis.example (";
    String tls =
        "no trusted TLS connection to travis.example (a certificate, the clock of this machine, or"
            + " a proxy between)";
    String broken = "the connection broke off, or the answer is damaged";
    return Stream.of(
        Arguments.of(
            new UnknownHostException("x"), "the host travis.example is not known here (DNS)"),
        Arguments.of(
            new SocketTimeoutException("x"),
            "no answer in time: 10 s to connect, 30 s between two pieces"),
        Arguments.of(new InterruptedIOException("x"), "no whole answer within 60 s"),
        Arguments.of(
            new NoRouteToHostException("x"), "there is no way to travis.example from here"),
        Arguments.of(
            new ConnectException("x"),
            "no connection to port 443 of travis.example, which is closed"),
        Arguments.of(new SSLHandshakeException("x"), tls),
        Arguments.of(
            new SSLPeerUnverifiedException("x"),
            untrusted
                + "its certificate is for another host: look at --api-url and TRAVIS_API_URL)"),
        Arguments.of(
            caused(new CertificateExpiredException("x")),
            untrusted + "its certificate has expired, or the clock of this machine is fast)"),
        Arguments.of(
            caused(new CertificateNotYetValidException("x")),
            untrusted + "its certificate is not valid yet, or the clock of this machine is slow)"),
        Arguments.of(
            caused(new CertPathBuilderException("x")),
            untrusted
                + "nobody whom Java trusts signed its certificate; name a store that has the signer"
                + " with LOGCOV_JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE)"),
        Arguments.of(new SocketException("Connection reset"), broken),
        Arguments.of(new ProtocolException("x"), broken),
        Arguments.of(new EOFException("x"), broken),
        Arguments.of(new IOException("unexpected end of stream"), broken),
        Arguments.of(
            new IOException("unexpected end of stream", new EOFException("x")),
            "the connection broke off, or the headers of the answer have more than 262144 bytes"));
  }

  /** As TLS wraps it. */
  private static IOException caused(Exception cause) {
    SSLHandshakeException failed = new SSLHandshakeException("x");
    failed.initCause(new IOException(cause));
    return failed;
  }

  @ParameterizedTest
  @MethodSource("failures")
  void areToldInWordsOfPeople(IOException cause, String words) {
    HttpUrl url = HttpUrl.get("https://travis.example/api/build/1/jobs?include=job.config");
    Failures failures = new Failures(new Shown(Optional.empty()), TravisTimeouts.DEFAULT);

    UnavailableException told =
        failures.unreachable(
            new Question(url, "the jobs of build 1"), cause, Duration.ofSeconds(60));

    assertThat(told)
        .hasMessage(
            "https://travis.example/api/build/1/jobs: "
                + words
                + "; check the network, and whether Travis is up"
                + " (https://www.traviscistatus.com)")
        .hasCause(cause);
    // A certificate is no better a second later; everything else may be.
    assertThat(told.hope())
        .isEqualTo(
            words.contains("its certificate")
                ? UnavailableException.Hope.NONE
                : UnavailableException.Hope.SOON);
    assertThat(told.problem(Origin.NOWHERE).type()).isEqualTo(ProblemType.TRAVIS_UNREACHABLE);
  }
}
