package io.github.logcov.jobvalue;

import io.github.logcov.log.Job;
import io.github.logcov.model.SourcePath;
import java.util.List;

/**
 * Covered lines of one file that hang on few jobs.
 *
 * @param path the file
 * @param jobs all that ran these lines, in job order
 * @param lines ascending, at least one; not to be changed
 */
public record FragileLines(SourcePath path, List<Job> jobs, int[] lines) {
  /** Copies the list. */
  public FragileLines {
    jobs = List.copyOf(jobs);
  }
}
