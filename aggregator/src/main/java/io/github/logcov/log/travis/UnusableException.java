package io.github.logcov.log.travis;

import io.github.logcov.log.UnavailableException;
import java.io.IOException;

/** Carries what is wrong with an answer through OkHttp, which passes on nothing but this kind. */
final class UnusableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final UnavailableException unavailable;

  UnusableException(UnavailableException unavailable) {
    super(unavailable.getMessage(), unavailable);
    this.unavailable = unavailable;
  }

  UnavailableException unavailable() {
    return unavailable;
  }
}
