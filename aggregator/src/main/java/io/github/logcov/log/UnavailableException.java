package io.github.logcov.log;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** The CI gave no usable answer. */
public final class UnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether it is worth asking again. */
  public enum Hope {
    /** The same question will get the same answer. */
    NONE,
    /** It may pass: a fault of the server or of the network. */
    SOON,
    /** Too many requests from this address; every request should pause. */
    THROTTLED
  }

  private final transient ProblemType type;
  private final Hope hope;
  private final transient Optional<Duration> retryAfter;

  /**
   * @param type of the problem that this is when nobody asks again
   * @param message what was asked, what came back, what to do; fit to be shown
   * @param retryAfter how long the server asks to be left alone
   */
  public UnavailableException(
      ProblemType type, Hope hope, Optional<Duration> retryAfter, String message) {
    super(message);
    this.type = type;
    this.hope = hope;
    this.retryAfter = retryAfter;
  }

  /** Whether it is worth asking again. */
  public Hope hope() {
    return hope;
  }

  /** How long the server asks to be left alone; empty when it does not say. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** What is reported when nobody asks again. */
  public Problem problem(Origin origin) {
    return Problem.error(type, origin, String.valueOf(getMessage()));
  }
}
