package io.github.logcov.extract;

/** How many bytes all files together may have. Not thread-safe. */
final class Room {
  private final long bytes;
  private long left;

  Room(long bytes) {
    this.bytes = bytes;
    this.left = bytes;
  }

  /** In all. */
  long bytes() {
    return bytes;
  }

  /** Takes so many, unless that is more than there are; then a smaller file may still find room. */
  boolean take(long count) {
    if (count > left) {
      return false;
    }
    left -= count;
    return true;
  }
}
