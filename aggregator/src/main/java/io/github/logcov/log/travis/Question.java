package io.github.logcov.log.travis;

import okhttp3.HttpUrl;

/**
 * What was asked, for messages.
 *
 * @param url that was asked first
 * @param expected such as {@code the jobs of build 42}
 */
record Question(HttpUrl url, String expected) {

  /** Where the answer came from, without a query: those of redirects may hold secrets. */
  String from(HttpUrl last) {
    return last.equals(url) ? bare(url) : bare(url) + " (redirected to " + bare(last) + ")";
  }

  /** An address without query and fragment. */
  static String bare(HttpUrl url) {
    return url.newBuilder().query(null).fragment(null).build().toString();
  }
}
