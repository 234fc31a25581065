package io.github.logcov.log.travis;

import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.Job;
import io.github.logcov.log.LiveBuild;
import io.github.logcov.log.LogAbsentException;
import io.github.logcov.log.Siblings;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A build on Travis, whose jobs are asked for anew with each call. */
public final class TravisBuild implements LiveBuild {
  private final TravisSettings settings;
  private final TravisClient client;
  private final BuildMemory memory;

  private TravisBuild(TravisSettings settings, long maxJsonBytes) {
    this.settings = settings;
    this.client = new TravisClient(settings, maxJsonBytes);
    this.memory = new BuildMemory(settings, client);
  }

  /** The build that the settings name; nothing is asked as yet. */
  public static TravisBuild of(TravisSettings settings) {
    return new TravisBuild(settings, TravisClient.MAX_JSON_BYTES);
  }

  /** With another bound for answers in JSON, unpacked. */
  static TravisBuild of(TravisSettings settings, long maxJsonBytes) {
    return new TravisBuild(settings, maxJsonBytes);
  }

  @Override
  public Siblings siblings() throws UnavailableException {
    List<ApiJob> all = memory.jobs();
    SiblingChoice choice =
        SiblingChoice.of(all, settings.own(), settings.buildId(), settings.reach());
    List<Job> jobs = choice.jobs().stream().map(this::job).toList();
    List<Problem> notes =
        choice.note().stream()
            .map(note -> Problem.note(ProblemType.JOB_LEFT_OUT, Origin.NOWHERE, note))
            .toList();
    return new Siblings(build(all), jobs, notes);
  }

  private Job job(ApiJob job) {
    Shown shown = client.shown();
    return new Job(
        Optional.of(job.id()),
        job.number(),
        memory.name(job),
        job.stage().flatMap(ApiStage::name).map(shown::text).filter(name -> !name.isEmpty()),
        Optional.of(shown.text(job.state())),
        job.allowFailure(),
        Optional.of(shown.message(settings.api().jobPage(Slugs.of(job), job.id()))),
        job.times());
  }

  private BuildInfo build(List<ApiJob> jobs) {
    Shown shown = client.shown();
    ApiJob any = jobs.get(0);
    return new BuildInfo(
        Optional.of(settings.buildId()),
        any.buildNumber().map(shown::text).filter(number -> !number.isEmpty()),
        any.commit().map(shown::text).filter(commit -> !commit.isEmpty()),
        Optional.of(shown.message(settings.api().buildPage(Slugs.of(any), settings.buildId()))));
  }

  @Override
  public InputStream openLog(Job job) throws LogAbsentException, UnavailableException {
    String id = job.id().filter(Ids::isId).orElse("");
    if (id.isEmpty()) {
      throw new IllegalArgumentException("not a job of this build: " + job);
    }
    return client.log(id, job.number());
  }

  @Override
  public void close() {
    client.close();
  }
}
