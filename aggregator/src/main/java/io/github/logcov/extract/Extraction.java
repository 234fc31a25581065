package io.github.logcov.extract;

import io.github.logcov.collect.Delivery;
import io.github.logcov.collect.DeliverySink;
import io.github.logcov.log.JobNumber;
import io.github.logcov.payload.ScratchFailedException;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Keeps what the jobs delivered until all of them are final, since a job may be restarted, and then
 * writes their files. Which of two files of one name comes first does not depend on which log was
 * read first.
 */
public final class Extraction implements DeliverySink, Closeable {
  /**
   * Bytes of all files together: a log of some kB may hold a thousand payloads that unpack to half
   * a GiB each.
   */
  private static final long MAX_BYTES = 16L << 30;

  private final long maxBytes;
  private final ConcurrentSkipListMap<String, Delivery> deliveries =
      new ConcurrentSkipListMap<>(JobNumber.ORDER);

  /** With no job yet. */
  public Extraction() {
    this(MAX_BYTES);
  }

  Extraction(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public void accept(Delivery delivery) {
    deliveries.put(delivery.job().number(), delivery);
  }

  @Override
  public void withdrawn(String jobNumber) {
    Delivery delivery = deliveries.remove(jobNumber);
    if (delivery != null) {
      close(delivery);
    }
  }

  /**
   * Writes every whole file of every job, and forgets the jobs.
   *
   * @throws IOException when the target cannot be written
   */
  public Extracted into(FileTarget target) throws IOException {
    List<ExtractedFile> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Room room = new Room(maxBytes);
    while (!deliveries.isEmpty()) {
      JobFiles job = new JobFiles(deliveries.firstEntry().getValue(), room);
      job.writeTo(target);
      files.addAll(job.files());
      problems.addAll(job.problems());
      // Its bytes are not needed any more, and must not be given up twice.
      withdrawn(deliveries.firstKey());
    }
    if (files.isEmpty()) {
      problems.add(
          Problem.error(
              ProblemType.FILES_MISSING,
              Origin.NOWHERE,
              "there is no whole file in any log that was read; emit some in the jobs (sh"
                  + " logcov-emit.sh coverage.xml)"));
    }
    return new Extracted(files, problems);
  }

  @Override
  public void close() {
    deliveries.values().forEach(Extraction::close);
  }

  private static void close(Delivery delivery) {
    try {
      delivery.close();
    } catch (IOException e) {
      throw new ScratchFailedException(e);
    }
  }
}
