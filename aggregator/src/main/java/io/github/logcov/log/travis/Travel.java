package io.github.logcov.log.travis;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The way of a request: what is sent to whom, and where redirects lead. OkHttp's own following of
 * redirects knows neither that the token belongs to one scheme, host and port, nor a bound of our
 * choice.
 */
final class Travel implements Interceptor {
  private static final int MAX_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS =
      Set.of(
          HttpURLConnection.HTTP_MOVED_PERM,
          HttpURLConnection.HTTP_MOVED_TEMP,
          HttpURLConnection.HTTP_SEE_OTHER,
          307,
          308);

  /** Of a body that tells of an error; the rest is not read. */
  private static final long MAX_ERROR_BYTES = 4096;

  private final TravisSettings settings;
  private final Failures failures;
  private final long maxJsonBytes;

  /**
   * @param maxJsonBytes longest answer in JSON, unpacked
   */
  Travel(TravisSettings settings, Failures failures, long maxJsonBytes) {
    this.settings = settings;
    this.failures = failures;
    this.maxJsonBytes = maxJsonBytes;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request asked = chain.request();
    HttpUrl url = asked.url();
    refuseOpen(url, asked.url());
    for (int redirects = 0; ; redirects++) {
      Response response;
      try {
        response = send(chain, dressed(asked, url));
      } catch (IOException e) {
        throw redirects == 0 ? e : new AwayException(url, e);
      }
      if (!REDIRECTS.contains(response.code())) {
        return bounded(response, asked);
      }
      String location = Optional.ofNullable(response.header("Location")).orElse("");
      HttpUrl next = location.isEmpty() ? null : url.resolve(location);
      response.close();
      if (next == null) {
        throw failures.strayRedirect(asked.url(), location);
      }
      if (redirects == MAX_REDIRECTS) {
        throw failures.tooManyRedirects(asked.url(), MAX_REDIRECTS, next);
      }
      url = next.newBuilder().username("").password("").fragment(null).build();
      refuseOpen(url, asked.url());
    }
  }

  /** A token is for nobody on the way; this machine has no way. */
  private void refuseOpen(HttpUrl url, HttpUrl asked) throws IOException {
    if (settings.token().isPresent() && !url.isHttps() && !isLoopback(url.host())) {
      throw failures.openToken(asked, url);
    }
  }

  /** By the text alone: what a name stands for may change from one look-up to the next. */
  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");
  }

  private Request dressed(Request asked, HttpUrl url) {
    Request.Builder request =
        asked
            .newBuilder()
            .url(url)
            .header("User-Agent", settings.userAgent())
            .header("Travis-API-Version", "3");
    if (settings.api().isOrigin(url)) {
      settings.token().ifPresent(token -> request.header("Authorization", token.authorization()));
    }
    return request.build();
  }

  private Response send(Chain chain, Request request) throws IOException {
    HttpUrl url = request.url();
    HttpUrl told = url.equals(chain.request().url()) ? url : HttpUrl.get(Question.bare(url));
    String line = request.method() + " " + told + " ";
    try {
      Response response = chain.proceed(request);
      settings.log().accept(failures.shown().message(line + response.code()));
      return response;
    } catch (IOException e) {
      settings
          .log()
          .accept(
              failures.shown().message(line + failures.words(e, url, settings.timeouts().list())));
      throw e;
    }
  }

  private Response bounded(Response response, Request asked) throws IOException {
    if (!response.isSuccessful()) {
      try (response) {
        ResponseBody head = response.peekBody(MAX_ERROR_BYTES);
        return response.newBuilder().body(head).build();
      }
    }
    if (!TravisApi.JSON.equals(asked.header("Accept"))) {
      return response;
    }
    return response.newBuilder().body(BoundedBody.of(response.body(), maxJsonBytes)).build();
  }
}
