package io.github.logcov.cli;

import static io.github.logcov.cli.AtTravis.log;
import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;

import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.LogText;
import io.github.logcov.fixtures.travis.Scenario;
import io.github.logcov.fixtures.travis.Step;

/** Builds whose two tests pass a gate of 100 % together. */
final class LiveBuilds {
  static final LogText FIRST = log(file("a.info", lcov("a.py", 1, 0)));
  static final LogText SECOND = log(file("a.info", lcov("a.py", 0, 1)));

  private LiveBuilds() {}

  /** Two jobs that are done, without stages. */
  static Scenario matrix() {
    return Scenario.build(8112)
        .job(Job.over("8112.1", "passed", FIRST))
        .job(Job.over("8112.2", "passed", SECOND));
  }

  /** The same in a stage, with two more stages behind it. */
  static Scenario staged() {
    return Scenario.build(8112)
        .job(Job.over("8112.1", "passed", FIRST).stage("Test"))
        .job(Job.over("8112.2", "passed", SECOND).stage("Test"))
        .job(Job.numbered("8112.3").stage("Coverage").then(Step.start().state("started")))
        .job(Job.numbered("8112.4").stage("Coverage"))
        .job(Job.numbered("8112.5").stage("Deploy"));
  }
}
