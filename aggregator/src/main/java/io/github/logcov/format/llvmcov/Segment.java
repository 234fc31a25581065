package io.github.logcov.format.llvmcov;

/**
 * What holds from one place of a source to the next segment.
 *
 * @param count how often the code ran
 * @param hasCount whether that is known; it is not in skipped code and between functions
 * @param isEntry whether a region begins here, rather than goes on behind another
 * @param isGap whether it is the space between two statements
 */
record Segment(long count, boolean hasCount, boolean isEntry, boolean isGap) {
  boolean startsRegion() {
    return !isGap && hasCount && isEntry;
  }
}
