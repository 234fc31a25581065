package io.github.logcov.summary;

import io.github.logcov.frame.FrameHeader;
import io.github.logcov.inspect.Contents;
import io.github.logcov.inspect.JobContents;
import io.github.logcov.log.BuildInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the headers of payloads say of build and job, as far as it is not known otherwise: what all
 * of them say is said once.
 *
 * @param build id of the build, known or said by all
 * @param commit its commit, known or said by all
 * @param said what is only said
 */
record HeaderFacts(Optional<String> build, Optional<String> commit, List<String> said) {

  static HeaderFacts of(Contents contents) {
    List<String> said = new ArrayList<>();
    Optional<String> build =
        known(contents, BuildInfo::id)
            .or(() -> common(contents, "build", FrameHeader::buildId, said));
    Optional<String> commit =
        known(contents, BuildInfo::commit)
            .or(() -> common(contents, "commit", FrameHeader::commit, said));
    return new HeaderFacts(build, commit, said);
  }

  private static Optional<String> known(
      Contents contents, Function<BuildInfo, Optional<String>> fact) {
    return contents.build().flatMap(fact);
  }

  private static Optional<String> common(
      Contents contents,
      String name,
      Function<FrameHeader, Optional<String>> fact,
      List<String> said) {
    List<String> values =
        contents.jobs().stream()
            .flatMap(job -> job.payloads().stream())
            .flatMap(payload -> payload.header().stream())
            .flatMap(header -> fact.apply(header).stream())
            .distinct()
            .toList();
    if (values.size() != 1) {
      return Optional.empty();
    }
    said.add(name + " " + Printable.of(values.get(0)));
    return Optional.of(values.get(0));
  }

  /** What all headers say; no line when that is nothing new. */
  List<String> lines(int width) {
    return said.isEmpty()
        ? List.of()
        : TextTable.hanging("by the headers: " + String.join(", ", said), width);
  }

  /** What the headers of one job say besides. */
  Set<String> of(JobContents job) {
    Set<String> other = new LinkedHashSet<>();
    job.payloads().stream()
        .flatMap(payload -> payload.header().stream())
        .forEach(
            header -> {
              Optional<String> number = Optional.of(job.job().number());
              add(other, "job ", header.jobNumber(), number);
              if (job.job().id().isPresent()) {
                add(other, "job id ", header.jobId(), job.job().id());
              }
              add(other, "build ", header.buildId(), build);
              add(other, "commit ", header.commit(), commit);
            });
    return other;
  }

  private static void add(
      Set<String> to, String name, Optional<String> said, Optional<String> known) {
    said.filter(value -> !said.equals(known)).ifPresent(v -> to.add(name + Printable.of(v)));
  }
}
