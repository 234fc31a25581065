package io.github.logcov.summary;

import io.github.logcov.model.ArmBounds;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.LineCoverage;
import io.github.logcov.model.Session;
import io.github.logcov.model.SessionSets;
import io.github.logcov.summary.SourceTexts.SourceText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One file, line by line, with the jobs that ran each line. */
final class ExplainedFile {
  /** Lines before and behind the one that is asked for. */
  private static final int CONTEXT = 3;

  private final FileCoverage file;
  private final List<String> jobs;
  private final List<String> others;
  private final SourceText source;
  private final Screen screen;
  private final JobNumbers numbers;
  private final SessionSets sets;
  private final SortedMap<Integer, LineCoverage> known = new TreeMap<>();

  /**
   * Looks at a file.
   *
   * @param jobs whose reports name the file, in job order
   * @param others whose reports do not
   */
  ExplainedFile(
      FileCoverage file, List<String> jobs, List<String> others, SourceText source, Screen screen) {
    this.file = file;
    this.jobs = jobs;
    this.others = others;
    this.source = source;
    this.screen = screen;
    this.numbers = new JobNumbers(jobs);
    this.sets = new SessionSets(jobs.stream().map(Session::new).toList());
    file.lineByLine().forEach(line -> known.put(line.line(), line));
  }

  /** The totals of the file, and who measured it. */
  String total() {
    ArmBounds arms = file.arms();
    return "lines "
        + Ratios.counted(file.lines())
        + (arms.total() == 0 ? "" : ", branches " + Ratios.counted(arms.ratio()))
        + (arms.isExact() ? "" : ", at most " + arms.upper())
        + "; measured by "
        + (others.isEmpty() ? numbers.of(jobs) + (jobs.size() > 1 ? " jobs" : "") : named(jobs));
  }

  private static String named(List<String> jobs) {
    return jobs.isEmpty() ? "no job" : JobNumbers.list(jobs);
  }

  /** Every line with a statement or arms. */
  List<String> all() {
    return rows(new ArrayList<>(known.keySet()), -1);
  }

  /** One line, and its neighbours. */
  List<String> around(int line) {
    List<Integer> shown =
        IntStream.rangeClosed(Math.max(1, line - CONTEXT), line + CONTEXT)
            .filter(
                each -> each == line || known.containsKey(each) || each <= source.lines().size())
            .boxed()
            .toList();
    return rows(shown, line);
  }

  /** What became of one line, in a few words. */
  String about(int line) {
    LineCoverage coverage = known.get(line);
    if (coverage == null || coverage.hits() < 0) {
      return "no report lists this line as a statement"
          + (source.isThere() && line > source.lines().size()
              ? "; the file has " + source.lines().size() + " lines"
              : "");
    }
    return coverage.hits() == 0
        ? "missed"
        : coverage.hits() == 1 ? "ran once" : "ran " + coverage.hits() + " times";
  }

  /** Who ran a line, who did not, and who knows nothing of it. */
  List<String> jobsOf(int line) {
    List<String> ran = jobs(set(line, true));
    List<String> listed = jobs(set(line, false));
    List<String> idle = new ArrayList<>(listed);
    idle.removeAll(ran);
    List<String> silent = new ArrayList<>(jobs);
    silent.removeAll(listed);
    silent.removeAll(ran);
    List<String> texts = new ArrayList<>();
    texts.add("ran it: " + (ran.isEmpty() ? "no job" : numbers.of(ran)));
    if (!idle.isEmpty()) {
      texts.add("list it as a statement and did not run it: " + numbers.of(idle));
    }
    if (!silent.isEmpty()) {
      texts.add("do not list it as a statement: " + numbers.of(silent));
    }
    if (!others.isEmpty()) {
      texts.add("do not measure this file: " + named(others));
    }
    return texts;
  }

  private BitSet set(int line, boolean ran) {
    int[] lines = {line};
    return sets.set(
        (ran ? file.sessions().thatRan(lines, sets) : file.sessions().thatList(lines, sets))[0]);
  }

  private List<String> jobs(BitSet set) {
    return set.stream().mapToObj(jobs::get).toList();
  }

  private List<String> rows(List<Integer> shown, int marked) {
    int[] lines = shown.stream().mapToInt(Integer::intValue).toArray();
    int[] ranBy = file.sessions().thatRan(lines, sets);
    int[] listedBy = file.sessions().thatList(lines, sets);
    LineRows rows = new LineRows(screen);
    for (int i = 0; i < lines.length; i++) {
      rows.add(row(lines[i], lines[i] == marked, sets.set(ranBy[i]), sets.set(listedBy[i])));
    }
    return rows.lines(source.isThere());
  }

  private LineRows.Row row(int line, boolean marked, BitSet ran, BitSet listed) {
    LineCoverage coverage = known.get(line);
    String text = line > 0 && line <= source.lines().size() ? source.lines().get(line - 1) : "";
    if (coverage == null) {
      return new LineRows.Row(marked, line, "", "", "", "", text, List.of(), Tint.NONE);
    }
    List<String> remarks = new ArrayList<>();
    String missing = ArmsText.missing(coverage.branches());
    if (!missing.isEmpty()) {
      remarks.add(missing);
    }
    if (!listed.isEmpty() && !listed.equals(ran) && listed.cardinality() < numbers.size()) {
      remarks.add("a statement for " + numbers.of(jobs(listed)) + " only");
    }
    String few = ran.cardinality() + " of " + numbers.size();
    String hits = coverage.hits() < 0 ? "" : Long.toString(coverage.hits());
    return new LineRows.Row(
        marked,
        line,
        hits,
        ArmsText.covered(coverage.branches()),
        numbers.of(jobs(ran)),
        few,
        text,
        remarks,
        tint(coverage, ran));
  }

  private static Tint tint(LineCoverage coverage, BitSet ran) {
    if (coverage.hits() == 0 && ran.isEmpty()) {
      return Tint.BAD;
    }
    ArmBounds arms = coverage.branches().bounds();
    return arms.lower() < arms.total() ? Tint.FAIR : Tint.NONE;
  }
}
