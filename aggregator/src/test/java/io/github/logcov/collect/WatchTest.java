package io.github.logcov.collect;

import static io.github.logcov.collect.Jobs.allowed;
import static io.github.logcov.collect.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When jobs are looked at, how long, and what their states mean. */
class WatchTest {
  private final Scenario it = new Scenario();

  @AfterEach
  void leavesNothingOpen() {
    assertThat(it.openRegions).hasValue(0);
    assertThat(it.build.isClosed()).isTrue();
  }

  @Test
  void asksOnceForTheJobsAndOncePerLogWhenAllIsThere() {
    it.build
        .jobs("0S", job("8.1", "passed"), job("8.2", "passed"))
        .log("8.1", "0S", Texts.whole("a.xml"))
        .log("8.2", "0S", Texts.whole("b.xml"));

    Ending ending = it.run();

    assertThat(it.build.calls()).containsExactly("0s list", "0s log 8.1", "0s log 8.2");
    assertThat(it.delivered).containsExactly("0s 8.1: a.xml", "0s 8.2: b.xml");
    assertThat(ending.problems()).isEmpty();
    assertThat(it.told)
        .containsExactly(
            "0s waiting for [8.1, 8.2]",
            "0s 8.1 1 whole payload (complete)",
            "0s 8.2 1 whole payload (complete)",
            "0s ended");
  }

  @Test
  void looksAtTheJobsOncePerPollAndReadsEachLogWhenItsJobIsDone() {
    it.build
        .jobs("0S", job("8.1", "started"), job("8.2", "created"))
        .jobs("7S", job("8.1", "passed"), job("8.2", "started"))
        .jobs("12S", job("8.1", "passed"), job("8.2", "passed"))
        .log("8.1", "0S", Texts.whole("a.xml"))
        .log("8.2", "0S", Texts.whole("b.xml"));

    it.run();

    assertThat(it.build.calls())
        .containsExactly(
            "0s list", "5s list", "10s list", "10s log 8.1", "15s list", "15s log 8.2");
    assertThat(it.delivered).containsExactly("10s 8.1: a.xml", "15s 8.2: b.xml");
    assertThat(it.told)
        .containsExactly(
            "0s waiting for [8.1, 8.2]",
            "10s 8.1 passed",
            "10s 8.2 started",
            "10s 8.1 1 whole payload (complete)",
            "15s 8.2 passed",
            "15s 8.2 1 whole payload (complete)",
            "15s ended");
  }

  @Test
  @Timeout(20)
  void asksThoughTheClockNeverStandsStill() {
    it.pace.tick = Duration.ofNanos(1);
    it.build
        .jobs("0S", job("8.1", "started"))
        .jobs("7S", job("8.1", "passed"))
        .log("8.1", "0S", Texts.whole("a.xml"));

    it.run();

    assertThat(it.build.calls()).hasSize(4);
    assertThat(it.delivered).singleElement().asString().endsWith(" 8.1: a.xml");
  }

  @Test
  void takesAStateNobodyKnowsForUnfinished() {
    it.build
        .jobs("0S", job("8.1", "configured"))
        .jobs("3S", job("8.1", "passed"))
        .log("8.1", "0S", Texts.whole("a.xml"));

    it.run();

    assertThat(it.delivered).containsExactly("5s 8.1: a.xml");
  }

  @Test
  void endsAtOnceWhenAJobThatMustPassFailed() {
    it.build
        .jobs("0S", job("8.1", "passed"), job("8.2", "started"), job("8.3", "started"))
        .jobs("4S", job("8.1", "passed"), job("8.2", "failed"), job("8.3", "started"))
        .log("8.1", "0S", Texts.whole("a.xml"))
        .log("8.2", "0S", Texts.whole("b.xml"));

    Ending ending = it.run();

    assertThat(it.build.calls()).containsExactly("0s list", "0s log 8.1", "5s list", "5s log 8.2");
    assertThat(it.delivered)
        .containsExactly(
            "0s 8.1: a.xml",
            "5s 8.2: b.xml; error job-failed: must have passed, but failed; see https://ci/8.2",
            "5s 8.3: nothing; note job-unread: not looked at any more, since job 8.2 failed");
    assertThat(ending.problems()).isEmpty();
    assertThat(ending.jobs().get(1)).isEqualTo(job("8.2", "failed"));
  }

  @Test
  void keepsAWholeLogThatWasAboutToBeReadOnceMoreWhenItEndsEarly() {
    it.build
        .jobs("0S", job("8.1", "passed"), job("8.2", "started"))
        .jobs("4S", job("8.1", "passed"), job("8.2", "failed"))
        .log("8.1", "0S", Texts.payload("a.xml"))
        .log("8.2", "0S", "tests\n" + Texts.CLOSING);

    it.run();

    assertThat(it.delivered)
        .containsExactly(
            "5s 8.1: a.xml",
            "5s 8.2: nothing; error job-failed: must have passed, but failed; see https://ci/8.2");
  }

