package io.github.logcov.log.travis;

import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * How long a server asks to be left alone. By itself OkHttp would look at the header too, and ask
 * again at once when it says 0 (and after each 408, see its {@code RetryAndFollowUpInterceptor}).
 * As a network interceptor this keeps the header from it: a call is one attempt.
 */
final class RetryAfter implements Interceptor {
  private static final String TOLD = "Retry-After";
  private static final String KEPT = "Logcov-Retry-After";
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() < 400) {
      return response;
    }
    // OkHttp takes any character from a server, and fails on setting a header to some of them.
    String told =
        Optional.ofNullable(response.header(TOLD))
            .filter(value -> value.chars().allMatch(each -> each >= ' ' && each < 0x7f))
            .orElse("");
    return response.newBuilder().header(KEPT, told).header(TOLD, "1").build();
  }

  /**
   * Reads seconds, or a time as against the server's own clock; empty when there is neither.
   *
   * @param headers of an answer that came through this
   */
  static Optional<Duration> of(Headers headers) {
    String told = Optional.ofNullable(headers.get(KEPT)).orElse("").strip();
    if (SECONDS.matcher(told).matches()) {
      return Optional.of(Duration.ofSeconds(Integer.parseInt(told)));
    }
    Date then = headers.getDate(KEPT);
    Date now = headers.getDate("Date");
    if (then == null || now == null) {
      return Optional.empty();
    }
    long millis = Math.max(0, then.getTime() - now.getTime());
    return Optional.of(Duration.ofMillis(millis));
  }
}
