package io.github.logcov.encoder;

import java.io.IOException;

/** Nothing can be written now, but perhaps later: a non-blocking output is full. */
final class WouldBlockException extends IOException {
  private static final long serialVersionUID = 1;

  WouldBlockException() {
    super("the output takes nothing more");
  }
}
