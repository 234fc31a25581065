package io.github.logcov.log.travis;

import java.util.List;

/** The answer to {@code GET /build/ID/jobs}: at least one job, each id and number once. */
record JobList(List<ApiJob> jobs) {
  JobList {
    jobs = List.copyOf(jobs);
  }
}
