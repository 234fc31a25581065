package io.github.logcov.cli;

import io.github.logcov.collect.JobReader;
import io.github.logcov.frame.FrameLimits;
import io.github.logcov.frame.Scratch;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.payload.PayloadLimits;

/**
 * Makes readers of logs, all with the same bounds and one scratch.
 *
 * @param frames bounds of frames
 * @param payloads bounds of payloads
 * @param scratch where encoded bytes wait
 */
record JobReaders(FrameLimits frames, PayloadLimits payloads, Scratch scratch) {
  /**
   * Compressed payloads wait in memory up to this many bytes, all jobs together, and on disk
   * beyond.
   */
  private static final long SCRATCH_MEMORY = 32L << 20;

  /** Readers with the bounds that the options set. */
  static JobReaders of(LimitOptions limits) {
    return new JobReaders(
        FrameLimits.defaults().withMaxPayloads(limits.maxPayloads).withMaxPathBytes(limits.maxPath),
        new PayloadLimits(limits.maxReportBytes),
        Scratch.inMemory(SCRATCH_MEMORY, new FileScratch()));
  }

  /** A reader for the jobs of a build. */
  JobReader of(BuildInfo build) {
    return new JobReader(build, frames, payloads, scratch);
  }
}
