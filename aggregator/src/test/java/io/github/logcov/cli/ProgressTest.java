package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.collect.Pace;
import io.github.logcov.collect.WatchListener;
import io.github.logcov.collect.WatchListener.Open;
import io.github.logcov.collect.WatchListener.Progress;
import io.github.logcov.log.Job;
import io.github.logcov.log.JobTimes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one who waits sees. */
class ProgressTest {
  private static final Job ONE = job("8112.1", "python 3.8", "passed");
  private static final Job TWO = job("8112.2", "", "started");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);

  @Test
  void writesALineOnEachChange() {
    tellAll(new PlainProgress(out));

    assertThat(bytes.toString(UTF_8))
        .isEqualTo(
            """
            logcov: waiting for 2 jobs: 8112.1 (python 3.8), 8112.2
            logcov: 8112.1 (python 3.8): passed
            logcov: 8112.1 (python 3.8): its log is empty; its log will be read again
            logcov: 8112.1 (python 3.8): 1 whole payload
            logcov: Travis answered 502; asking for the jobs again in 2s
            logcov: cut; asking for the log of 8112.2 again in 500ms
            logcov: too many requests from this address; going on in 50s
            logcov: 8112.1 (python 3.8): restarted (passed); what was read of it is dropped
            logcov: still waiting for 8112.2 (started), 4m10s; 1 of 2 jobs done; last fault: Travis\
             answered 502
            """);
  }

  @Test
  void isSilentForLessThanAMinute() {
    assertThat(new PlainProgress(out).pulse()).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void asksForTheJobsBeforeItKnowsThem() {
    new PlainProgress(out)
        .stillWaiting(
            new Progress(
                Duration.ofSeconds(70), 0, 0, List.of(), Optional.of("Travis answered 502")));

    assertThat(bytes.toString(UTF_8))
        .isEqualTo(
            "logcov: still asking for the jobs of the build, 1m10s; last fault: Travis answered"
                + " 502\n");
  }

  @Test
  void shortensLongListsAndNames() {
    List<Job> jobs =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> job("8." + i, i == 1 ? "x".repeat(500) : "", "started"))
            .toList();

    new PlainProgress(out).waitingFor(jobs);

    assertThat(bytes.toString(UTF_8))
        .isEqualTo(
            "logcov: waiting for 200 jobs: 8.1 (%s..., 8.2, 8.3, 8.4, 8.5, 8.6, 8.7, 8.8, 8.9,"
                    .formatted("x".repeat(52))
                + " 8.10 and 190 more\n");
  }

  @Test
  void letsNothingFromTheApiSteerTheTerminal() {
    Job evil = job("8.1", "\u001b[2J\r::error::", "\u202epassed\nx");

    new PlainProgress(out).stateChanged(evil);
    LiveProgress live = live(200, false);
    live.stateChanged(evil);

    String shown = bytes.toString(UTF_8);
    assertThat(shown).doesNotContain("\u001b", "\u202e", "\r", "::error");
    assertThat(shown.lines()).hasSize(2);
  }

  @Test
  void drawsOneLineAnewInPlaceAndErasesItAtTheEnd() {
    LiveProgress live = live(60, false);

    live.waitingFor(List.of(ONE, TWO));
    live.logRead(ONE, "1 whole payload", true);
    live.ended();

    String first = "[--------------------] 0/2 waiting for 2 jobs: 8112.1 (p...";
    String second = "[##########----------] 1/2 8112.1 (python 3.8): 1 whole ...";
    assertThat(first).hasSize(59);
    assertThat(bytes.toString(UTF_8)).isEqualTo(first + erase(first) + second + erase(second));
  }

  @Test
  void showsTheTimeThatPasses() {
    LiveProgress live = live(80, false);
    live.stillWaiting(new Progress(Duration.ofMillis(3700), 0, 0, List.of(), Optional.empty()));
    live.ended();
    assertThat(bytes.toString(UTF_8))
        .startsWith("[--------------------] 0/0 3s, asking for the jobs of the build\r");
  }

  @Test
  void neverFillsALineWhateverTheWidth() {
    for (int width = 1; width < 120; width++) {
      bytes.reset();
      tellAll(live(width, false));
      for (String line : bytes.toString(UTF_8).split("\r")) {
        assertThat(line.length()).as("width %d", width).isLessThan(Math.max(1, width));
      }
    }
  }

  @Test
  void coloursOnlyTheBarAndOnlyWhenItMay() {
    LiveProgress live = live(60, true);
    live.waitingFor(List.of(ONE, TWO));
    bytes.reset();

    live.logRead(ONE, "1 whole payload", true);

    assertThat(bytes.toString(UTF_8))
        .endsWith("[\u001b[32m##########\u001b[0m----------] 1/2 8112.1 (python 3.8): 1 whole ...");
    bytes.reset();
    tellAll(live(60, false));
    assertThat(bytes.toString(UTF_8)).doesNotContain("\u001b");
  }

  @Test
  void drawsNoMoreThanSomeTimesASecondAndShowsTheRestAtTheNextPulse() {
    FrozenPace pace = new FrozenPace();
    LiveProgress live = new LiveProgress(out, 60, false, pace);
    live.waitingFor(List.of(ONE, TWO));
    bytes.reset();

    live.logRead(ONE, "1 whole payload", true);
    pace.now = Duration.ofMillis(99);
    live.stateChanged(TWO);
    assertThat(bytes.toString(UTF_8)).isEmpty();
    pace.now = Duration.ofMillis(1100);
    live.stillWaiting(new Progress(Duration.ofSeconds(1), 1, 2, List.of(), Optional.empty()));

    assertThat(bytes.toString(UTF_8)).endsWith("[##########----------] 1/2 1s, 8112.2: started");
  }

  @Test
  void drawsABarOfWorkAndLeavesNothingOfIt() {
    FrozenPace pace = new FrozenPace();
    try (ProgressBar bar = new ProgressBar(out, OptionalInt.of(40), pace, "decoding", 200)) {
      for (int i = 0; i < 37; i++) {
        bar.step();
      }
      pace.now = ProgressBar.PAUSE;
      bar.step();
    }

    String first = "decoding 0/200 [>                   ]";
    String second = "decoding 38/200 [===>                ]";
    assertThat(second).hasSize(38);
    assertThat(bytes.toString(UTF_8)).isEqualTo("\r" + first + "\r" + second + erase(second));
  }

  @Test
  void drawsNoBarOfWorkWhereThereIsNoTerminalOrNothingToDo() {
    new ProgressBar(out, OptionalInt.empty(), new RealPace(), "decoding", 2).close();
    try (ProgressBar bar =
        new ProgressBar(out, OptionalInt.of(80), new RealPace(), "decoding", 0)) {
      bar.step();
    }

    assertThat(bytes.toString(UTF_8)).isEmpty();
  }

  @Test
  void fitsItsBarIntoEveryWidth() {
    for (int width = 1; width < 80; width++) {
      bytes.reset();
      FrozenPace pace = new FrozenPace();
      try (ProgressBar bar = new ProgressBar(out, OptionalInt.of(width), pace, "uniting", 100)) {
        for (int i = 0; i < 100; i++) {
          pace.now = pace.now.plus(ProgressBar.PAUSE);
          bar.step();
        }
      }
      int before = 0;
      for (String line : bytes.toString(UTF_8).split("\r")) {
        assertThat(line.length()).as("width %d", width).isLessThan(Math.max(1, width));
        assertThat(line.length()).isGreaterThanOrEqualTo(before);
        before = line.length();
      }
    }
  }

  /** A progress that is drawn each time: much time passes between two looks at the clock. */
  private LiveProgress live(int width, boolean colour) {
    FrozenPace pace = new FrozenPace();
    pace.tick = Duration.ofSeconds(1);
    return new LiveProgress(out, width, colour, pace);
  }

  /** Time that is what a test says. */
  private static final class FrozenPace implements Pace {
    private Duration now = Duration.ZERO;
    private Duration tick = Duration.ZERO;

    @Override
    public Duration elapsed() {
      now = now.plus(tick);
      return now;
    }

    @Override
    public Instant wallClock() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public double chance() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public <T> Optional<T> await(BlockingQueue<T> events, Duration atMost) {
      throw new AssertionError("nobody waits");
    }
  }

  private static String erase(String line) {
    return "\r" + " ".repeat(line.length()) + "\r";
  }

  private static void tellAll(WatchListener listener) {
    listener.waitingFor(List.of(ONE, TWO));
    listener.stateChanged(ONE);
    listener.logRead(ONE, "its log is empty", false);
    listener.logRead(ONE, "1 whole payload", true);
    listener.retrying(Optional.empty(), "Travis answered 502", Duration.ofSeconds(2));
    listener.retrying(Optional.of(TWO), "cut", Duration.ofMillis(500));
    listener.throttled(Duration.ofSeconds(50));
    listener.restarted(ONE);
    listener.stillWaiting(
        new Progress(
            Duration.ofSeconds(250),
            1,
            2,
            List.of(new Open(TWO, "started")),
            Optional.of("Travis answered 502")));
    listener.ended();
  }

  private static Job job(String number, String name, String state) {
    return new Job(
        Optional.empty(),
        number,
        Optional.of(name).filter(text -> !text.isEmpty()),
        Optional.empty(),
        Optional.of(state),
        false,
        Optional.empty(),
        JobTimes.UNKNOWN);
  }
}
