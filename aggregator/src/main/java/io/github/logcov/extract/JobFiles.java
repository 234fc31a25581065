package io.github.logcov.extract;

import io.github.logcov.collect.Delivery;
import io.github.logcov.payload.MalformedPayloadException;
import io.github.logcov.payload.Payload;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.problem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The files of one job. */
final class JobFiles {
  private final Delivery delivery;
  private final Room room;
  private final Origin origin;
  private final List<ExtractedFile> files = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Path and digest: a file that was printed for two flags is one file. */
  private record Content(String path, String sha256) {}

  JobFiles(Delivery delivery, Room room) {
    this.delivery = delivery;
    this.room = room;
    this.origin = Origin.ofJob(delivery.job().number());
    problems.addAll(delivery.problemsOfFiles());
  }

  /** What was written, in the order of the log. */
  List<ExtractedFile> files() {
    return files;
  }

  List<Problem> problems() {
    return problems;
  }

  void writeTo(FileTarget target) throws IOException {
    Set<Content> written = new HashSet<>();
    for (Payload payload : delivery.payloads()) {
      Content content = new Content(payload.header().path(), payload.header().sha256());
      if (!written.contains(content) && write(payload, target)) {
        written.add(content);
      }
    }
    boolean explained =
        problems.stream()
            .anyMatch(
                problem ->
                    problem.severity() != Severity.NOTE
                        || problem.type() == ProblemType.JOB_UNREAD);
    if (files.isEmpty() && delivery.requirement().expectsReport() && !explained) {
      problems.add(nothing());
    }
    if (!delivery.requirement().mustPass()) {
      problems.replaceAll(Problem::softened);
    }
  }

  private boolean write(Payload payload, FileTarget target) throws IOException {
    Origin where = origin.withPayload(payload.header().path());
    try {
      List<String> path = new ArrayList<>();
      path.add(SafePath.name(delivery.job().number()));
      path.addAll(SafePath.of(payload.header().path()));
      // No more than these come out, or the payload is refused.
      if (!room.take(payload.header().decodedBytes())) {
        problems.add(noRoom(where, payload.header().decodedBytes()));
        return false;
      }
      try (InputStream bytes = payload.open()) {
        String got = target.put(path, bytes);
        files.add(new ExtractedFile(origin.job(), got, payload.header().decodedBytes()));
        if (!got.equals(String.join("/", path))) {
          problems.add(renamed(where, got));
        }
      }
      return true;
    } catch (UnsafePathException e) {
      problems.add(
          Problem.error(ProblemType.PATH_UNSAFE, where, Objects.requireNonNull(e.getMessage())));
    } catch (MalformedPayloadException e) {
      problems.add(Problem.error(e.type(), where, Objects.requireNonNull(e.getMessage())));
    }
    return false;
  }

  private Problem noRoom(Origin where, long bytes) {
    return Problem.error(
        ProblemType.LIMIT_EXCEEDED,
        where,
        "all files together have more than %d bytes with the %d of this one; extract fewer jobs at a time (--job)"
            .formatted(room.bytes(), bytes));
  }

  private static Problem renamed(Origin where, String got) {
    return Problem.warning(
        ProblemType.FILE_RENAMED,
        where,
        "another file of this job has this name, so it is written as %s; take it along, too"
            .formatted(got));
  }

  private Problem nothing() {
    String ended = delivery.termination().map(text -> "; the log ends with: " + text).orElse("");
    return Problem.warning(
        ProblemType.FILES_MISSING,
        origin,
        "has no file in its log%s; say that it has none to give with --no-coverage-job '%s'"
            .formatted(ended, origin.job()));
  }
}
