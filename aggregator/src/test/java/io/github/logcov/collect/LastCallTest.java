package io.github.logcov.collect;

import static io.github.logcov.collect.Jobs.allowed;
import static io.github.logcov.collect.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is still read when there is nothing more to wait for. */
class LastCallTest {
  private static final String FAILED =
      "; error job-failed: must have passed, but failed; see https://ci/";
  private static final String UNREAD = "; note job-unread: not looked at any more, since ";

  private Scenario it = new Scenario();

  @AfterEach
  void leavesNothingOpen() {
    assertThat(it.openRegions).hasValue(0);
    assertThat(it.build.isClosed()).isTrue();
  }

  @Test
  void showsAllThereIsOfABuildThatIsOverAndFailed() {
    it.build
        .jobs(
            "0S",
            job("8.1", "passed"),
            job("8.2", "failed"),
            job("8.3", "canceled"),
            allowed("8.4", "failed"),
            job("8.5", "passed"))
        .log("8.1", "0S", Texts.whole("a.xml"))
        .log("8.2", "0S", Texts.whole("b.xml"))
        .log("8.3", "0S", "tests\n" + Texts.CLOSING)
        .log("8.4", "0S", Texts.whole("d.xml"))
        .log("8.5", "0S", Texts.payload("e.xml"));

    Ending ending = it.run();

    assertThat(it.build.calls())
        .containsExactly(
            "0s list", "0s log 8.1", "0s log 8.2", "0s log 8.3", "0s log 8.4", "0s log 8.5");
    assertThat(it.delivered)
        .containsExactlyInAnyOrder(
            "0s 8.1: a.xml",
            "0s 8.2: b.xml" + FAILED + "8.2",
            "0s 8.3: nothing; error job-failed: must have passed, but was canceled; see"
                + " https://ci/8.3",
            "0s 8.4: d.xml; note job-failed: failed, which it may; see https://ci/8.4",
            "0s 8.5: e.xml");
    assertThat(ending.problems()).isEmpty();
  }

  @Test
  void missesNothingThatWaitingMightHaveBrought() {
    it.build
        .jobs(
            "0S",
            job("8.1", "failed"),
            job("8.2", "passed"),
            job("8.3", "passed"),
            job("8.4", "passed"),
            job("8.5", "started"))
        .log("8.1", "0S", FakeBuild.absent(false, "is empty"))
        .log("8.2", "0S", FakeBuild.absent(false, "is not there"))
        .log("8.3", "0S", Texts.payload("c.xml") + Texts.half("d.xml"))
        .log("8.4", "0S", "tests\n" + Texts.CLOSING)
        .log("8.5", "0S", Texts.payload("e.xml"));

    it.run();

    String since = UNREAD + "job 8.1 failed";
    assertThat(it.pace.elapsed()).isZero();
    assertThat(it.delivered)
        .containsExactlyInAnyOrder(
            "0s 8.1: nothing" + FAILED + "8.1" + since + " (its log is empty)",
            "0s 8.2: nothing" + since + " (its log is not there)",
            "0s 8.3: c.xml" + since + " (1 whole payload, 1 not whole yet)",
            "0s 8.4: nothing" + since + " (no payload)",
            "0s 8.5: nothing" + since);
  }

  @Test
  void reportsWhatNoWaitingMends() {
    it.build
        .jobs("0S", job("8.1", "failed"), job("8.2", "passed"), job("8.3", "passed"))
        .log("8.1", "0S", Texts.whole("a.xml"))
        .log("8.2", "0S", Texts.masked("b.xml") + Texts.half("c.xml"))
        .log("8.3", "0S", FakeBuild.absent(true, "was removed"));

    it.run();

    assertThat(it.delivered).hasSize(3);
    assertThat(it.delivered)
        .contains("0s 8.3: nothing; error coverage-missing: its log was removed; restart the job");
    assertThat(it.delivered.get(2))
        .startsWith(
            "0s 8.2: nothing"
                + UNREAD
                + "job 8.1 failed (0 whole payloads, 2 not whole yet); error payload-masked: ")
        .doesNotContain("payload-truncated");
  }

  @Test
  void asksForNoLogTwiceAndForNoListAnyMore() {
    it.build
        .jobs("0S", job("8.1", "failed"), job("8.2", "passed"), job("8.3", "passed"))
        .log("8.1", "0S", Texts.whole("a.xml"))
        .once("8.2", FakeBuild.fault(FakeBuild.soon("Travis answered 500")))
        .once("8.3", FakeBuild.fault(FakeBuild.none("the log of job 8.3 is restricted")));

    it.run();

    assertThat(it.build.calls())
        .containsExactly("0s list", "0s log 8.1", "0s log 8.2", "0s log 8.3");
    assertThat(it.delivered)
        .containsExactlyInAnyOrder(
            "0s 8.1: a.xml" + FAILED + "8.1",
            "0s 8.2: nothing"
                + UNREAD
                + "job 8.1 failed (its log cannot be read: Travis answered 500)",
            "0s 8.3: nothing; error travis-refused: the log of job 8.3 is restricted");
    assertThat(it.told).noneMatch(line -> line.contains("again in"));
  }

