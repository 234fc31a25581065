package io.github.logcov.log.travis;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.Moshi;
import io.github.logcov.log.LogAbsentException;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.log.UnavailableException.Hope;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Asks one question, once, and returns what was asked for or says why there is none. */
final class TravisClient {
  /**
   * A job takes 2 kB without its configuration; with one that is generous, a build of thousands has
   * room.
   */
  static final long MAX_JSON_BYTES = 64L << 20;

  /**
   * OkHttp warns on standard error of what is no business of a user. Held, since the level of a
   * logger that nobody holds is forgotten.
   */
  private static final Logger QUIET = Logger.getLogger("okhttp3");

  static {
    QUIET.setLevel(Level.OFF);
  }

  private final TravisSettings settings;
  private final Failures failures;
  private final Refusals refusals;
  private final OkHttpClient http;
  private final TravisApi api;
  private final Set<Call<?>> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  TravisClient(TravisSettings settings, long maxJsonBytes) {
    this.settings = settings;
    this.failures = new Failures(new Shown(settings.token()), settings.timeouts());
    this.refusals = new Refusals(failures);
    this.http =
        new OkHttpClient.Builder()
            .connectTimeout(settings.timeouts().connect())
            .readTimeout(settings.timeouts().read())
            .followRedirects(false)
            .followSslRedirects(false)
            .addInterceptor(new Travel(settings, failures, maxJsonBytes))
            .addNetworkInterceptor(new RetryAfter())
            .build();
    Moshi moshi =
        new Moshi.Builder()
            .add(JobList.class, new JobListAdapter(failures.shown()))
            .add(StageList.class, new StageListAdapter(failures.shown()))
            .build();
    this.api =
        new Retrofit.Builder()
            .baseUrl(settings.api().base())
            .client(http)
            .addConverterFactory(MoshiConverterFactory.create(moshi))
            .build()
            .create(TravisApi.class);
  }

  /** What every text of an answer passes. */
  Shown shown() {
    return failures.shown();
  }

  JobList jobs(boolean withConfig) throws UnavailableException {
    return list(
        api.jobs(settings.buildId(), withConfig ? "job.config" : null),
        "the jobs of build " + settings.buildId());
  }

  StageList stages() throws UnavailableException {
    return list(api.stages(settings.buildId()), "the stages of build " + settings.buildId());
  }

  /** An answer about jobs, each right by itself, that makes no sense as a whole. */
  UnavailableException odd(String complaint, Hope hope) {
    HttpUrl url = api.jobs(settings.buildId(), null).request().url();
    return failures.odd(
        new Question(url, "the jobs of build " + settings.buildId()), url, complaint, hope);
  }

  private <T> T list(Call<T> call, String expected) throws UnavailableException {
    Question question = new Question(call.request().url(), expected);
    Duration whole = settings.timeouts().list();
    begin(call, question, whole);
    try {
      Response<T> response = execute(call, question, whole);
      HttpUrl last = response.raw().request().url();
      if (!response.isSuccessful()) {
        throw refusals.of(question, response.raw(), body(response));
      }
      @Nullable T answer = response.body();
      if (answer == null) {
        throw failures.odd(question, last, "it is empty");
      }
      return answer;
    } finally {
      underWay.remove(call);
    }
  }

  /** The log of a job, with at least one byte; the caller closes it. */
  InputStream log(String id, String number) throws LogAbsentException, UnavailableException {
    Call<ResponseBody> call = api.log(id);
    Question question = new Question(call.request().url(), "the log of job " + number);
    Duration whole = settings.timeouts().log();
    begin(call, question, whole);
    boolean handedOut = false;
    try {
      Response<ResponseBody> response = execute(call, question, whole);
      InputStream log = log(response, question, call, whole);
      handedOut = true;
      return log;
    } finally {
      if (!handedOut) {
        underWay.remove(call);
        call.cancel();
      }
    }
  }

  private InputStream log(
      Response<ResponseBody> response, Question question, Call<?> call, Duration whole)
      throws LogAbsentException, UnavailableException {
    if (response.code() == 404) {
      throw refusals.absent(question, response.raw(), body(response));
    }
    if (!response.isSuccessful()) {
      throw refusals.of(question, response.raw(), body(response));
    }
    @Nullable ResponseBody body = response.body();
    if (body == null) {
      throw new LogAbsentException(false, "is empty");
    }
    HttpUrl last = response.raw().request().url();
    try {
      LogHead.check(body.source(), question, last, failures);
    } catch (IOException e) {
      throw closed ? failures.closed(question) : failures.unreachable(question, last, e, whole);
    }
    return new LogStream(
        body.byteStream(),
        failure -> failures.words(failure, last, whole),
        () -> underWay.remove(call));
  }

  private void begin(Call<?> call, Question question, Duration whole) throws UnavailableException {
    call.timeout().timeout(whole.toMillis(), TimeUnit.MILLISECONDS);
    underWay.add(call);
    if (closed) {
      underWay.remove(call);
      throw failures.closed(question);
    }
  }

  private <T> Response<T> execute(Call<T> call, Question question, Duration whole)
      throws UnavailableException {
    try {
      return call.execute();
    } catch (UnusableException e) {
      throw e.unavailable();
    } catch (BoundedBody.TooLargeException e) {
      throw failures.tooLarge(question, e.maxBytes());
    } catch (JsonDataException e) {
      throw failures.odd(question, question.url(), String.valueOf(e.getMessage()));
    } catch (JsonEncodingException e) {
      // What is wrong inside the object is told by its adapter.
      throw failures.odd(question, question.url(), "there is more behind the end of its JSON");
    } catch (EOFException e) {
      throw failures.odd(question, question.url(), "it is empty or ends too early");
    } catch (IOException e) {
      throw unreachable(question, e, whole);
    }
  }

  private UnavailableException unreachable(Question question, IOException cause, Duration whole) {
    return closed ? failures.closed(question) : failures.unreachable(question, cause, whole);
  }

  /** The beginning of an error's body, which is in memory already. */
  private static String body(Response<?> response) {
    try (ResponseBody body = response.errorBody()) {
      return body == null ? "" : body.string();
    } catch (IOException e) {
      return "";
    }
  }

  /** Ends every call under way; calls made later fail. */
  void close() {
    closed = true;
    underWay.forEach(Call::cancel);
    http.connectionPool().evictAll();
  }
}
