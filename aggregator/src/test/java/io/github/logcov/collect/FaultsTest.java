package io.github.logcov.collect;

import static io.github.logcov.collect.Jobs.allowed;
import static io.github.logcov.collect.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.log.Job;
import io.github.logcov.log.Siblings;
import io.github.logcov.log.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that fail, and what becomes of them. */
class FaultsTest {
  private final Scenario it = new Scenario();

  @AfterEach
  void leavesNothingOpen() {
    assertThat(it.openRegions).hasValue(0);
    assertThat(it.build.isClosed()).isTrue();
  }

  @Test
  void asksForTheFirstListAgainAfterGrowingPauses() {
    passed();
    IntStream.range(0, 8).forEach(i -> it.build.listFaults(FakeBuild.soon("Travis answered 502")));

    it.run();

    assertThat(it.build.calls().subList(0, 9))
        .containsExactly(
            "0s list",
            "1s list",
            "3s list",
            "7s list",
            "15s list",
            "31s list",
            "1m3s list",
            "2m3s list",
            "3m3s list");
    assertThat(it.told.get(0)).isEqualTo("0s jobs Travis answered 502, again in 1s");
    assertThat(it.told.get(7)).isEqualTo("2m3s jobs Travis answered 502, again in 1m");
  }

  @Test
  void spreadsTheAttemptsOfManyWaiters() {
    it.pace.chance = 0;
    passed().listFaults(FakeBuild.soon("Travis answered 502"));

    it.run();

    assertThat(it.build.calls().get(1)).isEqualTo("750ms list");
  }

  @Test
  void endsTheFirstListAtOnceWhenThereIsNoHope() {
    UnavailableException unknown = FakeBuild.none("build 9 is not known");
    it.build.listFaults(unknown);

    assertThatThrownBy(() -> it.watch().start()).isSameAs(unknown);
    assertThat(it.told).containsExactly("0s ended");
  }

