package io.github.logcov.aggregate;

import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.OptionMissingException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import io.github.logcov.format.ToolFailedException;
import io.github.logcov.format.ToolMissingException;
import io.github.logcov.model.LimitExceededException;
import io.github.logcov.payload.MalformedPayloadException;
import io.github.logcov.payload.Payload;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** From a payload to the report in it, or to the problem that it has. */
public final class PayloadReader {
  private final ReportFormats formats;

  /** A reader of these formats. */
  public PayloadReader(ReportFormats formats) {
    this.formats = formats;
  }

  /** A report and its format. */
  public record Reading(ReportFormat format, Report report) {}

  /** The format of the file by its first bytes; empty when nobody knows it, or it is damaged. */
  Optional<ReportFormat> format(Payload payload) {
    try (InputStream bytes = payload.open()) {
      return formats.recognise(new ReportFile(payload.header().path(), bytes));
    } catch (IOException e) {
      // Reading will say so.
      return Optional.empty();
    }
  }

  /**
   * Reads the report while it is unpacked. What is wrong with it goes to {@code problems}; then
   * there is no report. The bytes behind the report are read too, since only the end of the payload
   * proves it.
   */
  public Optional<Reading> read(Payload payload, Origin origin, List<Problem> problems) {
    try (InputStream bytes = payload.open()) {
      ReportFile file = new ReportFile(payload.header().path(), bytes);
      Optional<ReportFormat> format = formats.recognise(file);
      if (format.isEmpty()) {
        drain(bytes);
        problems.add(unknown(origin, payload.header().decodedBytes() == 0));
        return Optional.empty();
      }
      return Optional.of(new Reading(format.get(), readWhole(format.get(), file, bytes)));
    } catch (MalformedPayloadException e) {
      problems.add(Problem.error(e.type(), origin, Objects.requireNonNull(e.getMessage())));
    } catch (MalformedReportException e) {
      problems.add(
          Problem.error(type(e), origin.at(e.place()), Objects.requireNonNull(e.getMessage())));
    } catch (IOException e) {
      problems.add(
          Problem.error(ProblemType.PAYLOAD_CORRUPT, origin, "cannot be read: " + e.getMessage()));
    }
    return Optional.empty();
  }

  private static ProblemType type(MalformedReportException e) {
    if (e.getCause() instanceof OptionMissingException) {
      return ProblemType.CLASSES_MISSING;
    }
    if (e.getCause() instanceof ToolMissingException) {
      return ProblemType.COVERAGEPY_MISSING;
    }
    if (e.getCause() instanceof ToolFailedException) {
      return ProblemType.COVERAGEPY_FAILED;
    }
    return e.getCause() instanceof LimitExceededException
        ? ProblemType.LIMIT_EXCEEDED
        : ProblemType.REPORT_MALFORMED;
  }

  private static Report readWhole(ReportFormat format, ReportFile file, InputStream bytes)
      throws IOException, MalformedReportException {
    try {
      Report report = format.read(file);
      drain(bytes);
      return report;
    } catch (MalformedReportException e) {
      // A damaged payload is the better explanation of a report that makes no sense.
      drain(bytes);
      throw e;
    }
  }

  private static void drain(InputStream bytes) throws IOException {
    byte[] buffer = new byte[1 << 16];
    while (bytes.read(buffer) >= 0) {
      // Only the digest at the end is of interest.
    }
  }

  private Problem unknown(Origin origin, boolean empty) {
    return Problem.error(
        ProblemType.REPORT_FORMAT_UNKNOWN,
        origin,
        (empty ? "is empty (did the tool fail?), so it " : "")
            + "is no report of a format that logcov reads ("
            + String.join(", ", formats.list().stream().map(ReportFormat::name).toList())
            + "); emit a report of one of these, or carry the file along with --carry");
  }
}
