package io.github.logcov.collect;

import static io.github.logcov.collect.Jobs.allowed;
import static io.github.logcov.collect.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.log.JobPattern;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a log is read again after its job was done. */
class SettlingTest {
  private final Scenario it = new Scenario();

  @AfterEach
  void leavesNothingOpen() {
    assertThat(it.openRegions).hasValue(0);
  }

  @Test
  void readsAgainUntilThePayloadThatBeganIsWhole() {
    passed().log("8.1", "0S", Texts.half("a.xml")).log("8.1", "12S", Texts.whole("a.xml"));

    it.run();

    assertThat(logCalls()).containsExactly("0s", "5s", "12.5s");
    assertThat(it.delivered).containsExactly("12.5s 8.1: a.xml");
    assertThat(it.told)
        .containsExactly(
            "0s waiting for [8.1]",
            "0s 8.1 0 whole payloads, 1 not whole yet",
            "12.5s 8.1 1 whole payload (complete)",
            "12.5s ended");
  }

  @Test
  void readsAgainWhileTheLogIsMissingOrEmpty() {
    passed()
        .log("8.1", "0S", FakeBuild.absent(false, "is not there"))
        .log("8.1", "3S", FakeBuild.absent(false, "is empty"))
        .log("8.1", "7S", Texts.whole("a.xml"));

    it.run();

    assertThat(logCalls()).containsExactly("0s", "5s", "12.5s");
    assertThat(it.delivered).containsExactly("12.5s 8.1: a.xml");
    assertThat(it.told).contains("0s 8.1 its log is not there", "5s 8.1 its log is empty");
  }

  @Test
  void missesTheCoverageOfALogThatNeverCame() {
    it.limits("20S", "90S", "40M");
    passed().log("8.1", "0S", FakeBuild.absent(false, "is empty"));

    Ending ending = it.run();

    assertThat(logCalls()).containsExactly("0s", "20s", "40s", "1m", "1m20s", "1m30s");
    assertThat(it.delivered)
        .containsExactly(
            "1m30s 8.1: nothing; error coverage-missing: its log is empty 1m30s after the job was"
                + " done; restart the job, or give its log longer with --settle");
    assertThat(ending.problems()).isEmpty();
  }

  @Test
  void countsTheTimeToSettleFromTheFirstSightOfTheFinalState() {
    it.build
        .jobs("0S", job("8.1", "started"))
        .jobs("58S", job("8.1", "passed"))
        .log("8.1", "0S", FakeBuild.absent(false, "is empty"));

    it.run();

    assertThat(it.delivered.get(0)).startsWith("2m30s 8.1: nothing; error coverage-missing");
  }

  @Test
  void doesNotWaitForALogThatWasRemoved() {
    passed().log("8.1", "0S", FakeBuild.absent(true, "was removed"));

    it.run();

    assertThat(it.delivered)
        .containsExactly(
            "0s 8.1: nothing; error coverage-missing: its log was removed; restart the job");
  }

  @Test
  void doesNotWaitForTheLogOfAJobThatNeverStarted() {
    it.build.jobs("0S", allowed("8.1", "canceled"));
    it.build.jobs("0S", neverStarted());

    it.run();

    assertThat(it.delivered)
        .containsExactly(
            "0s 8.1: nothing; note job-failed: was canceled, which it may; warning"
                + " coverage-missing: its log is not there, since the job was canceled before it"
                + " started");
  }

  private static io.github.logcov.log.Job neverStarted() {
    io.github.logcov.log.Job job = Jobs.simple("8.1", "canceled");
    return new io.github.logcov.log.Job(
        job.id(), job.number(), job.name(), job.stage(), job.state(), true, job.url(), job.times());
  }

  @Test
  void readsALogWithoutTheLastLineOnceMoreAndTakesItWhenItDidNotGrow() {
    passed().log("8.1", "0S", Texts.payload("a.xml"));

    it.run();

    assertThat(logCalls()).containsExactly("0s", "5s");
    assertThat(it.delivered).containsExactly("5s 8.1: a.xml");
  }

