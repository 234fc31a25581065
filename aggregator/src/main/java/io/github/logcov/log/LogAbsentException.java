package io.github.logcov.log;

/** The CI has no text of a job's log, or not yet. */
public final class LogAbsentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean lasting;

  /**
   * @param lasting whether it is known that there never will be one, as when somebody removed it
   * @param message completes "its log ...", such as {@code is empty}; fit to be shown
   */
  public LogAbsentException(boolean lasting, String message) {
    super(message);
    this.lasting = lasting;
  }

  /** Whether there never will be one. */
  public boolean lasting() {
    return lasting;
  }
}
