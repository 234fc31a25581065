package io.github.logcov.aggregate;

import io.github.logcov.glob.PathGlob;
import io.github.logcov.model.SourcePath;
import java.util.List;

/**
 * What of the reports counts.
 *
 * @param flags reports emitted with one of these; all when empty
 * @param includes repository paths that match one of these; all when empty
 * @param excludes repository paths that match one of these do not count
 */
public record Scope(List<String> flags, List<PathGlob> includes, List<PathGlob> excludes) {

  /** Whether a report with these flags counts. */
  boolean takesFlags(List<String> given) {
    return flags.isEmpty() || given.stream().anyMatch(flags::contains);
  }

  /** Whether a source file counts. */
  boolean takes(SourcePath path) {
    return (includes.isEmpty() || includes.stream().anyMatch(glob -> glob.matches(path.value())))
        && !excludes(path);
  }

  /** Whether somebody said of this very file that it does not count. */
  boolean excludes(SourcePath path) {
    return excludes.stream().anyMatch(glob -> glob.matches(path.value()));
  }
}
