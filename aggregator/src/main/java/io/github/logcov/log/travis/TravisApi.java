package io.github.logcov.log.travis;

import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.Streaming;

/**
 * The calls of API v3 that are made; see {@code lib/travis/api/v3/routes.rb} of travis-api. The API
 * knows the content type by the whole text of {@code Accept}: a list of types is JSON to it.
 */
interface TravisApi {
  String JSON = "application/json";

  /**
   * All jobs of a build in one answer, which has no pages.
   *
   * @param include {@code job.config} to be told the configurations too
   */
  @Headers("Accept: " + JSON)
  @GET("build/{build}/jobs")
  Call<JobList> jobs(@Path("build") String build, @Query("include") @Nullable String include);

  /** All stages of a build, in no order. */
  @Headers("Accept: " + JSON)
  @GET("build/{build}/stages")
  Call<StageList> stages(@Path("build") String build);

  /** The bare text of a log; {@code /log} alone would hold it twice. */
  @Streaming
  @Headers("Accept: text/plain")
  @GET("job/{job}/log.txt")
  Call<ResponseBody> log(@Path("job") String job);
}