  @Test
  void endsTheFirstListWhenTheTimeIsUp() {
    it.limits("5S", "90S", "4S");
    it.build.listFaults(FakeBuild.soon("502"), FakeBuild.soon("502"), FakeBuild.soon("503"));

    assertThatThrownBy(() -> it.watch().start())
        .isInstanceOf(UnavailableException.class)
        .hasMessage(
            "the jobs of the build could not be listed in 4s (--wait-timeout); at last: 503");
    assertThat(it.pace.elapsed()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void endsTheFirstListWhenTheServerStalls() {
    it.pace.slow(Duration.ofHours(9));
    it.pulse = Duration.ofSeconds(55);

    assertThatThrownBy(() -> it.watch().start())
        .hasMessage(
            "the jobs of the build could not be listed in 40m (--wait-timeout); no answer came");
    assertThat(it.told.get(0)).isEqualTo("55s still 0 of 0 after 55s: []");
    assertThat(it.told).hasSize(44);
  }

  @Test
  void asksForTheFirstListAgainWhenTheMinuteTurned() {
    passed().listFaults(FakeBuild.throttled());

    it.run();

    // The clock stood at 10 s, and the spread is 5 s at most.
    assertThat(it.build.calls()).startsWith("0s list", "55s list");
    assertThat(it.told).startsWith("0s throttled for 55s");
  }

  @Test
  void leavesTheServerAloneForAsLongAsItWants() {
    it.build
        .jobs("0S", job("8.1", "passed"), job("8.2", "passed"))
        .log("8.1", "0S", Texts.whole("a.xml"))
        .log("8.2", "0S", Texts.half("b.xml"))
        .log("8.2", "6S", Texts.whole("b.xml"))
        .once("8.1", FakeBuild.fault(FakeBuild.throttled(Duration.ofSeconds(17))));

    it.run();

    // Calls under way may end; all others wait, the list too.
    assertThat(it.build.calls())
        .containsExactly(
            "0s list", "0s log 8.1", "0s log 8.2", "17s list", "17s log 8.1", "17s log 8.2");
    assertThat(it.told).contains("0s throttled for 17s");
    assertThat(it.delivered).containsExactly("17s 8.1: a.xml", "17s 8.2: b.xml");
  }

  @Test
  void endsAtOnceWhenTheServerWantsToBeLeftAloneForLongerThanThereIsTime() {
    passed().once("8.1", FakeBuild.fault(FakeBuild.throttled(Duration.ofHours(1))));

    Ending ending = it.run();

    assertThat(it.pace.elapsed()).isZero();
    assertThat(Scenario.problems(ending))
        .containsExactly(
            "error travis-throttled: Travis answered 429; it asks to be left alone for 1h, but"
                + " --wait-timeout leaves 40m: try again later");
    assertThat(it.delivered)
        .containsExactly(
            "0s 8.1: nothing; note job-unread: not looked at any more, since Travis wants no more"
                + " requests in the time that is left (--wait-timeout 40m)");
  }

  @Test
  void endsTheFirstListAtOnceWhenTheServerWantsToBeLeftAloneForLonger() {
    it.build.listFaults(FakeBuild.throttled(Duration.ofHours(1)));

    assertThatThrownBy(() -> it.watch().start())
        .hasMessage(
            "Travis answered 429; it asks to be left alone for 1h, but --wait-timeout leaves 40m:"
                + " try again later");
    assertThat(it.pace.elapsed()).isZero();
  }

  @Test
  void asksForAListAgainAfterAPauseAndLooksOnAsBefore() {
    it.build
        .jobs("0S", job("8.1", "started"))
        .jobs("13S", job("8.1", "passed"))
        .log("8.1", "0S", Texts.whole("a.xml"));
    Watch watch = it.watch();
    List<String> calls = new ArrayList<>();
    run(
        watch,
        () -> it.build.listFaults(FakeBuild.soon("Travis answered 502"), FakeBuild.soon("cut")));

    calls.addAll(it.build.calls());
    assertThat(calls)
        .containsExactly("0s list", "5s list", "6s list", "8s list", "13s list", "13s log 8.1");
    assertThat(it.told)
        .contains("5s jobs Travis answered 502, again in 1s", "6s jobs cut, again in 2s");
  }

  @Test
  void takesAListThatLacksAJobForAFault() {
    it.build
        .jobs("0S", job("8.1", "started"), job("8.2", "started"))
        .jobs("4S", job("8.1", "failed"))
        .jobs("6S", job("8.1", "started"), job("8.2", "failed"));

    it.run();

    assertThat(it.build.calls()).containsExactly("0s list", "5s list", "6s list", "6s log 8.2");
    assertThat(it.told)
        .contains(
            "5s jobs the jobs of the build were listed without job 8.2, which was there before,"
                + " again in 1s");
  }

  @Test
  void endsAtOnceWhenTheJobsMayNotBeListedAnyMore() {
    it.build.jobs("0S", job("8.1", "started"));
    List<Ending> endings = new ArrayList<>();
    endings.add(run(it.watch(), () -> it.build.listFaults(FakeBuild.none("Travis answered 403"))));

    assertThat(Scenario.problems(endings.get(0)))
        .containsExactly("error travis-refused: Travis answered 403");
    assertThat(it.delivered)
        .containsExactly(
            "5s 8.1: nothing; note job-unread: not looked at any more, since the jobs of the build"
                + " cannot be listed");
  }

  @Test
  void readsALogAgainAfterAFaultAndAfterABodyThatWasCut() {
    passed()
        .once("8.1", FakeBuild.fault(FakeBuild.soon("Travis answered 500")))
        .once("8.1", FakeBuild.cut(Texts.half("a.xml")))
        .log("8.1", "0S", Texts.whole("a.xml"));

    it.run();

    assertThat(it.build.calls())
        .containsExactly("0s list", "0s log 8.1", "1s log 8.1", "3s log 8.1");
    assertThat(it.told)
        .containsExactly(
            "0s waiting for [8.1]",
            "0s 8.1 Travis answered 500, again in 1s",
            "1s 8.1 the log of job 8.1 broke off (connection reset), again in 2s",
            "3s 8.1 1 whole payload (complete)",
            "3s ended");
    assertThat(it.delivered).containsExactly("3s 8.1: a.xml");
  }

  @Test
  void endsAtOnceWhenTheLogOfAJobThatMustDeliverIsRefused() {
    it.build
        .jobs("0S", job("8.1", "passed"), job("8.2", "started"))
        .once("8.1", FakeBuild.fault(FakeBuild.none("the log of job 8.1 is restricted")));

    Ending ending = it.run();

    assertThat(ending.problems()).isEmpty();
    assertThat(it.delivered)
        .containsExactly(
            "0s 8.1: nothing; error travis-refused: the log of job 8.1 is restricted",
            "0s 8.2: nothing; note job-unread: not looked at any more, since the log of job 8.1"
                + " cannot be had");
  }

  @Test
  void goesOnWhenTheLogOfAJobThatOwesNothingIsRefused() {
    it.build
        .jobs("0S", allowed("8.1", "passed"), job("8.2", "passed"))
        .log("8.2", "0S", Texts.whole("b.xml"))
        .once("8.1", FakeBuild.fault(FakeBuild.none("the log of job 8.1 is restricted")));

    it.run();

    assertThat(it.delivered)
        .containsExactly(
            "0s 8.1: nothing; warning travis-refused: the log of job 8.1 is restricted",
            "0s 8.2: b.xml");
  }

  @Test
  void readsAtMostAsManyLogsInAMinuteAsLeaveRoomForLists() {
    Job[] jobs = many(300, "passed");
    it.build.jobs("0S", jobs);
    for (Job job : jobs) {
      it.build.log(job.number(), "0S", "lint\n" + Texts.CLOSING);
    }
    it.noCoverage("8.*");

    it.run();

    List<String> logs = it.build.calls().stream().filter(call -> call.contains(" log ")).toList();
    assertThat(logs.subList(0, 230)).allMatch(call -> call.startsWith("0s "));
    assertThat(logs.subList(230, logs.size()))
        .hasSize(70)
        .allMatch(call -> call.startsWith("1m1s "));
    assertThat(it.build.calls()).contains("5s list", "10s list", "1m list");
    assertThat(it.delivered).hasSize(300);
  }

  @Test
  void seesAtTheNextPollThatAJobFailedWhileManyLogsAreMissing() {
    Job[] passed = many(250, "passed");
    Job[] before = Arrays.copyOf(passed, 251);
    before[250] = job("8.251", "started");
    Job[] after = Arrays.copyOf(passed, 251);
    after[250] = job("8.251", "failed");
    it.build.jobs("0S", before).jobs("19S", after);

    it.run();

    assertThat(it.told).contains("20s 8.251 failed");
  }

  @Test
  void asksNeverFasterThanItsOwnPausesWhenTheServerWantsNone() {
    passed().log("8.1", "0S", Texts.whole("a.xml"));
    IntStream.range(0, 4)
        .forEach(i -> it.build.once("8.1", FakeBuild.fault(FakeBuild.throttled(Duration.ZERO))));

    it.run();

    assertThat(it.build.calls().stream().filter(call -> call.contains("log")))
        .containsExactly("0s log 8.1", "1s log 8.1", "3s log 8.1", "7s log 8.1", "15s log 8.1");
    assertThat(it.told).contains("0s throttled for 1s", "7s throttled for 8s");
  }

  @Test
  void asksForTheFirstListNeverFasterThanItsOwnPauses() {
    passed()
        .listFaults(
            FakeBuild.throttled(Duration.ZERO),
            FakeBuild.throttled(Duration.ofMillis(1)),
            FakeBuild.throttled(Duration.ZERO));

    it.run();

    assertThat(it.build.calls()).startsWith("0s list", "1s list", "3s list", "7s list");
  }

  @Test
  void throwsWhatTheSinkThrew() {
    passed().log("8.1", "0S", Texts.whole("a.xml"));
    IllegalStateException full = new IllegalStateException("full");
    Scenario failing = it;
    failing.inSink =
        () -> {
          it.openRegions.set(0);
          throw full;
        };

    assertThatThrownBy(it::run).isInstanceOf(CompletionException.class).hasCause(full);
    assertThat(it.told).endsWith("0s ended");
  }

  private static Job[] many(int count, String state) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> job("8." + number, state))
        .toArray(Job[]::new);
  }

  private FakeBuild passed() {
    return it.build.jobs("0S", job("8.1", "passed"));
  }

  /** Faults that are added only after the first list. */
  private Ending run(Watch watch, Runnable afterStart) {
    try {
      Siblings first = watch.start();
      afterStart.run();
      return watch.follow(first.jobs(), it.requirements, it.reading, it.reader(), it);
    } catch (UnavailableException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
