package io.github.logcov.source;

import io.github.logcov.model.PathNaming;
import java.util.List;
import java.util.Optional;

/**
 * What is known of where a report was written; it says what its paths are relative to.
 *
 * @param reportPath path of the report itself as the job printed it, relative to the build
 *     directory; may be empty
 * @param buildDirectory where the job had its checkout; empty when the header does not say
 * @param sourceRoots the report's own roots ({@code <source>}), as written
 * @param naming what its paths say
 */
public record ReportOrigin(
    String reportPath,
    Optional<String> buildDirectory,
    List<String> sourceRoots,
    PathNaming naming) {
  /** Copies the roots. */
  public ReportOrigin {
    sourceRoots = List.copyOf(sourceRoots);
  }

  /** Of a report whose paths name files. */
  public ReportOrigin(
      String reportPath, Optional<String> buildDirectory, List<String> sourceRoots) {
    this(reportPath, buildDirectory, sourceRoots, PathNaming.FILES);
  }
}
