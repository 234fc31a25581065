package io.github.logcov.format;

import io.github.logcov.model.FileFacts;
import java.util.List;
import java.util.Map;

/**
 * One report, read.
 *
 * @param sourceRoots the report's own roots ({@code <source>}), as written, in its order; empty
 *     when it has none
 * @param files path as written in the report -> facts; sorted by path
 * @param warnings oddities that do not make the report unreadable: {@code place} (such as {@code
 *     17}) and text
 */
public record Report(
    List<String> sourceRoots, Map<String, FileFacts> files, List<Warning> warnings) {
  /** An oddity: where in the report, and what. */
  public record Warning(String place, String text) {}
}
