package io.github.logcov.frame;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What CIs put around and into lines does no harm. */
class NoiseTest {
  private static final String ESC = "\u001b";

  static final String[] PREFIXES = {
    "",
    "",
    "2022-06-22T18:44:53.7105864Z ",
    "\ufeff2022-06-22T18:44:53.7105864Z ",
    "2024-05-01T10:00:00.123456Z 01O ",
    "[2023-05-28T12:40:02.675Z] ",
    "12:40:02  ",
    "[00:00:02] ",
    "web_1  | ",
    "| ",
    "> ",
    "[branch] ",
    "  17: ",
    ESC + "_bk;t=1700000000000\u0007",
    ESC + "]0;title" + ESC + "\\",
    "travis_fold:end:before_script\r" + ESC + "[0K",
    "travis_time:end:0a1b2c3d:start=1,finish=2,duration=1\r"
        + ESC
        + "[0Ktravis_fold:start:x\r"
        + ESC
        + "[0K",
    " 10 % [***    ]\r 20 % [*****  ]\r",
    ESC + "[0K" + ESC + "[32;1m",
    ESC + "(B",
    "half a line of somebody",
    "~lc1",
    "~lc1AAAAA",
    "~",
    "[secure]",
  };

  static final String[] SUFFIXES = {
    "",
    "",
    "  ",
    "travis_time:end:0a1b2c3d:start=1,finish=2,duration=1\r" + ESC + "[0K",
    ESC + "[0m",
    "somebody's text",
    "~lc1",
  };

  static final String[] INSIDE = {
    ESC + "_bk;t=1700000000123\u0007",
    ESC + "[K",
    ESC + "[0m" + ESC + "[1;32m",
    ESC + "]8;;x" + ESC + "\\",
    "\n2024-05-01T10:00:00.123456Z 01O+",
  };

  static final String[] ENDS = {"\n", "\r\n", "\r\r\n"};

  static final String[] JUNK = {
    "ok 1 - works",
    "************************************************************",
    "~lc1AAAAAAAHAAABBBB~",
    "~lc",
    "$ sh logcov-emit.sh coverage.xml",
    "The command \"sh logcov-emit.sh coverage.xml\" exited with 0.",
    "QUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJD",
    "",
    ESC,
    "\u0000\u0001\u0002~",
  };

  static List<Integer> seeds() {
    List<Integer> seeds = new ArrayList<>();
    for (int seed = 1; seed <= 60; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void threePayloadsAreReadFromUnderTheNoise(int seed) {
    Random random = new Random(seed);
    Map<FrameHeader, byte[]> written = new LinkedHashMap<>();
    List<List<String>> queues = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      byte[] encoded = Samples.bytes(random.nextLong(), 1 + random.nextInt(12_000));
      FrameHeader header =
          Samples.header(encoded)
              .path("p" + i + ".xml")
              .salt(random.nextInt(32))
              .parity(1 + random.nextInt(64))
              .build();
      written.put(header, encoded);
      queues.add(new ArrayList<>(Samples.lines(header, encoded)));
    }
    StringBuilder log = new StringBuilder("\n");
    while (!queues.isEmpty()) {
      List<String> queue = queues.get(random.nextInt(queues.size()));
      String line = queue.remove(0);
      queues.removeIf(List::isEmpty);
      dressed(line, random, log);
      if (random.nextInt(20) == 0) {
        dressed(line, random, log);
      }
    }

    LogFrames read = Samples.read(log.toString().getBytes(ISO_8859_1));

    assertThat(read.frames()).hasSize(3);
    for (Frame frame : read.frames()) {
      assertThat(frame.damage()).as("seed %d", seed).isEmpty();
      assertThat(frame.repaired()).isZero();
      FrameHeader header = frame.header().orElseThrow();
      assertThat(Samples.encoded(frame)).isEqualTo(written.get(header));
    }
  }

  private static void dressed(String line, Random random, StringBuilder log) {
    while (random.nextInt(6) == 0) {
      log.append(any(JUNK, random)).append(any(ENDS, random));
    }
    log.append(any(PREFIXES, random));
    int at = random.nextInt(5) == 0 ? 1 + random.nextInt(line.length() - 1) : line.length();
    log.append(line, 0, at);
    if (at < line.length()) {
      log.append(any(INSIDE, random)).append(line, at, line.length());
    }
    if (random.nextInt(10) > 0) {
      log.append(any(SUFFIXES, random)).append(any(ENDS, random));
    }
  }

  private static String any(String[] choices, Random random) {
    return choices[random.nextInt(choices.length)];
  }
}
