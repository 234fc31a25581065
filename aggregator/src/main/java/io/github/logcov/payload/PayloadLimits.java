package io.github.logcov.payload;

/**
 * Bounds on what a payload may unpack to.
 *
 * @param maxReportBytes decoded bytes of one payload
 */
public record PayloadLimits(long maxReportBytes) {

  /** 512 MiB. */
  public static final PayloadLimits DEFAULT = new PayloadLimits(512L << 20);
}
