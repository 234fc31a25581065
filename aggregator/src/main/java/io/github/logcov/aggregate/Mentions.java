package io.github.logcov.aggregate;

import io.github.logcov.log.JobNumber;
import io.github.logcov.problem.Origin;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The jobs whose reports name a file: what is said of the file is said once, not once per job.
 * Immutable, one job on top of others, so that files which the same jobs name can share it.
 */
final class Mentions {
  /** As many jobs as processors that read them, and more. */
  private static final int LAST = 16;

  private final @Nullable Mentions others;
  private final String job;
  private final boolean required;

  private Mentions(@Nullable Mentions others, String job, boolean required) {
    this.others = others;
    this.job = job;
    this.required = required;
  }

  /** One job. */
  static Mentions of(String job, boolean mustPass) {
    return new Mentions(null, job, mustPass);
  }

  /** These and one job, which may be among them. */
  Mentions and(String another, boolean mustPass) {
    return isAmongLast(another) && (required || !mustPass)
        ? this
        : new Mentions(this, another, required || mustPass);
  }

  /** Reports of one job come together, but for those of jobs that are read at the same time. */
  private boolean isAmongLast(String another) {
    Mentions at = this;
    for (int i = 0; i < LAST && at != null; i++) {
      if (at.job.equals(another)) {
        return true;
      }
      at = at.others;
    }
    return false;
  }

  /** These and others. */
  Mentions and(Mentions more) {
    Mentions all = this;
    for (String each : more.jobs()) {
      all = all.and(each, more.required);
    }
    return all;
  }

  /** Whether a job that must pass is among them. */
  boolean required() {
    return required;
  }

  /** The first job stands for all. */
  Origin origin() {
    return Origin.ofJob(first());
  }

  private String first() {
    return Collections.min(jobs(), JobNumber.ORDER);
  }

  private Set<String> jobs() {
    Set<String> jobs = new HashSet<>();
    for (Mentions at = this; at != null; at = at.others) {
      jobs.add(at.job);
    }
    return jobs;
  }

  /** {@code job 8.1}, or {@code 3 jobs}. */
  @Override
  public String toString() {
    int count = jobs().size();
    return count == 1 ? "job " + first() : count + " jobs";
  }
}