  @Test
  void waitsTenSecondsAtMost() {
    it.build
        .jobs("0S", job("8.1", "failed"), job("8.2", "passed"))
        .log("8.1", "0S", Texts.whole("a.xml"))
        .log("8.2", "0S", Texts.whole("b.xml"));
    it.pace.slow(Duration.ZERO, Duration.ofSeconds(9), Duration.ofSeconds(11));

    it.run();

    assertThat(it.pace.elapsed()).isEqualTo(Duration.ofSeconds(10));
    assertThat(it.delivered)
        .containsExactly(
            "9s 8.1: a.xml" + FAILED + "8.1", "10s 8.2: nothing" + UNREAD + "job 8.1 failed");
  }

  @Test
  void waitsNoLongerThanTheTimeThatIsLeft() {
    it.limits("5S", "90S", "3S");
    it.build.jobs("0S", job("8.1", "failed")).log("8.1", "0S", Texts.whole("a.xml"));
    it.pace.slow(Duration.ZERO, Duration.ofSeconds(4));

    it.run();

    assertThat(it.pace.elapsed()).isEqualTo(Duration.ofSeconds(3));
    assertThat(it.delivered)
        .containsExactly("3s 8.1: nothing" + FAILED + "8.1" + UNREAD + "job 8.1 failed");
  }

  @Test
  void asksAServerThatWantsAPauseForNothingMore() {
    it.build.jobs(
        "0S",
        IntStream.rangeClosed(1, 9)
            .mapToObj(number -> job("8." + number, number == 1 ? "failed" : "passed"))
            .toArray(io.github.logcov.log.Job[]::new));
    it.build.once("8.1", FakeBuild.fault(FakeBuild.throttled(Duration.ofSeconds(17))));

    it.run();

    assertThat(it.pace.elapsed()).isZero();
    // Four go out before any answer is there.
    assertThat(it.build.calls())
        .containsExactly("0s list", "0s log 8.1", "0s log 8.2", "0s log 8.3", "0s log 8.4");
    assertThat(it.delivered).hasSize(9);
  }

  @Test
  void deliversTheSameWhicheverAnswerComesFirst() {
    List<String> expected = null;
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      it = new Scenario();
      severalRefused(it.build);
      List<Duration> takes = new ArrayList<>(List.of(Duration.ZERO));
      // Four at a time, so none begins after 4 s or ends after 8 s.
      List<Integer> millis = new ArrayList<>(List.of(0, 300, 700, 1100, 1900, 2500, 3100, 4000));
      Collections.shuffle(millis, random);
      millis.forEach(each -> takes.add(Duration.ofMillis(each)));
      it.pace.slow(takes.toArray(Duration[]::new));

      it.run();

      List<String> delivered =
          it.delivered.stream()
              .map(line -> line.substring(line.indexOf(' ') + 1))
              .sorted()
              .toList();
      expected = expected == null ? delivered : expected;
      assertThat(delivered).as("%s", millis).isEqualTo(expected);
      leavesNothingOpen();
    }
    assertThat(expected)
        .startsWith("8.1: a.xml", "8.2: nothing; error travis-refused: no log of 8.2")
        .contains(
            "8.7: nothing; error travis-refused: no log of 8.7",
            "8.8: nothing"
                + UNREAD
                + "the log of job 8.2 cannot be had (its log cannot be read: Travis answered 500)");
  }

  private static void severalRefused(FakeBuild build) {
    build
        .jobs(
            "0S",
            IntStream.rangeClosed(1, 8)
                .mapToObj(number -> job("8." + number, "passed"))
                .toArray(io.github.logcov.log.Job[]::new))
        .log("8.1", "0S", Texts.whole("a.xml"))
        .log("8.2", "0S", FakeBuild.fault(FakeBuild.none("no log of 8.2")))
        .log("8.3", "0S", Texts.payload("c.xml"))
        .log("8.4", "0S", FakeBuild.absent(false, "is empty"))
        .log("8.5", "0S", Texts.payload("e.xml") + Texts.half("f.xml"))
        .log("8.6", "0S", Texts.masked("g.xml") + Texts.CLOSING)
        .log("8.7", "0S", FakeBuild.fault(FakeBuild.none("no log of 8.7")))
        .log("8.8", "0S", FakeBuild.fault(FakeBuild.soon("Travis answered 500")));
  }
}
