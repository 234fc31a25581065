package io.github.logcov.cli;

import io.github.logcov.collect.ProblemOrder;
import io.github.logcov.collect.Reading;
import io.github.logcov.extract.Extracted;
import io.github.logcov.extract.Extraction;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.summary.ExtractionText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of {@code extract}: options in, status out. */
final class Extract {
  /** Strangers that a message names. */
  private static final int SHOWN = 3;

  private final Console console;
  private final ExtractCommand options;

  Extract(Console console, ExtractCommand options) {
    this.console = console;
    this.options = options;
  }

  ExitStatus run() throws UsageException, IOException {
    Path path = Values.path(console, "--to", options.to);
    try (Collector collector =
            Collector.open(
                console, options.logs, JobReaders.of(options.limits), Reading.WHEN_DONE);
        Extraction extraction = new Extraction()) {
      return print(extract(collector, extraction, path));
    }
  }

  private Extracted extract(Collector collector, Extraction extraction, Path path)
      throws UsageException {
    List<Problem> problems = new ArrayList<>();
    Extracted extracted = new Extracted(List.of(), List.of());
    // Made first: nobody should wait for a build to learn that the folder cannot be written.
    try (ExtractFolder folder = ExtractFolder.at(path)) {
      problems.addAll(collector.collect(options.requirements.of(), extraction).problems());
      extracted = extraction.into(folder);
      problems.addAll(strangers(folder));
      folder.install(options.force);
      return extracted.with(problems);
    } catch (IOException e) {
      problems.add(unwritable(e, path));
      return new Extracted(List.of(), extracted.problems()).with(problems);
    }
  }

  private ExitStatus print(Extracted extracted) {
    List<Problem> problems = new ArrayList<>(extracted.problems());
    problems.sort(ProblemOrder.BY_PLACE);
    Extracted sorted = new Extracted(extracted.files(), problems);
    new Results(console)
        .print(problems, new ExtractionText(console.width(), options.to).lines(sorted));
    return ExitStatus.of(problems);
  }

  /** Old files must not be taken for new ones by whoever reads the folder. */
  private List<Problem> strangers(ExtractFolder folder) throws IOException, UsageException {
    List<String> strangers = folder.strangers();
    if (strangers.isEmpty()) {
      return List.of();
    }
    int more = strangers.size() - SHOWN;
    String named =
        String.join(", ", strangers.stream().limit(SHOWN).toList())
            + (more > 0 ? " and " + more + " more" : "");
    String message =
        "--to: %s holds what is not of these logs, or differs: %s".formatted(options.to, named);
    if (!options.force) {
      throw new UsageException(
          message
              + "; nothing was written: name an empty folder, or replace what is in the way with"
              + " --force");
    }
    return List.of(
        Problem.warning(
            ProblemType.FOLDER_OCCUPIED,
            Origin.NOWHERE,
            message + "; what was in the way is replaced, the rest is still there"));
  }

  private Problem unwritable(IOException e, Path path) {
    String reason =
        e instanceof FileAlreadyExistsException ? "it is no folder" : WholeFile.reason(e, path);
    return Problem.error(
        ProblemType.FILES_UNWRITABLE,
        Origin.NOWHERE,
        "--to: %s cannot be written: %s; name a folder that can be".formatted(options.to, reason));
  }
}
