package io.github.logcov.cli;

import io.github.logcov.fixtures.travis.FakeTravis;
import io.github.logcov.fixtures.travis.Fault;
import io.github.logcov.fixtures.travis.Fault.On;
import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.LogText;
import io.github.logcov.fixtures.travis.Scenario;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Damages what Travis answers, and looks at the verdict of {@code check}: it is the one of an
 * untroubled run, with the same numbers, or there is none (4 to 7). Each of the three jobs covers a
 * third of the lines, so whatever is lost or taken twice would show.
 */
final class TravisCampaign {
  private static final int LINES = 30;

  /** What happens. */
  private enum Harm {
    STATUS,
    PAGE,
    BODY_CUT,
    JOBS_CUT,
    JOBS_GARBLED,
    LOG_CUT,
    LOG_GARBLED,
    LOG_LINES_LOST,
    LOG_MASKED,
    LOG_OF_ANOTHER_JOB
  }

  private final Path directory;
  private final String jobs;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  /** With a folder for what is written. */
  TravisCampaign(Path directory) throws IOException {
    this.directory = directory;
    try (FakeTravis travis = FakeTravis.start(build())) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(travis.url() + "/build/8112/jobs"))
              .header("Travis-API-Version", "3")
              .header("Accept", "application/json")
              .build();
      jobs = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Failed runs with their seeds; empty when all is well. */
  List<String> failures() {
    return failures;
  }

  /** Harm and exit status -> how often. */
  Map<String, Integer> outcomes() {
    return outcomes;
  }

  private static Scenario build() {
    Scenario build = Scenario.build(8112);
    for (int job = 0; job < 3; job++) {
      build = build.job(Job.over("8112." + (job + 1), "passed", LogText.of(log(job))));
    }
    return build;
  }

  private static String log(int job) {
    int[] hits = new int[LINES];
    for (int line = job; line < LINES; line += 3) {
      hits[line] = 1;
    }
    String number = "8112." + (job + 1);
    String id = "811200" + (job + 1);
    return AtTravis.text(
        Emitted.file("cov/lcov.info", Reports.lcov("a.py", hits))
            .with(header -> header.buildId("8112").jobNumber(number).jobId(id)));
  }

  /** One troubled run; the same seed does the same again. */
  void run(long seed) throws IOException {
    Random random = new Random(seed);
    Scenario scenario = build();
    StringBuilder done = new StringBuilder();
    Harm last = Harm.STATUS;
    for (int harms = 1 + random.nextInt(2); harms > 0; harms--) {
      last = Harm.values()[random.nextInt(Harm.values().length)];
      Fault fault = fault(last, random);
      int times = random.nextInt(4);
      scenario = scenario.fault(times == 0 ? fault.always() : fault.times(times));
      done.append(last).append(' ').append(times == 0 ? "always" : times).append(' ');
    }
    Files.deleteIfExists(directory.resolve("summary.json"));
    try (AtTravis at = new AtTravis(directory, scenario)) {
      Run run =
          at.check(
              "--min-line",
              "100",
              "--json",
              "summary.json",
              "--settle",
              "5s",
              "--wait-timeout",
              "60s");
      outcomes.merge(last + " " + run.status(), 1, Integer::sum);
      boolean right = run.status() >= 4 && run.status() <= 7;
      if (run.status() == 0) {
        JsonNode line = Json.of(at.sandbox().read("summary.json")).get("totals").get("line");
        right = line.get("covered").asInt() == LINES && line.get("total").asInt() == LINES;
      }
      if (!right) {
        failures.add("seed " + seed + " " + done + "status " + run.status() + ": " + run.all());
      }
    }
  }

  private Fault fault(Harm harm, Random random) {
    On on = new On[] {On.ANY, On.JOBS, On.LOG, On.STAGES}[random.nextInt(4)];
    String log = log(random.nextInt(3));
    return switch (harm) {
      case STATUS ->
          Fault.status(
                  new int[] {400, 401, 403, 404, 408, 409, 410, 418, 429, 500, 502, 503}
                      [random.nextInt(12)])
              .on(on);
      case PAGE -> Fault.html().on(on);
      case BODY_CUT -> Fault.cutAfter(random.nextInt(1_500)).on(on);
      case JOBS_CUT -> json(jobs.substring(0, random.nextInt(jobs.length())));
      case JOBS_GARBLED -> json(garbled(jobs, random));
      case LOG_CUT -> text(log.substring(0, random.nextInt(log.length())));
      case LOG_GARBLED -> text(garbled(log, random));
      case LOG_LINES_LOST -> text(withoutLines(log, random));
      case LOG_MASKED -> text(masked(log, random));
      case LOG_OF_ANOTHER_JOB -> text(log);
    };
  }

  private static Fault json(String body) {
    return Fault.answer(200, "application/json", body).on(On.JOBS);
  }

  private static Fault text(String body) {
    return Fault.answer(200, "text/plain", body).on(On.LOG);
  }

  private static String garbled(String text, Random random) {
    StringBuilder garbled = new StringBuilder(text);
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      char with = (char) ('!' + random.nextInt(94));
      garbled.setCharAt(random.nextInt(garbled.length()), with);
    }
    return garbled.toString();
  }

  private static String withoutLines(String log, Random random) {
    List<String> lines = new ArrayList<>(List.of(log.split("(?<=\n)")));
    for (int times = 1 + random.nextInt(8); times > 0 && lines.size() > 1; times--) {
      lines.remove(random.nextInt(lines.size()));
    }
    return String.join("", lines);
  }

  private static String masked(String log, Random random) {
    int at = random.nextInt(log.length() - 3);
    String secret = log.substring(at, at + 2 + random.nextInt(2));
    return log.replace(secret, "[secure]");
  }

  @Override
  public String toString() {
    return Campaigns.text(outcomes, failures);
  }
}
