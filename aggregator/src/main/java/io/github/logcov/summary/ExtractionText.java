package io.github.logcov.summary;

import io.github.logcov.extract.Extracted;
import io.github.logcov.extract.ExtractedFile;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.Severity;
import java.util.ArrayList;
import java.util.List;

/** What {@code extract} prints: a line per file, the problems, the sum. */
public final class ExtractionText {
  private final int width;
  private final String folder;

  /**
   * A text of lines of at most {@code width} characters, but for those of files.
   *
   * @param folder the folder, as the user wrote it
   */
  public ExtractionText(int width, String folder) {
    this.width = width;
    this.folder = folder.endsWith("/") ? folder : folder + "/";
  }

  /** The lines. */
  public List<String> lines(Extracted extracted) {
    List<String> lines = new ArrayList<>(files(extracted.files()));
    List<String> problems = new ProblemList(width).lines(extracted.problems());
    lines.addAll(problems);
    if (!problems.isEmpty()) {
      lines.add("");
    }
    lines.addAll(Printable.paragraph(sum(extracted), width));
    return lines;
  }

  /** The path comes last, so that blanks in it do no harm to who reads these lines by program. */
  private List<String> files(List<ExtractedFile> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    int jobs = "job".length();
    int bytes = "bytes".length();
    for (ExtractedFile file : files) {
      jobs = Math.max(jobs, Printable.of(file.job()).length());
      bytes = Math.max(bytes, Long.toString(file.bytes()).length());
    }
    List<String> lines = new ArrayList<>();
    lines.add(row("job", jobs, "bytes", bytes, "file"));
    for (ExtractedFile file : files) {
      String path = Printable.of(folder + file.path());
      lines.add(row(Printable.of(file.job()), jobs, Long.toString(file.bytes()), bytes, path));
    }
    lines.add("");
    return lines;
  }

  private static String row(String job, int jobs, String bytes, int most, String path) {
    return job + " ".repeat(jobs - job.length() + 2 + most - bytes.length()) + bytes + "  " + path;
  }

  private String sum(Extracted extracted) {
    List<ExtractedFile> files = extracted.files();
    long jobs = files.stream().map(ExtractedFile::job).distinct().count();
    long bytes = files.stream().mapToLong(ExtractedFile::bytes).sum();
    long errors =
        extracted.problems().stream().map(Problem::severity).filter(Severity.ERROR::equals).count();
    return "extracted: %s of %s, %s, to %s%s"
        .formatted(
            count(files.size(), "file"),
            count(jobs, "job"),
            count(bytes, "byte"),
            folder,
            errors == 0 ? "" : " (%s above)".formatted(count(errors, "error")));
  }

  private static String count(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }
}
