package io.github.logcov.log;

import java.io.Closeable;
import java.io.InputStream;

/**
 * A build on a CI, some of whose jobs may still run. Every call is one attempt; whether and when to
 * ask again is the caller's to decide. May be used by several threads at once.
 */
public interface LiveBuild extends Closeable {

  /**
   * Asks for the jobs that matter here, and how they stand now.
   *
   * @throws UnavailableException when there was no usable answer
   */
  Siblings siblings() throws UnavailableException;

  /**
   * Opens the log of one of the {@link #siblings()} as it stands now; the caller closes it.
   *
   * @return the raw bytes, at least one; reading them throws an {@link java.io.IOException} when
   *     the connection fails or the body was cut
   * @throws LogAbsentException when the CI has no text for this job, or not yet
   * @throws UnavailableException when there was no usable answer
   */
  InputStream openLog(Job job) throws LogAbsentException, UnavailableException;

  /** Ends every call under way, in whatever thread; calls made later fail. */
  @Override
  void close();
}
