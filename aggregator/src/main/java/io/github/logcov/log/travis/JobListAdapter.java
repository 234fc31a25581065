package io.github.logcov.log.travis;

import io.github.logcov.log.JobTimes;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code jobs}. Needed of each are id, number and state; what else is there must be of its
 * kind, what is not there is empty.
 */
final class JobListAdapter extends AnswerAdapter<JobList> {
  JobListAdapter(Shown shown) {
    super("jobs", shown);
  }

  @Override
  JobList list(JsonCursor json) throws IOException {
    List<ApiJob> jobs = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    String place = json.place();
    json.array(
        () -> {
          String item = json.place();
          ApiJob job = job(json);
          if (!ids.add(job.id())) {
            throw JsonCursor.odd(item + ".id", "an id that no other job has", job.id());
          }
          if (!numbers.add(job.number())) {
            throw JsonCursor.odd(item + ".number", "a number that no other job has", job.number());
          }
          jobs.add(job);
        });
    if (jobs.isEmpty()) {
      throw JsonCursor.odd(place, "at least one job", "none");
    }
    return new JobList(jobs);
  }

  private static ApiJob job(JsonCursor json) throws IOException {
    String place = json.place();
    Fields fields = new Fields();
    json.object(field -> fields.read(field, json));
    String number = fields.number.orElse("");
    if (!Ids.isNumber(number)) {
      throw JsonCursor.odd(
          place + ".number",
          "the number of a job, such as 8112.10",
          fields.number.map(json::quoted).orElse("nothing"));
    }
    return new ApiJob(
        fields.id.orElseThrow(() -> JsonCursor.odd(place + ".id", "an id", "nothing")),
        number,
        fields
            .state
            .filter(state -> !Shown.cut(state).isEmpty())
            .orElseThrow(
                () -> JsonCursor.odd(place + ".state", "a state, such as passed", "nothing")),
        fields.allowFailure,
        new JobTimes(fields.started, fields.finished, fields.restarted),
        fields.buildId,
        fields.buildNumber,
        fields.commit,
        fields.slug,
        fields.stage,
        fields.config);
  }

  private static final class Fields {
    Optional<String> id = Optional.empty();
    Optional<String> number = Optional.empty();
    Optional<String> state = Optional.empty();
    boolean allowFailure;
    Optional<Instant> started = Optional.empty();
    Optional<Instant> finished = Optional.empty();
    Optional<Instant> restarted = Optional.empty();
    Optional<String> buildId = Optional.empty();
    Optional<String> buildNumber = Optional.empty();
    Optional<String> commit = Optional.empty();
    Optional<String> slug = Optional.empty();
    Optional<ApiStage> stage = Optional.empty();
    final Map<String, String> config = new HashMap<>();

    void read(String field, JsonCursor json) throws IOException {
      switch (field) {
        case "id" -> id = json.id();
        case "number" -> number = json.text();
        case "state" -> state = json.text();
        case "allow_failure" -> allowFailure = json.flag();
        case "started_at" -> started = json.time();
        case "finished_at" -> finished = json.time();
        case "restarted_at" -> restarted = json.time();
        case "stage" -> stage = StageListAdapter.stage(json);
        case "build" -> json.objectOrNull(each -> readBuild(each, json));
        case "commit" -> json.objectOrNull(each -> readCommit(each, json));
        case "repository" -> json.objectOrNull(each -> readRepository(each, json));
        case "config" -> json.objectOrNull(each -> readConfig(each, json));
        default -> json.skip();
      }
    }

    private void readBuild(String field, JsonCursor json) throws IOException {
      switch (field) {
        case "id" -> buildId = json.id();
        case "number" -> buildNumber = json.text();
        default -> json.skip();
      }
    }

    private void readCommit(String field, JsonCursor json) throws IOException {
      if (field.equals("sha")) {
        commit = json.text();
      } else {
        json.skip();
      }
    }

    private void readRepository(String field, JsonCursor json) throws IOException {
      if (field.equals("slug")) {
        slug = json.text();
      } else {
        json.skip();
      }
    }

    private void readConfig(String key, JsonCursor json) throws IOException {
      if (JobNames.KEYS.contains(key)) {
        json.scalar().ifPresent(value -> config.put(key, value));
      } else {
        json.skip();
      }
    }
  }
}
