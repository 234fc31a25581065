package io.github.logcov.format;

/** A report means nothing without what an option of the command line would give. */
public final class OptionMissingException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the option, such as {@code --classes}. */
  public OptionMissingException(String option) {
    super(option + " is not given");
  }
}
