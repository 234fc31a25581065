package io.github.logcov.summary;

import io.github.logcov.model.SourcePath;
import java.util.List;

/** The texts of source files, for summaries that show them. */
public interface SourceTexts {
  /** There are none. */
  SourceTexts NONE = path -> new SourceText(List.of(), "there is no checkout (--root)");

  /** The text of one file; where there is none, a text without lines that says why. */
  SourceText of(SourcePath path);

  /**
   * A source file.
   *
   * @param lines without their ends
   * @param absence why there are no lines, as part of a sentence; empty where there are
   */
  record SourceText(List<String> lines, String absence) {
    /** Copies the list. */
    public SourceText {
      lines = List.copyOf(lines);
    }

    /** Whether there is a text. */
    public boolean isThere() {
      return absence.isEmpty();
    }
  }
}
