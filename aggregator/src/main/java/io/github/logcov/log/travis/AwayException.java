package io.github.logcov.log.travis;

import java.io.IOException;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Says that a connection failed elsewhere than where was asked first: where a redirect led. */
final class AwayException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient HttpUrl url;
  private final IOException fault;

  AwayException(HttpUrl url, IOException fault) {
    super(fault.getMessage(), fault);
    this.url = url;
    this.fault = fault;
  }

  /** The one that is, or lies behind, this exception. */
  static Optional<AwayException> in(IOException fault) {
    for (@Nullable Throwable each = fault; each != null; each = each.getCause()) {
      if (each instanceof AwayException away) {
        return Optional.of(away);
      }
    }
    return Optional.empty();
  }

  /** Where it failed. */
  HttpUrl url() {
    return url;
  }

  /** What failed there. */
  IOException fault() {
    return fault;
  }
}
