package io.github.logcov.verdict;

/** What a threshold is about. */
public enum Metric {
  /** Statement lines. */
  LINE("line", "lines"),
  /** Arms; their lower bound where formats only count. */
  BRANCH("branch", "branches"),
  /** Lines and arms together, coverage.py's total. */
  COMBINED("combined", "lines and branches"),
  /** Statement lines of each file. */
  FILE_LINE("file-line", "lines of each file"),
  /** Statement lines that nobody ran; this one is a maximum. */
  MISSED_LINES("missed-lines", "missed lines");

  private final String word;
  private final String plural;

  Metric(String word, String plural) {
    this.word = word;
    this.plural = plural;
  }

  /** The word of JSON, such as {@code file-line}. */
  public String word() {
    return word;
  }

  /** The words of a sentence, such as {@code lines}. */
  String plural() {
    return plural;
  }
}
