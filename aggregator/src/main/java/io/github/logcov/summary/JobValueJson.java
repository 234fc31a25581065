package io.github.logcov.summary;

import com.squareup.moshi.JsonWriter;
import io.github.logcov.jobvalue.CheapestJobs;
import io.github.logcov.jobvalue.FragileLines;
import io.github.logcov.jobvalue.JobShare;
import io.github.logcov.jobvalue.JobValue;
import io.github.logcov.log.Job;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The field {@code jobValue} of the result. */
final class JobValueJson {
  private JobValueJson() {}

  static void write(JsonWriter json, JobValue value) throws IOException {
    json.beginObject();
    json.name("jobs").beginArray();
    for (JobShare job : value.jobs()) {
      json.beginObject();
      json.name("number").value(job.job().number());
      json.name("seconds").value(job.duration().map(Duration::toSeconds).orElse(null));
      json.name("optional").value(job.optional());
      json.name("line");
      JsonSummary.ratio(json, job.line());
      json.name("onlyHere").value(job.onlyHere());
      json.name("without");
      JsonSummary.ratio(json, job.without());
      json.name("addsNothing").value(job.addsNothing());
      json.endObject();
    }
    json.endArray();
    json.name("cheapest");
    cheapest(json, value.cheapest());
    json.name("alone");
    fragile(json, value.aloneLines(), value.alone());
    json.name("optionalOnly");
    fragile(json, value.optionalLines(), value.optional());
    json.endObject();
  }

  private static void cheapest(JsonWriter json, CheapestJobs cheapest) throws IOException {
    json.beginObject();
    json.name("jobs");
    numbers(json, cheapest.kept());
    json.name("spare");
    numbers(json, cheapest.spare());
    json.name("unit").value(cheapest.byDuration() ? "second" : "job");
    json.name("cost").value(cheapest.cost());
    json.name("costOfAll").value(cheapest.costOfAll());
    json.name("method").value(cheapest.proven() ? "exact" : "greedy");
    json.endObject();
  }

  private static void fragile(JsonWriter json, long lines, List<FragileLines> files)
      throws IOException {
    json.beginObject();
    json.name("total").value(lines);
    json.name("files").beginArray();
    for (FragileLines file : files) {
      json.beginObject();
      json.name("path").value(file.path().value());
      json.name("jobs");
      numbers(json, file.jobs());
      json.name("lines").beginArray();
      json.setIndent("");
      for (int line : file.lines()) {
        json.value(line);
      }
      json.endArray();
      json.setIndent("  ");
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private static void numbers(JsonWriter json, List<Job> jobs) throws IOException {
    JsonSummary.strings(json, jobs.stream().map(Job::number).toList());
  }
}
