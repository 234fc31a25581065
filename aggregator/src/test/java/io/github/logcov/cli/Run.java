package io.github.logcov.cli;

/** How one run of the command line ended, and what it printed. */
record Run(int status, String out, String err) {
  /** The last line of standard output, which is the verdict. */
  String verdict() {
    return out.stripTrailing().lines().reduce((first, second) -> second).orElse("");
  }

  /** The error stream with paragraphs on one line each. */
  String problems() {
    return err.replace("\n  ", " ");
  }

  /** What both streams show. */
  String all() {
    return out + err;
  }
}
