package io.github.logcov.collect;

import io.github.logcov.log.Job;
import io.github.logcov.payload.Payload;
import io.github.logcov.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What one job's log held. Closing it gives up the bytes of its payloads.
 *
 * @param job the job
 * @param requirement what it owes
 * @param payloads its whole payloads in the order of the log, each file once
 * @param refused its frames that became no payload
 * @param closed whether Travis' own closing line stands at the end of the log
 * @param termination what the CI said when it ended the job before its time; empty when it did not
 * @param problems what was wrong with its state, its log and its reports
 * @param bytes what the payloads are read from
 */
public record Delivery(
    Job job,
    Requirement requirement,
    List<Payload> payloads,
    List<RefusedFrame> refused,
    boolean closed,
    Optional<String> termination,
    List<Problem> problems,
    Closeable bytes)
    implements Closeable {

  /** Copies the lists. */
  public Delivery {
    payloads = List.copyOf(payloads);
    refused = List.copyOf(refused);
    problems = List.copyOf(problems);
  }

  /** One of whose log no more is known. */
  public Delivery(
      Job job,
      Requirement requirement,
      List<Payload> payloads,
      Optional<String> termination,
      List<Problem> problems,
      Closeable bytes) {
    this(job, requirement, payloads, List.of(), false, termination, problems, bytes);
  }

  /** The problems as they are for who needs every file, those that are no reports too. */
  public List<Problem> problemsOfFiles() {
    return problems.stream()
        .map(
            problem ->
                refused.stream()
                    .filter(frame -> frame.forReports().equals(problem))
                    .findFirst()
                    .map(RefusedFrame::forFiles)
                    .orElse(problem))
        .toList();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
