package io.github.logcov.aggregate;

import io.github.logcov.format.ReportFormat;
import io.github.logcov.payload.Payload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The reports of one job in the order in which they are read: those that only sum up what others
 * tell in full come behind them, so that no report has to be kept.
 *
 * @param payloads all but carried files
 * @param full the formats that some of them sum up
 */
record ReadingOrder(List<Payload> payloads, Set<String> full) {

  /** Looks at the first bytes of each, where there are several. */
  static ReadingOrder of(List<Payload> payloads, PayloadReader reader) {
    List<Payload> reports = payloads.stream().filter(p -> !p.header().carried()).toList();
    if (reports.size() == 1) {
      return new ReadingOrder(reports, Set.of());
    }
    List<Payload> first = new ArrayList<>();
    List<Payload> sums = new ArrayList<>();
    Set<String> full = new HashSet<>();
    for (Payload payload : reports) {
      Optional<String> told = reader.format(payload).flatMap(ReportFormat::sumsUp);
      told.ifPresent(full::add);
      (told.isPresent() ? sums : first).add(payload);
    }
    first.addAll(sums);
    return new ReadingOrder(first, full);
  }
}
