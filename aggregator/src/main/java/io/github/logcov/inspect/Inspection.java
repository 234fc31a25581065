package io.github.logcov.inspect;

import io.github.logcov.aggregate.PayloadReader;
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
import io.github.logcov.source.PathPlacer;
import io.github.logcov.source.ReportOrigin;
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

/**
 * Looks at what each job delivered: unpacks every payload to its end. Reports are read only when
 * somebody asks where their paths lie.
 */
public final class Inspection implements DeliverySink {
  private final ReportFormats formats;
  private final PayloadReader reader;
  private final Optional<PathInspection> paths;
  private final Map<String, Look> looks = new ConcurrentSkipListMap<>(JobNumber.ORDER);

  private record Look(
      JobContents contents, List<PathInspection.Named> named, List<Problem> problems) {}

  private Inspection(ReportFormats formats, Optional<PathInspection> paths) {
    this.formats = formats;
    this.reader = new PayloadReader(formats);
    this.paths = paths;
  }

  /** An inspection that knows these formats by their first bytes, and reads no report. */
  public static Inspection ofPayloads(ReportFormats formats) {
    return new Inspection(formats, Optional.empty());
  }

  /**
   * One that reads the reports, too, and tells where their paths lie.
   *
   * @param maxPaths how many different paths there may be
   */
  public static Inspection ofPaths(ReportFormats formats, PathPlacer placer, int maxPaths) {
    return new Inspection(formats, Optional.of(new PathInspection(placer, maxPaths)));
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
    List<PathInspection.Named> named =
        looks.values().stream().flatMap(look -> look.named().stream()).toList();
    Optional<List<PathContents>> placed = paths.map(each -> each.of(named, problems));
    problems.sort(ProblemOrder.BY_PLACE);
    return new Contents(
        build, looks.values().stream().map(Look::contents).toList(), placed, problems);
  }

  private Look look(Delivery delivery) {
    List<Problem> problems = new ArrayList<>();
    // The state of a job is shown; it is nothing that is wrong with its log.
    delivery.problemsOfFiles().stream()
        .filter(problem -> problem.type() != ProblemType.JOB_FAILED)
        .map(p -> p.type().kind() == ProblemKind.INCOMPLETE ? p.softened() : p)
        .forEach(problems::add);
    List<PayloadContents> payloads = new ArrayList<>();
    List<PathInspection.Named> named = new ArrayList<>();
    for (Payload payload : delivery.payloads()) {
      PayloadContents found = unpack(payload, delivery.job().number());
      found.damage().ifPresent(problems::add);
      payloads.add(found);
      if (paths.isPresent() && found.format().isPresent() && found.isWhole()) {
        read(payload, delivery.job().number(), problems).ifPresent(named::add);
      }
    }
    for (RefusedFrame frame : delivery.refused()) {
      payloads.add(
          new PayloadContents(
              frame.header(), frame.logLine(), Optional.empty(), 0, Optional.of(frame.forFiles())));
    }
    payloads.sort(Comparator.comparingLong(PayloadContents::logLine));
    return new Look(
        new JobContents(delivery.job(), delivery.closed(), delivery.termination(), payloads),
        named,
        problems);
  }

  private Optional<PathInspection.Named> read(Payload payload, String job, List<Problem> problems) {
    Origin origin = Origin.ofJob(job).withPayload(payload.header().path());
    List<Problem> found = new ArrayList<>();
    Optional<PayloadReader.Reading> reading = reader.read(payload, origin, found);
    // Execution data has no paths without class files, and nothing is wrong with it.
    found.stream()
        .map(p -> p.type().kind() == ProblemKind.USAGE ? p.softened() : p)
        .forEach(problems::add);
    int size = reading.map(read -> read.report().files().size()).orElse(0);
    if (!paths.map(each -> each.mayKeep(size)).orElse(false)) {
      return Optional.empty();
    }
    return reading.map(
        read ->
            new PathInspection.Named(
                job,
                new ReportOrigin(
                    origin.payload(),
                    payload.header().buildDir(),
                    read.report().sourceRoots(),
                    read.report().naming()),
                List.copyOf(read.report().files().keySet())));
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
      damage = Optional.of(Problem.error(e.type(), origin, Objects.requireNonNull(e.getMessage())));
    } catch (IOException e) {
      throw new ScratchFailedException(e);
    }
    return new PayloadContents(
        Optional.of(payload.header()), payload.logLine(), format, payload.repaired(), damage);
  }
}
