package io.github.logcov.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Everything a coverage answers, as text: two coverages with the same answers are the same. */
final class Answers {
  private Answers() {}

  static String of(Coverage coverage) {
    StringBuilder text = new StringBuilder();
    coverage
        .files()
        .forEach((path, file) -> text.append(path).append(' ').append(of(file)).append('\n'));
    coverage
        .linesBySession()
        .forEach((session, lines) -> text.append(session).append(lines).append('\n'));
    coverage.files().forEach((path, file) -> text.append(file.facts()).append('\n'));
    coverage
        .files()
        .values()
        .forEach(file -> text.append(IntStream.of(file.partialLines()).boxed().toList()));
    return text.append(coverage.onlyHere())
        .append(coverage.totals())
        .append(coverage.hasBranches())
        .append(moved(coverage))
        .append(coverage.withoutVariantOnly().totals())
        .toString();
  }

  private static List<List<MovedFunction>> moved(Coverage coverage) {
    return coverage.files().values().stream()
        .map(file -> file.disagreements().functions())
        .toList();
  }

  static String of(FileCoverage file) {
    Map<Integer, Long> hits = new TreeMap<>();
    Map<Integer, List<String>> jobs = new TreeMap<>();
    for (int line : ClaimedReport.LINES) {
      if (file.hits(line) >= 0) {
        hits.put(line, file.hits(line));
      }
      List<Session> here = file.sessions().thatRan(line);
      if (!here.isEmpty()) {
        jobs.put(line, here.stream().map(Session::jobNumber).collect(Collectors.toList()));
      }
    }
    return "lines "
        + file.lines()
        + " missed "
        + IntStream.of(file.missedLines()).boxed().toList()
        + " variants "
        + IntStream.of(file.variantOnlyMissedLines()).boxed().toList()
        + " arms "
        + file.arms()
        + " statements "
        + file.statements()
        + " functions "
        + file.functions()
        + " "
        + file.facts().functions().functions().elsewhere()
        + " hits "
        + hits
        + " jobs "
        + jobs;
  }
}
