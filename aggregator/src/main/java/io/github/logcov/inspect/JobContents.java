package io.github.logcov.inspect;

import io.github.logcov.log.Job;
import java.util.List;
import java.util.Optional;

/**
 * What is in one log.
 *
 * @param job the job it is of
 * @param closed whether Travis' own closing line stands at its end
 * @param termination the CI's words when it ended the job before its time
 * @param payloads in the order of the log
 */
public record JobContents(
    Job job, boolean closed, Optional<String> termination, List<PayloadContents> payloads) {
  /** Copies the list. */
  public JobContents {
    payloads = List.copyOf(payloads);
  }
}
