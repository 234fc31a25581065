package io.github.logcov.summary;

import io.github.logcov.aggregate.JobOutcome;
import java.util.ArrayList;
import java.util.List;

/** What there is to say of a job besides its figures. */
final class JobRemarks {
  private JobRemarks() {}

  /** Name, state where it is not {@code passed}, and what it owed; safe for a terminal. */
  static String of(JobOutcome job) {
    List<String> remarks = new ArrayList<>();
    job.job().name().ifPresent(name -> remarks.add(Printable.cut(name, 60)));
    job.job()
        .state()
        .filter(state -> !state.equals("passed"))
        .ifPresent(s -> remarks.add(Printable.cut(s, 20)));
    if (!job.requirement().mustPass()) {
      remarks.add("optional");
    }
    if (!job.requirement().expectsReport()) {
      remarks.add("measures nothing");
    }
    int repaired = job.payloads().stream().mapToInt(payload -> payload.repaired()).sum();
    if (repaired > 0) {
      remarks.add(repaired == 1 ? "1 line repaired" : repaired + " lines repaired");
    }
    return String.join(", ", remarks);
  }
}
