package io.github.logcov.frame;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the end of a log says about how the job ended. */
final class LogEnd {
  private static final String CLOSING = "Done. Your build exited with ";

  /**
   * Texts with which a CI says that it stopped taking output (three generations of Travis, and
   * GitLab).
   */
  private static final String[] SIZE_LIMIT = {
    "The job exceeded the maximum log length",
    "The log length has exceeded the limit of ",
    "Job's log exceeded limit of "
  };

  /** Other texts with which Travis ends a job. */
  private static final String[] OTHER = {
    "The job exceeded the maximum time limit for jobs",
    "No output has been received in the last ",
    "Done: Job Cancelled"
  };

  private static final int MAX_TEXT = 160;

  private final boolean closingLine;
  private final boolean sizeLimit;
  private final String termination;

  /** Looks at the last bytes of a log. */
  LogEnd(byte[] b, int from, int limit) {
    String tail = new String(b, from, limit - from, StandardCharsets.ISO_8859_1);
    int closing = tail.lastIndexOf(CLOSING);
    closingLine = closing >= 0 && tail.startsWith(".", pastDigits(tail, closing));
    String cut = lastOf(tail, SIZE_LIMIT);
    sizeLimit = cut != null;
    termination = sizeLimit ? cut : lastOf(tail, OTHER);
  }

  private static int pastDigits(String tail, int closing) {
    int i = closing + CLOSING.length();
    while (i < tail.length() && tail.charAt(i) >= '0' && tail.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private static String lastOf(String tail, String[] texts) {
    int best = -1;
    for (String text : texts) {
      best = Math.max(best, tail.lastIndexOf(text));
    }
    if (best < 0) {
      return null;
    }
    int end = best;
    while (end < tail.length()
        && end - best < MAX_TEXT
        && tail.charAt(end) >= ' '
        && tail.charAt(end) < 0x7f) {
      end++;
    }
    return tail.substring(best, end);
  }

  boolean hasClosingLine() {
    return closingLine;
  }

  /** Whether the CI stopped taking output because of the log's size. */
  boolean cutAtSizeLimit() {
    return sizeLimit;
  }

  Optional<String> termination() {
    return Optional.ofNullable(termination);
  }
}
