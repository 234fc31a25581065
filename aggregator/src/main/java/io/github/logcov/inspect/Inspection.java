package io.github.logcov.inspect;

import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.collect.Delivery;
import io.github.logcov.collect.DeliverySink;
import io.github.logcov.collect.ProblemOrder;
import io.github.logcov.collect.RefusedFrame;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.JobNumber;
import io.github.logcov.payload.MalformedPayloadException;
import io.github.logcov.payload.Payload;
import io.github.logcov.payload.ScratchFailedException;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemKind;
import io.github.logcov.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Looks at what each job delivered: unpacks every payload to its end, and reads no report. */
public final class Inspection implements DeliverySink {
  private final ReportFormats formats;
  private final Map<String, Look> looks = new ConcurrentSkipListMap<>(JobNumber.ORDER);

  private record Look(JobContents contents, List<Problem> problems) {}

  /** An inspection that knows these formats by their first bytes. */
  public Inspection(ReportFormats formats) {
    this.formats = formats;
  }

  @Override
  public void accept(Delivery delivery) {
    try (delivery) {
      looks.put(delivery.job().number(), look(delivery));
    } catch (IOException e) {
      throw new ScratchFailedException(e);
    }
  }

  @Override
  public void withdrawn(String jobNumber) {
    looks.remove(jobNumber);
  }

  /**
   * All that was found.
   *
   * @param others problems from elsewhere, such as notes about the choice of jobs
   */
  public Contents contents(Optional<BuildInfo> build, List<Problem> others) {
    List<Problem> problems = new ArrayList<>(others);
    looks.values().forEach(look -> problems.addAll(look.problems()));
    problems.sort(ProblemOrder.BY_PLACE);
    return new Contents(build, looks.values().stream().map(Look::contents).toList(), problems);
  }

  private Look look(Delivery delivery) {
    List<Problem> problems = new ArrayList<>();
    // The state of a job is shown; it is nothing that is wrong with its log.
    delivery.problemsOfFiles().stream()
        .filter(problem -> problem.type() != ProblemType.JOB_FAILED)
        .map(p -> p.type().kind() == ProblemKind.INCOMPLETE ? p.softened() : p)
        .forEach(problems::add);
    List<PayloadContents> payloads = new ArrayList<>();
    for (Payload payload : delivery.payloads()) {
      PayloadContents found = unpack(payload, delivery.job().number());
      found.damage().ifPresent(problems::add);
      payloads.add(found);
    }
    for (RefusedFrame frame : delivery.refused()) {
      payloads.add(
          new PayloadContents(
              frame.header(),
              frame.logLine(),
              Optional.empty(),
              0,
              Optional.of(frame.forFiles())));
    }
    payloads.sort(Comparator.comparingLong(PayloadContents::logLine));
    return new Look(
        new JobContents(
            delivery.job(), delivery.closed(), delivery.termination(), payloads),
        problems);
  }

  private PayloadContents unpack(Payload payload, String job) {
    Optional<String> format = Optional.empty();
    Optional<Problem> damage = Optional.empty();
    try (InputStream bytes = payload.open()) {
      ReportFile file = new ReportFile(payload.header().path(), bytes);
      if (!payload.header().carried()) {
        format = formats.recognise(file).map(ReportFormat::name);
      }
      // Only the end proves the payload.
      bytes.transferTo(OutputStream.nullOutputStream());
    } catch (MalformedPayloadException e) {
      Origin origin = Origin.ofJob(job).withPayload(payload.header().path());
      damage =
          Optional.of(
              Problem.error(e.type(), origin, Objects.requireNonNull(e.getMessage())));
    } catch (IOException e) {
      throw new ScratchFailedException(e);
    }
    return new PayloadContents(
        Optional.of(payload.header()), payload.logLine(), format, payload.repaired(), damage);
  }
}
