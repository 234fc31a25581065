package io.github.logcov.collect;

import io.github.logcov.log.Job;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Is told how a {@link Watch} goes on, always on the thread that watches. Texts come from the CI
 * and from logs as they are.
 */
public interface WatchListener {
  /** Hears nothing. */
  WatchListener NONE =
      new WatchListener() {
        @Override
        public Duration pulse() {
          return Duration.ofHours(1);
        }
      };

  /**
   * The longest time without a word: when so long nothing was told, {@link #stillWaiting} is. More
   * than 0.
   */
  Duration pulse();

  /** These jobs are looked at from now on; said once, first of all but {@link #retrying}. */
  default void waitingFor(List<Job> jobs) {}

  /** A job's state changed to what it is here. */
  default void stateChanged(Job job) {}

  /**
   * A log was read, or is not there, and that is news.
   *
   * @param found such as {@code 1 whole payload} or {@code its log is empty}
   * @param complete whether the job is done with
   */
  default void logRead(Job job, String found, boolean complete) {}

  /** A job was started again after it was over; what it delivered is dropped. */
  default void restarted(Job job) {}

  /**
   * A request failed and will be made again.
   *
   * @param job whose log was asked for; empty for the list of jobs
   * @param fault what came back
   * @param pause until the next attempt
   */
  default void retrying(Optional<Job> job, String fault, Duration pause) {}

  /** The CI wants fewer requests, so there will be none for so long. */
  default void throttled(Duration pause) {}

  /** Nothing happened for a while. */
  default void stillWaiting(Progress progress) {}

  /** Nothing more will be told. */
  default void ended() {}

  /**
   * How far it is.
   *
   * @param elapsed since the watch began
   * @param done jobs that are done with
   * @param all jobs that are looked at; 0 before the first list came
   * @param open the others
   * @param trouble the last fault that is not overcome
   */
  record Progress(Duration elapsed, int done, int all, List<Open> open, Optional<String> trouble) {
    /** Copies the list. */
    public Progress {
      open = List.copyOf(open);
    }
  }

  /**
   * A job that is not done with.
   *
   * @param job the job
   * @param why such as {@code started} or {@code its log is empty}
   */
  record Open(Job job, String why) {}
}
