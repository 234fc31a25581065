package io.github.logcov.cli;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import okio.Buffer;

/**
 * What a tool says of the coverage of some files, in the terms that logcov, coverage.py and lcov
 * share.
 *
 * @param files path in the repository -> what was missed there
 */
record PeerAnswer(SortedMap<String, FileAnswer> files) {

  /**
   * @param lines number of statements
   * @param missedLines those that were not run, ascending
   * @param arms number of arms of branches
   * @param takenArms those that were taken
   */
  record FileAnswer(int lines, List<Integer> missedLines, int arms, int takenArms) {}

  /** Covered and total lines, covered and total arms. */
  List<Integer> totals() {
    int missed = files.values().stream().mapToInt(file -> file.missedLines().size()).sum();
    int lines = files.values().stream().mapToInt(FileAnswer::lines).sum();
    int taken = files.values().stream().mapToInt(FileAnswer::takenArms).sum();
    int arms = files.values().stream().mapToInt(FileAnswer::arms).sum();
    return List.of(lines - missed, lines, taken, arms);
  }

  /** Of the file that {@code check --json} writes. */
  static PeerAnswer ofSummary(byte[] json) throws IOException {
    SortedMap<String, FileAnswer> files = new TreeMap<>();
    for (Object each : list(parse(json).get("files"))) {
      Map<?, ?> file = map(each);
      Map<?, ?> branch = map(file.get("branch"));
      files.put(
          (String) file.get("path"),
          new FileAnswer(
              number(map(file.get("line")).get("total")),
              numbers(file.get("missedLines")),
              number(branch.get("total")),
              number(branch.get("covered"))));
    }
    return new PeerAnswer(files);
  }

  /** The totals that {@code check --json} writes, in the order of {@link #totals()}. */
  static List<Integer> totalsOfSummary(byte[] json) throws IOException {
    Map<?, ?> totals = map(parse(json).get("totals"));
    Map<?, ?> line = map(totals.get("line"));
    Map<?, ?> branch = map(totals.get("branch"));
    return List.of(
        number(line.get("covered")),
        number(line.get("total")),
        number(branch.get("covered")),
        number(branch.get("total")));
  }

  /** Of the file that {@code coverage json} writes. */
  static PeerAnswer ofCoveragePy(byte[] json) throws IOException {
    SortedMap<String, FileAnswer> files = new TreeMap<>();
    for (Map.Entry<?, ?> each : map(parse(json).get("files")).entrySet()) {
      Map<?, ?> file = map(each.getValue());
      Map<?, ?> summary = map(file.get("summary"));
      files.put(
          (String) each.getKey(),
          new FileAnswer(
              number(summary.get("num_statements")),
              numbers(file.get("missing_lines")),
              number(summary.get("num_branches")),
              number(summary.get("covered_branches"))));
    }
    return new PeerAnswer(files);
  }

  /** The totals that {@code coverage json} writes, in the order of {@link #totals()}. */
  static List<Integer> totalsOfCoveragePy(byte[] json) throws IOException {
    Map<?, ?> totals = map(parse(json).get("totals"));
    return List.of(
        number(totals.get("covered_lines")),
        number(totals.get("num_statements")),
        number(totals.get("covered_branches")),
        number(totals.get("num_branches")));
  }

  /** Of a tracefile as {@code lcov -a} writes it: each line and arm once, nothing but numbers. */
  static PeerAnswer ofTracefile(String text) {
    SortedMap<String, FileAnswer> files = new TreeMap<>();
    String path = "";
    int lines = 0;
    int arms = 0;
    int taken = 0;
    List<Integer> missed = new ArrayList<>();
    for (String record : text.split("\n")) {
      String[] fields = record.substring(record.indexOf(':') + 1).split(",");
      if (record.startsWith("SF:")) {
        path = fields[0];
      } else if (record.startsWith("DA:")) {
        lines++;
        if (fields[1].equals("0")) {
          missed.add(Integer.parseInt(fields[0]));
        }
      } else if (record.startsWith("BRDA:")) {
        arms++;
        taken += fields[3].equals("-") || fields[3].equals("0") ? 0 : 1;
      } else if (record.equals("end_of_record")) {
        files.put(path, new FileAnswer(lines, missed.stream().sorted().toList(), arms, taken));
        lines = arms = taken = 0;
        missed.clear();
      }
    }
    return new PeerAnswer(files);
  }

  /** The functions that {@code check --json} says are covered, and how many there are. */
  static List<Integer> functionsOfSummary(byte[] json) throws IOException {
    Map<?, ?> function = map(map(parse(json).get("totals")).get("function"));
    return List.of(number(function.get("covered")), number(function.get("total")));
  }

  /** What such a total of a tracefile is over all its sections. */
  static int sum(String text, String type) {
    return text.lines()
        .filter(line -> line.startsWith(type))
        .mapToInt(line -> Integer.parseInt(line.substring(type.length())))
        .sum();
  }

  private static Map<?, ?> parse(byte[] json) throws IOException {
    return map(JsonReader.of(new Buffer().write(json)).readJsonValue());
  }

  private static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }

  private static int number(Object value) {
    return ((Double) value).intValue();
  }

  private static List<Integer> numbers(Object value) {
    return list(value).stream().map(PeerAnswer::number).toList();
  }
}
