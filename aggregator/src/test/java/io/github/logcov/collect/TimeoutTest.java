package io.github.logcov.collect;

import static io.github.logcov.collect.Jobs.allowed;
import static io.github.logcov.collect.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.log.Job;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time bounds everything, and nobody waits in silence. */
class TimeoutTest {
  private final Scenario it = new Scenario();

  @AfterEach
  void leavesNothingOpen() {
    assertThat(it.openRegions).hasValue(0);
    assertThat(it.build.isClosed()).isTrue();
  }

  @Test
  void saysWhatWasOpenWhenTheTimeWasUp() {
    it.limits("10S", "90S", "32S");
    it.build
        .jobs(
            "0S",
            job("8.1", "started"),
            job("8.2", "passed"),
            job("8.3", "passed"),
            job("8.4", "passed"),
            job("8.5", "passed"))
        .log("8.2", "0S", FakeBuild.absent(false, "is empty"))
        .log("8.3", "0S", Texts.half("c.xml"))
        .log("8.4", "0S", FakeBuild.fault(FakeBuild.soon("Travis answered 500")))
        .log("8.5", "0S", Texts.whole("e.xml"));

    Ending ending = it.run();

    assertThat(it.pace.elapsed()).isEqualTo(Duration.ofSeconds(32));
    assertThat(Scenario.problems(ending))
        .containsExactly(
            "error wait-timeout: 32s are over (--wait-timeout), and still open: 8.1 (started), 8.2"
                + " (passed, but its log is empty), 8.3 (passed, but 0 whole payloads, 1 not whole"
                + " yet), 8.4 (passed, but its log cannot be read: Travis answered 500); look at"
                + " what keeps them, or wait longer");
    assertThat(it.delivered.get(0)).isEqualTo("0s 8.5: e.xml");
    String unread =
        "nothing; note job-unread: not looked at any more, since the time was up (--wait-timeout"
            + " 32s)";
    assertThat(it.delivered.get(1)).isEqualTo("32s 8.1: " + unread);
    assertThat(it.delivered.get(2)).isEqualTo("32s 8.2: " + unread);
    assertThat(it.delivered.get(3)).startsWith("32s 8.3: " + unread + "; error payload-truncated");
    assertThat(it.delivered.get(4)).isEqualTo("32s 8.4: " + unread);
  }

  @Test
  void warnsOnlyWhenJobsThatOweNothingAreOpen() {
    it.limits("10S", "90S", "32S");
    it.build
        .jobs("0S", allowed("8.1", "started"), allowed("8.2", "passed"), job("8.3", "passed"))
        .log("8.2", "0S", Texts.payload("b.xml") + Texts.half("c.xml"))
        .log("8.3", "0S", Texts.whole("d.xml"));

    Ending ending = it.run();

    assertThat(ending.problems()).isEmpty();
    assertThat(it.delivered.get(0)).isEqualTo("0s 8.3: d.xml");
    assertThat(it.delivered.get(1))
        .isEqualTo(
            "32s 8.1: nothing; warning job-unfinished: is still started, and is left out, since the"
                + " time was up (--wait-timeout 32s); see https://ci/8.1");
    assertThat(it.delivered.get(2))
        .startsWith(
            "32s 8.2: b.xml; warning wait-timeout: 1 whole payload, 1 not whole yet, and more of it"
                + " is not waited for, since the time was up (--wait-timeout 32s); error"
                + " payload-truncated");
  }

  @Test
  void namesTheFaultThatKeptTheJobsFromBeingListed() {
    it.limits("10S", "90S", "12S");
    it.build.jobs("0S", job("8.1", "started"));
    it.pace.slow(Duration.ZERO, Duration.ofHours(1));

    Ending ending = it.run();

    assertThat(Scenario.problems(ending))
        .containsExactly(
            "error wait-timeout: 12s are over (--wait-timeout), and still open: 8.1 (started); look"
                + " at what keeps them, or wait longer");
    // What ends because the build was closed is no news.
    assertThat(it.told).containsExactly("0s waiting for [8.1]", "12s ended");
  }

  @Test
  void abandonsAReadThatHangsAndClosesWhatItBringsLater() {
    it.build.deaf = true;
    it.limits("10S", "90S", "12S");
    it.build.jobs("0S", job("8.1", "passed")).log("8.1", "0S", Texts.whole("a.xml"));
    it.pace.slow(Duration.ZERO, Duration.ofHours(1));

    Ending ending = it.run();

    assertThat(Scenario.problems(ending).get(0))
        .contains("8.1 (passed, but its log is not read yet)");
    assertThat(it.pace.elapsed()).isEqualTo(Duration.ofSeconds(12));
    it.pace.hurry();
    assertThat(it.build.calls()).containsExactly("0s list", "10s list", "12s log 8.1");
  }

  @Test
  void shortensALongList() {
    it.limits("10S", "90S", "12S");
    it.build.jobs(
        "0S",
        IntStream.rangeClosed(1, 200)
            .mapToObj(number -> job("8." + number, "queued"))
            .toArray(Job[]::new));

    Ending ending = it.run();

    assertThat(ending.problems().get(0).message())
        .isEqualTo(
            "12s are over (--wait-timeout), and still open: 8.1 (queued), 8.2 (queued), 8.3"
                + " (queued), 8.4 (queued), 8.5 (queued) and 195 more; look at what keeps them, or"
                + " wait longer");
  }

  @Test
  void saysSomethingAtEveryPulseEvenWhileARequestHangs() {
    it.pulse = Duration.ofSeconds(55);
    it.limits("5S", "90S", "3M");
    it.build
        .jobs("0S", job("8.1", "passed"), job("8.2", "started"))
        .log("8.1", "0S", Texts.whole("a.xml"));
    it.pace.slow(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofHours(1));

    it.run();

    assertThat(it.told)
        .containsExactly(
            "0s waiting for [8.1, 8.2]",
            "0s 8.1 1 whole payload (complete)",
            "55s still 1 of 2 after 55s: [8.2 (started)]",
            "1m50s still 1 of 2 after 1m50s: [8.2 (started)]",
            "2m45s still 1 of 2 after 2m45s: [8.2 (started)]",
            "3m ended");
  }

  /** Whole minutes: where Travis does not say how long, it counts by the minutes of that clock. */
  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-24H", "PT24H", "PT-1M", "PT876000H"})
  void goesOnAsEverWhenTheClockIsSet(String leap) {
    it.pace.leap = Duration.parse(leap);
    it.limits("10S", "90S", "3M");
    it.build
        .jobs("0S", job("8.1", "passed"), job("8.2", "passed"), job("8.3", "started"))
        .log("8.1", "0S", FakeBuild.fault(FakeBuild.throttled()))
        .log("8.1", "55S", Texts.whole("a.xml"))
        .log("8.2", "0S", Texts.half("c.xml"));

    it.run();

    assertThat(it.told)
        .containsExactly(
            "0s waiting for [8.1, 8.2, 8.3]",
            "0s throttled for 55s",
            "0s 8.2 0 whole payloads, 1 not whole yet",
            "55s 8.1 1 whole payload (complete)",
            "1m30s 8.2 0 whole payloads, 1 not whole yet (complete)",
            "3m ended");
  }

  @Test
  void countsTheTimeOfTheFirstListToo() {
    it.limits("10S", "90S", "30S");
    it.build.jobs("0S", job("8.1", "started"));
    it.pace.slow(Duration.ofSeconds(20));

    it.run();

    assertThat(it.pace.elapsed()).isEqualTo(Duration.ofSeconds(30));
  }
}
