package io.github.logcov.format;

import io.github.logcov.model.FileFacts;
import io.github.logcov.model.PathNaming;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One report, read.
 *
 * @param sourceRoots the report's own roots ({@code <source>}), as written, in its order; empty
 *     when it has none
 * @param files path as written in the report -> facts; sorted by path
 * @param warnings oddities that do not make the report unreadable: {@code place} (such as {@code
 *     17}) and text
 * @param unread what the report measured and cannot give; another report of the same job may have
 *     it
 * @param naming what the paths say
 */
public record Report(
    List<String> sourceRoots,
    Map<String, FileFacts> files,
    List<Warning> warnings,
    List<Unread> unread,
    PathNaming naming) {

  /** Copies what it is given. */
  public Report {
    sourceRoots = List.copyOf(sourceRoots);
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    warnings = List.copyOf(warnings);
    unread = List.copyOf(unread);
  }

  /** A report that gives all that it measured. */
  public Report(List<String> sourceRoots, Map<String, FileFacts> files, List<Warning> warnings) {
    this(sourceRoots, files, warnings, List.of(), PathNaming.FILES);
  }

  /**
   * Something that was measured and is lost: in which source file, by the path that reports write,
   * and what, for a message.
   */
  public record Unread(String path, String what) {}

  /** An oddity: where in the report, and what. */
  public record Warning(String place, String text) {}
}