  @Test
  void waitsForAJobThatMayFailAndReadsItsLog() {
    it.build
        .jobs("0S", job("8.1", "passed"), allowed("8.2", "started"))
        .jobs("9S", job("8.1", "passed"), allowed("8.2", "failed"))
        .log("8.1", "0S", Texts.whole("a.xml"))
        .log("8.2", "0S", Texts.whole("b.xml"));

    it.run();

    assertThat(it.delivered)
        .containsExactly(
            "0s 8.1: a.xml",
            "10s 8.2: b.xml; note job-failed: failed, which it may; see https://ci/8.2");
  }

  @Test
  void readsNoLogWhenOnlyStatesMatter() {
    it.reading = Reading.NEVER;
    it.build
        .jobs("0S", job("8.1", "passed"), job("8.2", "started"))
        .jobs("1S", job("8.1", "passed"), job("8.2", "passed"));

    Ending ending = it.run();

    assertThat(it.build.calls()).containsExactly("0s list", "5s list");
    assertThat(it.delivered).containsExactly("0s 8.1: nothing", "5s 8.2: nothing");
    assertThat(ending.problems()).isEmpty();
  }

  @Test
  void endsAtOnceWhenOnlyStatesMatterAndOneIsBad() {
    it.reading = Reading.NEVER;
    it.build.jobs("0S", job("8.1", "passed"), job("8.2", "failed"), job("8.3", "started"));

    it.run();

    assertThat(it.delivered)
        .containsExactly(
            "0s 8.1: nothing",
            "0s 8.2: nothing; error job-failed: must have passed, but failed; see https://ci/8.2",
            "0s 8.3: nothing; note job-unread: not looked at any more, since job 8.2 failed");
  }

  @Test
  void readsEveryLogOnceAsItStandsWhenAskedForNow() {
    it.reading = Reading.NOW;
    it.build
        .jobs("0S", job("8.1", "failed"), allowed("8.2", "started"), allowed("8.3", "created"))
        .log("8.1", "0S", Texts.whole("a.xml"))
        .log("8.2", "0S", Texts.payload("b.xml"));

    it.run();

    assertThat(it.build.calls())
        .containsExactly("0s list", "0s log 8.1", "0s log 8.2", "0s log 8.3");
    assertThat(it.delivered)
        .containsExactly(
            "0s 8.1: a.xml; error job-failed: must have passed, but failed; see https://ci/8.1",
            "0s 8.2: b.xml; warning job-unfinished: is still started, so its coverage may not be"
                + " all there; see https://ci/8.2",
            "0s 8.3: nothing; warning job-unfinished: is still created, so its coverage may not be"
                + " all there; see https://ci/8.3; note coverage-missing: its log is not there");
  }

  @Test
  void readsAnewWhatWasRestartedAndTakesBackWhatItDelivered() {
    it.build
        .jobs("0S", job("8.1", "passed"), job("8.2", "started"))
        .jobs("4S", job("8.1", "created"), job("8.2", "started"))
        .jobs("9S", job("8.1", "passed", false, 1), job("8.2", "passed"))
        .log("8.1", "0S", Texts.whole("old.xml"))
        .log("8.1", "4S", FakeBuild.absent(false, "is empty"))
        .log("8.1", "9S", Texts.whole("new.xml"))
        .log("8.2", "0S", Texts.whole("b.xml"));

    it.run();

    assertThat(it.delivered)
        .containsExactly(
            "0s 8.1: old.xml", "5s 8.1 withdrawn", "10s 8.1: new.xml", "10s 8.2: b.xml");
    assertThat(it.told).contains("5s 8.1 restarted");
  }

  @Test
  void noticesARestartByItsTimesAloneAndSettlesAnew() {
    it.build
        .jobs("0S", job("8.1", "passed"))
        .jobs("59S", job("8.1", "passed", false, 1))
        .log("8.1", "0S", FakeBuild.absent(false, "is empty"))
        .log("8.1", "2M", Texts.whole("new.xml"));

    it.run();

    // 90 s after the first end it would have been missing; here they begin at 1m.
    assertThat(it.told).contains("1m restarted".replace("1m ", "1m 8.1 "));
    assertThat(it.delivered).containsExactly("2m 8.1: new.xml");
  }

  @Test
  void isNoRestartWhenTheEndIsNotedAMomentAfterTheState() {
    it.build
        .jobs("0S", Jobs.simple("8.1", "passed"), job("8.2", "started"))
        .jobs("4S", job("8.1", "passed"), job("8.2", "passed"))
        .log("8.1", "0S", Texts.whole("a.xml"))
        .log("8.2", "0S", Texts.whole("b.xml"));

    it.run();

    assertThat(it.delivered).containsExactly("0s 8.1: a.xml", "5s 8.2: b.xml");
  }
}
