package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.payload.ScratchFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said when something happened that should not, on whatever thread. */
class FaultsTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String told(Throwable e) {
    PrintStream stream = new PrintStream(err, true, UTF_8);
    Console console =
        Console.of(stream, stream, InputStream.nullInputStream(), Map.of(), Path.of(""));

    assertThat(Faults.tell(e, console)).isEqualTo(1);

    return err.toString(UTF_8);
  }

  /** Other threads hand on what they threw as the cause of something else. */
  private static Throwable wrapped(Throwable e, int times) {
    return times == 0 ? e : new CompletionException("wrapped", wrapped(e, times - 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void namesTheCureOfTooLittleMemory(int times) {
    assertThat(told(wrapped(new OutOfMemoryError("Java heap space"), times)))
        .startsWith("logcov: out of memory; give it more, such as LOGCOV_JAVA_OPTS=-Xmx2g\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void namesTheCureOfTooSmallAStack(int times) {
    assertThat(told(wrapped(new StackOverflowError(), times)))
        .startsWith(
            "logcov: the stack is too small; give it more, such as LOGCOV_JAVA_OPTS=-Xss16m\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void callsAFullDiskNoFaultOfOurs(int times) {
    IOException full = new IOException("No space left on device");

    assertThat(told(wrapped(new ScratchFailedException(full), times)))
        .isEqualTo(
            """
            logcov: payloads cannot be kept in the temporary folder (No space left on
              device); make room there, or name another one with
              LOGCOV_JAVA_OPTS=-Djava.io.tmpdir=FOLDER
            """);
  }

  @Test
  void endsWithCausesInACircle() {
    IllegalStateException one = new IllegalStateException("one");
    one.initCause(new IllegalStateException("other", one));

    assertThat(told(one)).contains("please report it with these lines:", "one", "other");
  }

  @Test
  void steersNoTerminalWithTheMessageOfAnException() {
    assertThat(told(new IllegalStateException("a\u001b[2J::error::")))
        .contains("a\\u{1B}[2J:\\u{3A}error:\\u{3A}")
        .doesNotContain("\u001b");
  }
}
