package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkersTest {
  @Test
  void doesEveryPieceOfWork() {
    Set<Integer> done = new ConcurrentSkipListSet<>();

    Workers.forEach(IntStream.range(0, 100).boxed().toList(), done::add);

    assertThat(done).hasSize(100);
  }

  @Test
  void hasNothingToDoForNothing() {
    Workers.forEach(
        List.of(),
        thing -> {
          throw new IOException("never");
        });
  }

  @Test
  void throwsTheFirstFailureInTheOrderOfTheThings() {
    assertThatThrownBy(
            () ->
                Workers.forEach(
                    List.of(1, 2, 3),
                    thing -> {
                      if (thing > 1) {
                        throw new IOException("thing " + thing);
                      }
                    }))
        .isInstanceOf(Workers.WorkFailedException.class)
        .hasRootCauseMessage("thing 2");
  }

  @Test
  void throwsAnErrorAsItIs() {
    assertThatThrownBy(
            () ->
                Workers.forEach(
                    List.of(1),
                    thing -> {
                      throw new StackOverflowError("deep");
                    }))
        .isInstanceOf(StackOverflowError.class);
  }

  /** Standard input is read by a worker: a fault there is a fault of the program. */
  @Test
  void endsTheProgramWithItsStackAndWithoutAVerdict(@TempDir Path directory) {
    for (Throwable fault :
        List.of(new IllegalStateException("a\u001b[2Jb"), new OutOfMemoryError("x"))) {
      Run run = runWith(fault, directory);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains("logcov: fault inside logcov, please report it with these lines:\n")
          .contains(fault.getClass().getName() + ": ")
          .contains("\n    at io.github.logcov.")
          .doesNotContain("\u001b");
    }
    assertThat(runWith(new OutOfMemoryError("x"), directory).err())
        .startsWith("logcov: out of memory; give it more, such as LOGCOV_JAVA_OPTS=-Xmx2g\n");
  }

  @Test
  void leavesNoResultOfAnEarlierRunBehind(@TempDir Path directory) throws IOException {
    Path json = Files.writeString(directory.resolve("result.json"), "{\"verdict\": \"passed\"}");

    runWith(new IllegalStateException("a"), directory, "--json", json.toString());

    assertThat(Files.readString(json))
        .contains("\"verdict\": \"failed\"", "\"exitStatus\": 1", "\"slug\": \"internal-fault\"");
  }

  private static Run runWith(Throwable fault, Path directory, String... options) {
    List<String> args = new ArrayList<>(List.of("check", "--logs", "-"));
    args.addAll(List.of(options));
    return new Sandbox(directory)
        .input(
            new ByteArrayInputStream(new byte[20_000]) {
              private int reads;

              @Override
              public synchronized int read(byte[] buffer, int offset, int length) {
                // What the log is, is found out by its first bytes, before the work begins.
                if (++reads < 4) {
                  return super.read(buffer, offset, Math.min(length, 600));
                }
                if (fault instanceof Error error) {
                  throw error;
                }
                throw (RuntimeException) fault;
              }
            })
        .run(args.toArray(String[]::new));
  }
}