  @Test
  void losesNoPayloadThatComesAfterAnotherWhileThereIsNoLastLine() {
    passed()
        .log("8.1", "0S", Texts.payload("a.xml"))
        .log("8.1", "4S", Texts.payload("a.xml") + "more\n")
        .log("8.1", "9S", Texts.payload("a.xml") + "more\n" + Texts.payload("b.xml"));

    it.run();

    assertThat(logCalls()).containsExactly("0s", "5s", "12.5s", "23.7s");
    assertThat(it.delivered).containsExactly("23.7s 8.1: a.xml, b.xml");
  }

  @Test
  void takesALogThatGrowsForEverWhenTheTimeToSettleIsOver() {
    it.limits("5S", "12S", "40M");
    passed();
    String text = Texts.payload("a.xml");
    for (int second = 0; second < 30; second++) {
      text += "more\n";
      it.build.log("8.1", second + "S", text);
    }

    it.run();

    assertThat(logCalls()).containsExactly("0s", "5s", "12s");
    assertThat(it.delivered).containsExactly("12s 8.1: a.xml");
  }

  @Test
  void readsALogWithTheLastLineAndNoPayloadOnceMore() {
    passed().log("8.1", "0S", "tests\n" + Texts.CLOSING);

    it.run();

    assertThat(logCalls()).containsExactly("0s", "5s");
    // The aggregation says what is missing.
    assertThat(it.delivered).containsExactly("5s 8.1: nothing");
  }

  @Test
  void findsThePayloadThatCameAfterTheLastLine() {
    passed().log("8.1", "0S", "tests\n" + Texts.CLOSING).log("8.1", "2S", Texts.whole("a.xml"));

    it.run();

    assertThat(it.delivered).containsExactly("5s 8.1: a.xml");
  }

  @Test
  void missesThePayloadOfALogWithoutTheLastLineWhenItHasSettled() {
    passed().log("8.1", "0S", "tests\n");

    it.run();

    assertThat(it.delivered)
        .containsExactly(
            "1m30s 8.1: nothing; error coverage-missing: has no report in its log, which has no"
                + " last line of Travis either 1m30s after the job was done; restart the job, or"
                + " give its log longer with --settle");
  }

  @Test
  void takesTheWordsWithWhichTheJobWasEndedForALastLine() {
    it.build
        .jobs("0S", allowed("8.1", "errored"))
        .log(
            "8.1",
            "0S",
            Texts.payload("a.xml")
                + "The job exceeded the maximum time limit for jobs, and has been terminated.\n");

    it.run();

    assertThat(logCalls()).containsExactly("0s");
  }

  @Test
  void waitsForAGapToFillAlthoughTheLastLineIsThere() {
    passed()
        .log("8.1", "0S", Texts.half("a.xml") + "\n" + Texts.CLOSING)
        .log("8.1", "22S", Texts.whole("a.xml"));

    it.run();

    assertThat(it.delivered).containsExactly("23.7s 8.1: a.xml");
  }

  @Test
  void reportsDamageThatDidNotFillInTime() {
    passed().log("8.1", "0S", Texts.half("a.xml") + "\n" + Texts.CLOSING);

    it.run();

    assertThat(it.delivered).hasSize(1);
    assertThat(it.delivered.get(0))
        .startsWith("1m30s 8.1: nothing; error payload-truncated: cut after line ");
  }

  @Test
  void reportsAtOnceWhatAMaskTook() {
    passed().log("8.1", "0S", Texts.masked("a.xml"));

    it.run();

    assertThat(logCalls()).containsExactly("0s");
    assertThat(it.delivered.get(0)).startsWith("0s 8.1: nothing; error payload-masked: ");
    assertThat(it.told).contains("0s 8.1 0 whole payloads, 1 damaged (complete)");
  }

  @Test
  void reportsAtOnceWhatAMaskTookTogetherWithTheHeaderWhenTheLogHasEnded() {
    passed().log("8.1", "0S", Texts.maskedWithItsHeader("a.xml") + Texts.CLOSING);

    it.run();

    assertThat(logCalls()).containsExactly("0s");
    assertThat(it.delivered.get(0))
        .startsWith("0s 8.1: nothing; error payload-header-missing: ")
        .contains(" lines with [secure]");
  }

