package io.github.logcov.summary;

import com.squareup.moshi.JsonWriter;
import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameSize;
import io.github.logcov.inspect.Contents;
import io.github.logcov.inspect.JobContents;
import io.github.logcov.inspect.PathContents;
import io.github.logcov.inspect.PayloadContents;
import io.github.logcov.model.SourcePath;
import io.github.logcov.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okio.BufferedSink;
import okio.Okio;

/**
 * What is in the logs, {@code logcov-inspection/1}; {@code docs/inspection.schema.json} describes
 * it.
 */
public final class InspectionJson {
  private final int exitStatus;

  /** For a run that ends with {@code exitStatus}. */
  public InspectionJson(int exitStatus) {
    this.exitStatus = exitStatus;
  }

  /** Writes all of it, UTF-8; the same contents give the same bytes. The stream is flushed. */
  public void write(Contents contents, OutputStream out) throws IOException {
    BufferedSink sink = Okio.buffer(Okio.sink(new LegibleJson(out)));
    JsonWriter json = JsonWriter.of(sink);
    json.setIndent("  ");
    json.setSerializeNulls(true);
    json.beginObject();
    json.name("schema").value("logcov-inspection/1");
    json.name("exitStatus").value(exitStatus);
    json.name("build");
    JsonSummary.build(json, contents.build());
    json.name("jobs").beginArray();
    for (JobContents job : contents.jobs()) {
      job(json, job);
    }
    json.endArray();
    json.name("paths");
    if (contents.paths().isEmpty()) {
      json.nullValue();
    } else {
      paths(json, contents.paths().get());
    }
    json.name("problems").beginArray();
    for (Problem problem : contents.problems()) {
      JsonSummary.problem(json, problem);
    }
    json.endArray();
    json.endObject();
    json.flush();
    sink.writeUtf8("\n").flush();
  }

  private static void paths(JsonWriter json, List<PathContents> paths) throws IOException {
    json.beginArray();
    for (PathContents path : paths) {
      json.beginObject();
      json.name("path").value(path.path().value());
      json.name("reported").value(path.reported());
      json.name("rule").value(path.rule());
      JsonSummary.strings(
          json.name("candidates"), path.candidates().stream().map(SourcePath::value).toList());
      JsonSummary.strings(json.name("jobs"), path.jobs());
      JsonSummary.strings(json.name("payloads"), path.payloads());
      json.name("reports").value(path.reports());
      json.endObject();
    }
    json.endArray();
  }

  private static void job(JsonWriter json, JobContents job) throws IOException {
    json.beginObject();
    json.name("number").value(job.job().number());
    json.name("name").value(job.job().name().orElse(null));
    json.name("state").value(job.job().state().orElse(null));
    json.name("closed").value(job.closed());
    json.name("termination").value(job.termination().orElse(null));
    json.name("payloads").beginArray();
    for (PayloadContents payload : job.payloads()) {
      payload(json, payload);
    }
    json.endArray();
    json.endObject();
  }

  private static void payload(JsonWriter json, PayloadContents payload) throws IOException {
    Optional<FrameHeader> header = payload.header();
    json.beginObject();
    json.name("path").value(header.map(FrameHeader::path).orElse(null));
    json.name("format").value(payload.format().orElse(null));
    JsonSummary.strings(json.name("flags"), header.map(FrameHeader::flags).orElse(List.of()));
    json.name("bytes").value(header.map(FrameHeader::decodedBytes).orElse(null));
    json.name("sha256").value(header.map(FrameHeader::sha256).orElse(null));
    json.name("repaired").value(payload.repaired());
    json.name("whole").value(payload.isWhole());
    json.name("damage").value(payload.damage().map(damage -> damage.type().slug()).orElse(null));
    json.name("carried").value(header.map(FrameHeader::carried).orElse(null));
    json.name("codec").value(header.map(FrameHeader::codec).orElse(null));
    json.name("encodedBytes").value(header.map(FrameHeader::encodedBytes).orElse(null));
    json.name("logBytes").value(header.map(FrameSize::inLog).orElse(null));
    json.name("logLine").value(payload.logLine());
    json.name("header");
    if (header.isEmpty()) {
      json.nullValue();
    } else {
      header(json, header.get());
    }
    json.endObject();
  }

  private static void header(JsonWriter json, FrameHeader header) throws IOException {
    json.beginObject();
    fact(json, "buildId", header, FrameHeader::buildId);
    fact(json, "jobId", header, FrameHeader::jobId);
    fact(json, "jobNumber", header, FrameHeader::jobNumber);
    fact(json, "jobName", header, FrameHeader::jobName);
    fact(json, "commit", header, FrameHeader::commit);
    fact(json, "buildDir", header, FrameHeader::buildDir);
    fact(json, "format", header, FrameHeader::format);
    json.name("parity").value(header.parity());
    json.endObject();
  }

  private static void fact(
      JsonWriter json,
      String name,
      FrameHeader header,
      Function<FrameHeader, Optional<String>> fact)
      throws IOException {
    json.name(name).value(fact.apply(header).orElse(null));
  }
}
