package io.github.logcov.log;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import io.github.logcov.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A live build whose logs are kept in a directory while they are read, so that they can be judged
 * again without a network ({@link SavedLogs}).
 *
 * <p>The log of a job is kept as {@code NUMBER.log}, as it was when it was read to its end for the
 * last time. A directory that cannot be written does not disturb the reading: what happened is
 * {@link #fault}.
 */
public final class SavingBuild implements LiveBuild {
  private final LiveBuild build;
  private final SaveFolder folder;
  private final UnaryOperator<OutputStream> masking;

  private SavingBuild(LiveBuild build, SaveFolder folder, UnaryOperator<OutputStream> masking) {
    this.build = build;
    this.folder = folder;
    this.masking = masking;
  }

  /**
   * Makes the directory ready: it is made when it is not there, and the logs of an earlier run in
   * it are deleted. Where that cannot be done, nothing is kept, and {@link #fault} says why.
   *
   * @param directory absent, empty, or with the {@code build.json} of an earlier run
   * @param masking keeps what must not be told out of {@code build.json}; the logs stay as they are
   * @throws LogSourceException when it holds something else that a replay would read, or is no
   *     directory
   */
  public static SavingBuild of(LiveBuild build, Path directory, UnaryOperator<OutputStream> masking)
      throws LogSourceException {
    return new SavingBuild(build, SaveFolder.emptied(directory), masking);
  }

  @Override
  public Siblings siblings() throws UnavailableException {
    return build.siblings();
  }

  @Override
  public InputStream openLog(Job job) throws LogAbsentException, UnavailableException {
    InputStream log;
    try {
      log = build.openLog(job);
    } catch (LogAbsentException e) {
      forget(job);
      throw e;
    }
    if (folder.hasFailed()) {
      return log;
    }
    // Two reads of one job may overlap when the first was given up, so each has its own part.
    try {
      return new KeptLog(log, folder, SaveFolder.logName(job), folder.part(job.number()));
    } catch (IOException e) {
      folder.failed(e);
      return log;
    }
  }

  /** Whether there is a log of the job. */
  public boolean has(Job job) {
    return folder.has(SaveFolder.logName(job));
  }

  /** Deletes what was kept of a job, as it does not count. */
  public void forget(Job job) {
    folder.delete(SaveFolder.logName(job));
  }

  /** Writes {@code build.json}, in the place of an earlier one. */
  public void describe(BuildFile file) {
    if (folder.hasFailed()) {
      return;
    }
    Path part = folder.part("build");
    try {
      try (OutputStream out = masking.apply(Files.newOutputStream(part, CREATE_NEW))) {
        file.write(out);
      }
      folder.keep(part, BuildFile.NAME);
    } catch (IOException e) {
      folder.failed(e);
    }
  }

  /** Removes what is half written, since nobody will write the rest. */
  public void abandon() {
    folder.abandon();
  }

  /** What kept the logs from being saved; empty when all is well. */
  public Optional<Problem> fault() {
    return folder.fault();
  }

  @Override
  public void close() {
    build.close();
  }
}
