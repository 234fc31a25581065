package io.github.logcov.setup;

import java.util.List;

/**
 * One kind of project, and how its jobs make a report that logcov reads.
 *
 * @param name such as {@code Python}
 * @param file the file that it was recognised by; empty for none
 * @param advice what the tests need to measure: lines of a comment
 * @param commands what a job runs when its tests have passed: commands of sh, none with anything
 *     that a plain YAML text may not have ({@code ": "}, {@code " #"})
 */
public record ProjectKind(String name, String file, List<String> advice, List<String> commands) {
  /** Copies the lists. */
  public ProjectKind {
    advice = List.copyOf(advice);
    commands = List.copyOf(commands);
  }
}
