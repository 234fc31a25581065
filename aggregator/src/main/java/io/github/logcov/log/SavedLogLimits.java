package io.github.logcov.log;

/**
 * Bounds on what saved logs may cost; the logs themselves may be of any size, since they are
 * streamed.
 *
 * @param maxEntries files in one directory or archive
 * @param maxSpoolBytes what the logs of one tar archive may take on disk, unpacked: a tar can only
 *     be read from its beginning, so its logs are laid out in a temporary file
 * @param maxBuildFileBytes size of {@code build.json}
 */
public record SavedLogLimits(int maxEntries, long maxSpoolBytes, int maxBuildFileBytes) {

  /** 100,000 entries, 16 GiB (4,000 logs of the size at which Travis stops a job), and 16 MiB. */
  public static final SavedLogLimits DEFAULT = new SavedLogLimits(100_000, 16L << 30, 16 << 20);
}
