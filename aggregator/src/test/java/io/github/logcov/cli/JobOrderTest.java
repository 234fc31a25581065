package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.format.ProgramRun;
import io.github.logcov.format.ProgramRun.Program;
import io.github.logcov.format.RunWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jobs in two formats, for every pair of formats, given in any order and read by as many threads as
 * there are processors: the output is the same, byte for byte. {@code -Dlogcov.seed=N} tries
 * others.
 */
class JobOrderTest {
  private static final long SEED = Long.getLong("logcov.seed", 20_261_121L);
  private static final int ORDERS = 3;

  @TempDir Path directory;

  static Stream<Arguments> pairs() {
    List<RunWriter> all = RunWriter.all();
    return all.stream()
        .flatMap(
            first ->
                all.stream()
                    .skip(all.indexOf(first))
                    .map(second -> Arguments.of(first.label(), second.label(), first, second)));
  }

  @ParameterizedTest(name = "{0} and {1}")
  @MethodSource("pairs")
  void doesNotChangeAByte(String a, String b, RunWriter first, RunWriter second)
      throws IOException {
    Random random = new Random(SEED + (a + b).hashCode());
    Program program = Program.random(random);
    Sandbox sandbox = new Sandbox(directory).file("classes/src/A.class", program.classFile());
    List<String> logs = new ArrayList<>();
    for (int job = 1; job <= 6; job++) {
      byte[] report = ProgramRun.random(program, random).writtenBy(job % 2 == 0 ? first : second);
      sandbox.job("8112." + job, Emitted.file("report" + job, report));
      logs.add("logs/8112." + job + ".log");
    }
    String expected = outputs(sandbox, logs);
    assertThat(expected).contains("\"src/a.py\"");

    for (int order = 0; order < ORDERS; order++) {
      Collections.shuffle(logs, random);

      assertThat(outputs(sandbox, logs)).as("-Dlogcov.seed=%d, %s", SEED, logs).isEqualTo(expected);
    }
  }

  /** What is shown and what is written. */
  private static String outputs(Sandbox sandbox, List<String> logs) {
    List<String> arguments = new ArrayList<>(List.of("check", "--classes", "classes"));
    arguments.addAll(List.of("--min-line", "50", "--json", "result.json", "--logs"));
    arguments.addAll(logs);
    Run run = sandbox.run(arguments.toArray(String[]::new));
    assertThat(run.status()).as(run.all()).isIn(0, 2, 3, 4);
    return run.status() + run.all() + sandbox.read("result.json");
  }
}