  @Test
  void reportsAtOnceWhatTheScannerTookTogetherWithTheHeaderWhenTheJobWasEnded() {
    String ended = "The job exceeded the maximum time limit for jobs, and has been terminated.\n";
    it.build
        .jobs("0S", allowed("8.1", "errored"))
        .log("8.1", "0S", Texts.maskedWithItsHeader("a.xml", "*".repeat(128)) + ended);

    it.run();

    assertThat(logCalls()).containsExactly("0s");
    assertThat(it.delivered.get(0))
        .contains("error payload-header-missing: ")
        .contains("the log scanner wrote asterisks over ");
  }

  @Test
  void waitsForTheHeaderOfAMaskedPayloadWhileTheLogGoesOn() {
    passed()
        .log("8.1", "0S", Texts.maskedWithItsHeader("a.xml"))
        .log("8.1", "3S", Texts.whole("a.xml"));

    it.run();

    assertThat(it.delivered).containsExactly("5s 8.1: a.xml");
  }

  @Test
  void readsALogThatIsNotCompleteEverMoreSeldomButAtTheEndForCertain() {
    passed().log("8.1", "0S", FakeBuild.absent(false, "is empty"));

    it.run();

    assertThat(logCalls())
        .containsExactly("0s", "5s", "12.5s", "23.7s", "40.6s", "1m", "1m20s", "1m30s");
  }

  @Test
  void waitsForAnotherPayloadBesideTheMaskedOne() {
    passed()
        .log("8.1", "0S", Texts.masked("a.xml") + Texts.half("b.xml"))
        .log("8.1", "7S", Texts.masked("a.xml") + Texts.whole("b.xml"));

    it.run();

    assertThat(it.delivered.get(0)).startsWith("12.5s 8.1: b.xml; error payload-masked: ");
  }

  @Test
  void doesNotWaitForTheReportOfAJobThatOwesNone() {
    it.noCoverage("8.1", "8.2");
    it.build
        .jobs("0S", job("8.1", "passed"), job("8.2", "passed"))
        .log("8.1", "0S", FakeBuild.absent(false, "is empty"))
        .log("8.2", "0S", "lint\n");

    it.run();

    assertThat(it.build.calls()).containsExactly("0s list", "0s log 8.1", "0s log 8.2");
    assertThat(it.delivered).containsExactly("0s 8.1: nothing", "0s 8.2: nothing");
  }

  @Test
  void takesTheReportOfAJobThatOwesNone() {
    it.noCoverage("8.1");
    passed().log("8.1", "0S", Texts.half("a.xml")).log("8.1", "2S", Texts.whole("a.xml"));

    it.run();

    assertThat(it.delivered).containsExactly("5s 8.1: a.xml");
  }

  @Test
  void warnsOfTheMissingCoverageOfAnOptionalJob() {
    it.requirements = new Requirements(List.of(JobPattern.of("8.1")), List.of());
    passed().log("8.1", "0S", FakeBuild.absent(false, "is empty"));

    it.run();

    assertThat(it.delivered.get(0))
        .startsWith("1m30s 8.1: nothing; warning coverage-missing: its log is empty 1m30s after");
  }

  @Test
  void readsOnceWhenThereIsNoTimeToSettle() {
    it.limits("5S", "0S", "40M");
    passed().log("8.1", "0S", Texts.payload("a.xml"));

    it.run();

    assertThat(logCalls()).containsExactly("0s");
    assertThat(it.delivered).containsExactly("0s 8.1: a.xml");
  }

  private FakeBuild passed() {
    return it.build.jobs("0S", job("8.1", "passed"));
  }

  private List<String> logCalls() {
    return it.build.calls().stream()
        .filter(call -> call.endsWith("log 8.1"))
        .map(call -> call.substring(0, call.indexOf(' ')))
        .toList();
  }
}
