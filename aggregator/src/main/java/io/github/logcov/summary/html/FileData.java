package io.github.logcov.summary.html;

import com.squareup.moshi.JsonWriter;
import io.github.logcov.model.ArmBounds;
import io.github.logcov.model.BranchCoverage;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.LineCoverage;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.SessionSets;
import io.github.logcov.model.SourcePath;
import io.github.logcov.summary.ArmNames;
import io.github.logcov.summary.SourceTexts.SourceText;
import io.github.logcov.verdict.Percent;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One file as the page's script reads it: a JSON object of columns, one row per line that has a
 * statement or branches.
 *
 * <ul>
 *   <li>{@code p} its path, {@code s} its totals as text
 *   <li>{@code n} line numbers, each as the difference from the one before; {@code h} hits, -1
 *       where there is no statement, a text where a number of JavaScript could not hold it
 *   <li>{@code r}, {@code l} numbers of the sets of jobs that ran the line, that list it
 *   <li>{@code b} row -> arms that are covered for sure, at most, in all, and what is missing
 *   <li>{@code t} the lines of the source, or null and {@code x} why not
 * </ul>
 */
final class FileData {
  /** JavaScript's largest whole number. */
  private static final long SAFE = (1L << 53) - 1;

  private static final int MISSING_SHOWN = 20;

  /** Longer ones are cut; what comes behind is hardly read by a person. */
  private static final int LONGEST_LINE = 20_000;

  private final JsonWriter json;
  private final SessionSets sets;

  FileData(JsonWriter json, SessionSets sets) {
    this.json = json;
    this.sets = sets;
  }

  void write(SourcePath path, FileCoverage file, SourceText source) throws IOException {
    List<LineCoverage> lines = file.lineByLine();
    int[] numbers = lines.stream().mapToInt(LineCoverage::line).toArray();
    json.beginObject();
    json.name("p").value(path.value());
    json.name("s").value(totals(file));
    json.name("n").beginArray();
    int previous = 0;
    for (int number : numbers) {
      json.value(number - previous);
      previous = number;
    }
    json.endArray();
    json.name("h").beginArray();
    for (LineCoverage line : lines) {
      if (line.hits() > SAFE) {
        json.value(Long.toString(line.hits()));
      } else {
        json.value(line.hits());
      }
    }
    json.endArray();
    ints("r", file.sessions().thatRan(numbers, sets));
    ints("l", file.sessions().thatList(numbers, sets));
    arms(lines);
    json.name("t");
    if (source.isThere()) {
      json.beginArray();
      for (String line : source.lines()) {
        json.value(cut(line));
      }
      json.endArray();
      json.name("x").nullValue();
    } else {
      json.nullValue();
      json.name("x").value("The source is not shown: " + source.absence() + ".");
    }
    json.endObject();
  }

  private void ints(String name, int[] values) throws IOException {
    json.name(name).beginArray();
    for (int value : values) {
      json.value(value);
    }
    json.endArray();
  }

  private void arms(List<LineCoverage> lines) throws IOException {
    json.name("b").beginObject();
    for (int row = 0; row < lines.size(); row++) {
      BranchCoverage branches = lines.get(row).branches();
      ArmBounds bounds = branches.bounds();
      if (bounds.total() > 0) {
        json.name(Integer.toString(row)).beginArray();
        json.value(bounds.lower()).value(bounds.upper()).value(bounds.total());
        json.value(missing(branches)).endArray();
      }
    }
    json.endObject();
  }

  private static String totals(FileCoverage file) {
    Ratio lines = file.lines();
    ArmBounds arms = file.arms();
    String text = "lines " + counted(lines);
    if (arms.total() > 0) {
      text += ", branches " + counted(arms.ratio());
      text += arms.isExact() ? "" : ", at most " + arms.upper();
    }
    return text;
  }

  private static String counted(Ratio ratio) {
    return Percent.of(ratio)
        .map(percent -> percent + " % (" + ratio.covered() + " of " + ratio.total() + ")")
        .orElse("none");
  }

  /** What is missing of a line's arms in words; empty where nothing is. */
  private static String missing(BranchCoverage branches) {
    ArmBounds bounds = branches.bounds();
    if (bounds.lower() == bounds.total()) {
      return "";
    }
    List<String> names = ArmNames.missing(branches, name -> name);
    if (names.isEmpty()) {
      return bounds.isExact()
          ? "%s of %s branches missing".formatted(bounds.total() - bounds.lower(), bounds.total())
          : "%s to %s of %s branches covered; the reports do not say which"
              .formatted(bounds.lower(), bounds.upper(), bounds.total());
    }
    String more =
        names.size() > MISSING_SHOWN ? " and " + (names.size() - MISSING_SHOWN) + " more" : "";
    return "missing: "
        + names.stream().limit(MISSING_SHOWN).collect(Collectors.joining(", "))
        + more;
  }

  private static String cut(String line) {
    return line.length() <= LONGEST_LINE
        ? line
        : line.substring(0, LONGEST_LINE)
            + "\u2026 ("
            + (line.length() - LONGEST_LINE)
            + " more characters)";
  }
}
