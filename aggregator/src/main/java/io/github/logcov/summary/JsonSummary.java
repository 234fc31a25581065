package io.github.logcov.summary;

import com.squareup.moshi.JsonWriter;
import io.github.logcov.aggregate.JobOutcome;
import io.github.logcov.aggregate.Outcome;
import io.github.logcov.aggregate.PayloadOutcome;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.model.ArmBounds;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.SourcePath;
import io.github.logcov.model.Totals;
import io.github.logcov.problem.Problem;
import io.github.logcov.verdict.Percent;
import io.github.logcov.verdict.ThresholdResult;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.BufferedSink;
import okio.Okio;

/**
 * The stable form of the result, {@code logcov-summary/1}; {@code docs/summary.schema.json}
 * describes it.
 */
public final class JsonSummary implements SummaryWriter {
  private final int exitStatus;

  /** A summary of a run that ends with {@code exitStatus}. */
  public JsonSummary(int exitStatus) {
    this.exitStatus = exitStatus;
  }

  @Override
  public void write(Outcome outcome, OutputStream out) throws IOException {
    BufferedSink sink = Okio.buffer(Okio.sink(out));
    JsonWriter json = JsonWriter.of(sink);
    json.setIndent("  ");
    json.setSerializeNulls(true);
    json.beginObject();
    json.name("schema").value("logcov-summary/1");
    json.name("verdict").value(outcome.conclusion().word());
    json.name("exitStatus").value(exitStatus);
    json.name("keptGoing").value(outcome.keptGoing());
    json.name("build");
    build(json, outcome.build());
    json.name("totals");
    totals(json, outcome.totals());
    json.name("flags").beginObject();
    for (Map.Entry<String, Totals> flag : outcome.flags().entrySet()) {
      json.name(flag.getKey());
      totals(json, flag.getValue());
    }
    json.endObject();
    json.name("thresholds").beginArray();
    for (ThresholdResult result : outcome.thresholds()) {
      threshold(json, result);
    }
    json.endArray();
    json.name("jobs").beginArray();
    for (JobOutcome job : outcome.jobs()) {
      job(json, job);
    }
    json.endArray();
    json.name("files").beginArray();
    for (Map.Entry<SourcePath, FileCoverage> file : outcome.coverage().files().entrySet()) {
      file(json, file.getKey(), file.getValue());
    }
    json.endArray();
    json.name("problems").beginArray();
    for (Problem problem : outcome.problems()) {
      problem(json, problem);
    }
    json.endArray();
    json.endObject();
    json.flush();
    sink.writeUtf8("\n").flush();
  }

  static void build(JsonWriter json, Optional<BuildInfo> build) throws IOException {
    if (build.isEmpty()) {
      json.nullValue();
      return;
    }
    json.beginObject();
    json.name("id").value(build.get().id().orElse(null));
    json.name("number").value(build.get().number().orElse(null));
    json.name("commit").value(build.get().commit().orElse(null));
    json.endObject();
  }

  private static void totals(JsonWriter json, Totals totals) throws IOException {
    json.beginObject();
    json.name("line");
    ratio(json, totals.line());
    json.name("branch");
    ratio(json, totals.branch());
    json.name("combined");
    ratio(json, totals.combined());
    json.name("statement");
    ratio(json, totals.statement());
    json.name("function");
    ratio(json, totals.function());
    json.endObject();
  }

  private static void ratio(JsonWriter json, Optional<Ratio> ratio) throws IOException {
    if (ratio.isEmpty()) {
      json.nullValue();
    } else {
      ratio(json, ratio.get());
    }
  }

  private static void ratio(JsonWriter json, Ratio ratio) throws IOException {
    json.beginObject();
    json.name("covered").value(ratio.covered());
    json.name("total").value(ratio.total());
    json.name("percent").value(Percent.of(ratio).orElse(null));
    json.endObject();
  }

  private static void threshold(JsonWriter json, ThresholdResult result) throws IOException {
    json.beginObject();
    json.name("metric").value(result.metric().word());
    json.name("path").value(result.path().map(SourcePath::value).orElse(null));
    json.name("minimum").value(result.threshold().boundText());
    json.name("met").value(result.met());
    json.name("short").value(result.shortBy());
    json.endObject();
  }

  private static void job(JsonWriter json, JobOutcome job) throws IOException {
    json.beginObject();
    json.name("number").value(job.job().number());
    json.name("name").value(job.job().name().orElse(null));
    json.name("state").value(job.job().state().orElse(null));
    json.name("payloads").beginArray();
    for (PayloadOutcome payload : job.payloads()) {
      json.beginObject();
      json.name("path").value(payload.path());
      json.name("format").value(payload.format());
      strings(json.name("flags"), payload.flags());
      json.name("bytes").value(payload.bytes());
      json.name("sha256").value(payload.sha256());
      json.name("repaired").value(payload.repaired());
      json.endObject();
    }
    json.endArray();
    json.name("line");
    ratio(json, job.line());
    json.name("onlyHere").value(job.onlyHere());
    json.endObject();
  }

  static void strings(JsonWriter json, List<String> values) throws IOException {
    json.beginArray();
    for (String value : values) {
      json.value(value);
    }
    json.endArray();
  }

  private static void file(JsonWriter json, SourcePath path, FileCoverage file) throws IOException {
    ArmBounds arms = file.arms();
    json.beginObject();
    json.name("path").value(path.value());
    json.name("line");
    ratio(json, file.lines());
    json.name("branch");
    ratio(json, arms.ratio());
    json.name("function");
    ratio(json, file.functions());
    json.name("missedLines").beginArray();
    json.setIndent("");
    for (int line : file.missedLines()) {
      json.value(line);
    }
    json.endArray();
    json.setIndent("  ");
    json.name("branchBounds");
    if (arms.isExact()) {
      json.nullValue();
    } else {
      json.beginObject();
      json.name("lower").value(arms.lower());
      json.name("upper").value(arms.upper());
      json.endObject();
    }
    json.endObject();
  }

  static void problem(JsonWriter json, Problem problem) throws IOException {
    String job = problem.origin().job();
    json.beginObject();
    json.name("slug").value(problem.type().slug());
    json.name("severity").value(problem.severity().word());
    json.name("job").value(job.isEmpty() ? null : job);
    json.name("origin").value(problem.origin().toString());
    json.name("message").value(problem.message());
    json.endObject();
  }
}
