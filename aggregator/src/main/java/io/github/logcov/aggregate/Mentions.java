package io.github.logcov.aggregate;

import io.github.logcov.log.JobNumber;
import io.github.logcov.problem.Origin;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** The jobs whose reports name a file: what is said of the file is said once, not once per job. */
final class Mentions {
  private final Set<String> jobs = new HashSet<>();
  private boolean required;

  /** One job. */
  static Mentions of(String job, boolean mustPass) {
    Mentions mentions = new Mentions();
    mentions.add(job, mustPass);
    return mentions;
  }

  void add(Mentions others) {
    jobs.addAll(others.jobs);
    required |= others.required;
  }

  void add(String job, boolean mustPass) {
    jobs.add(job);
    required |= mustPass;
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
    return Collections.min(jobs, JobNumber.ORDER);
  }

  /** {@code job 8.1}, or {@code 3 jobs}. */
  @Override
  public String toString() {
    return jobs.size() == 1 ? "job " + first() : jobs.size() + " jobs";
  }
}
