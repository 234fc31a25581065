package io.github.logcov.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.log.Job;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Jobs, logs and faults by chance: what must be true of all of them. */
class RandomWatchTest {
  private static final int SEEDS = 150;
  private static final String[] FINALS = {"passed", "failed", "errored", "canceled"};

  @Test
  void endsInTimeAndDeliversEveryJobOnce() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Scenario it = new Scenario().limits("5S", "40S", "3M");
      Random random = new Random(seed);
      it.pace.chance = random.nextDouble();
      List<String> numbers = anything(it.build, random);

      it.run();

      assertThat(it.pace.elapsed()).as("seed %d", seed).isLessThanOrEqualTo(it.limits.timeout());
      assertThat(lasting(it.delivered, seed).keySet())
          .as("seed %d", seed)
          .isEqualTo(new TreeSet<>(numbers));
      assertThat(it.openRegions).as("seed %d", seed).hasValue(0);
    }
  }

  @Test
  void deliversTheSameOnFourThreads() {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      for (int seed = 0; seed < SEEDS; seed++) {
        Scenario inline = new Scenario().limits("5S", "60S", "30M");
        Map<String, String> expected = goodEnd(inline.build, new Random(seed));
        inline.run();
        Scenario concurrent = new Scenario().limits("5S", "60S", "30M");
        goodEnd(concurrent.build, new Random(seed));
        concurrent.executor = concurrent.pace.around(pool);
        concurrent.run();

        assertThat(lasting(inline.delivered, seed)).as("seed %d", seed).isEqualTo(expected);
        assertThat(lasting(concurrent.delivered, seed)).as("seed %d", seed).isEqualTo(expected);
        assertThat(concurrent.openRegions).as("seed %d", seed).hasValue(0);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** What was not taken back, by job; fails where a job delivers twice. */
  private static Map<String, String> lasting(List<String> delivered, int seed) {
    Map<String, String> lasting = new TreeMap<>();
    for (String line : delivered) {
      String text = line.substring(line.indexOf(' ') + 1);
      if (text.endsWith(" withdrawn")) {
        String job = text.substring(0, text.indexOf(' '));
        assertThat(lasting.remove(job)).as("seed %d: %s", seed, delivered).isNotNull();
      } else {
        String job = text.substring(0, text.indexOf(':'));
        assertThat(lasting.put(job, text)).as("seed %d: %s", seed, delivered).isNull();
      }
    }
    return lasting;
  }

  /** Any states, logs and faults. */
  private static List<String> anything(FakeBuild build, Random random) {
    int jobs = 1 + random.nextInt(6);
    List<String> numbers = new ArrayList<>();
    Map<String, String> state = new HashMap<>();
    Map<String, Integer> run = new HashMap<>();
    for (int i = 1; i <= jobs; i++) {
      numbers.add("8." + i);
      state.put("8." + i, random.nextBoolean() ? "started" : "passed");
      run.put("8." + i, 0);
    }
    for (int second = 0; second < 240; second += 1 + random.nextInt(20)) {
      String changed = numbers.get(random.nextInt(jobs));
      boolean bad = random.nextInt(20) == 0;
      boolean over = random.nextInt(3) > 0;
      state.put(changed, over ? FINALS[bad ? 1 + random.nextInt(3) : 0] : "started");
      run.merge(changed, over ? 0 : 1, Integer::sum);
      build.jobs(
          second + "S",
          numbers.stream()
              .map(each -> Jobs.job(each, state.get(each), each.endsWith("3"), run.get(each)))
              .toArray(Job[]::new));
      build.log(changed, second + "S", anyLog(random));
      if (random.nextInt(4) == 0) {
        build.once(changed, anyFault(random));
      }
    }
    build.jobs("0S", build.first());
    return numbers;
  }

  private static FakeBuild.Answer anyLog(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> FakeBuild.absent(random.nextInt(5) == 0, "is empty");
      case 1 -> FakeBuild.text(Texts.half("a.xml"));
      case 2 -> FakeBuild.text(Texts.payload("a.xml"));
      case 3 -> FakeBuild.text("nothing" + Texts.CLOSING);
      case 4 -> FakeBuild.cut(Texts.half("a.xml"));
      default -> FakeBuild.text(Texts.whole("a.xml"));
    };
  }

  private static FakeBuild.Answer anyFault(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> FakeBuild.fault(FakeBuild.none("no"));
      case 1, 2 -> FakeBuild.fault(FakeBuild.throttled());
      case 3 -> FakeBuild.cut("cut");
      default -> FakeBuild.fault(FakeBuild.soon("later"));
    };
  }

  /**
   * Jobs that pass in the end, some after a restart, with logs that lag and requests that fail.
   *
   * @return what they deliver
   */
  private static Map<String, String> goodEnd(FakeBuild build, Random random) {
    int jobs = 1 + random.nextInt(8);
    int[] ends = new int[jobs];
    int[] restarts = new int[jobs];
    int last = 0;
    for (int i = 0; i < jobs; i++) {
      ends[i] = random.nextInt(60);
      restarts[i] = random.nextInt(3) == 0 ? ends[i] + 30 + random.nextInt(20) : 0;
      last = Math.max(last, Math.max(ends[i], restarts[i]) + 60);
    }
    Map<String, String> expected = new TreeMap<>();
    for (int second = 0; second <= last; second++) {
      List<Job> now = new ArrayList<>();
      for (int i = 0; i < jobs; i++) {
        now.add(stateAt("8." + (i + 2), second, ends[i], restarts[i]));
      }
      // One that ends last, so that every restart is noticed.
      now.add(Jobs.job("8.1", second < last ? "started" : "passed"));
      build.jobs(second + "S", now.toArray(Job[]::new));
    }
    for (int i = 0; i < jobs; i++) {
      String number = "8." + (i + 2);
      log(build, random, number, "old.xml", ends[i]);
      if (restarts[i] > 0) {
        log(build, random, number, "new.xml", restarts[i] + 20);
      }
      expected.put(number, number + (restarts[i] > 0 ? ": new.xml" : ": old.xml"));
    }
    log(build, random, "8.1", "last.xml", last);
    expected.put("8.1", "8.1: last.xml");
    return expected;
  }

  private static Job stateAt(String number, int second, int end, int restart) {
    if (restart == 0 || second < restart) {
      return Jobs.job(number, second < end ? "started" : "passed");
    }
    return Jobs.job(number, second < restart + 20 ? "created" : "passed", false, 1);
  }

  private static void log(FakeBuild build, Random random, String job, String path, int end) {
    build.log(job, Math.max(0, end - 15) + "S", FakeBuild.absent(false, "is empty"));
    int lag = random.nextInt(15);
    build.log(job, end + lag + "S", Texts.half(path));
    build.log(job, end + lag + random.nextInt(15) + "S", Texts.whole(path));
    for (int faults = random.nextInt(3); faults > 0; faults--) {
      build.once(
          job,
          random.nextBoolean()
              ? FakeBuild.fault(FakeBuild.soon("later"))
              : FakeBuild.cut(Texts.half(path)));
    }
  }
}
