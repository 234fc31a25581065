package io.github.logcov.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.NeedsTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the shell's records when stdout is not a patient file. */
class ShellEncoderOutputTest {
  private static final String UNWRITABLE =
      "logcov-emit: stdout cannot be written to; the frames are not complete\n";

  @TempDir Path folder;
  private final byte[] content = new byte[20_000];

  @BeforeEach
  void fill() {
    new Random(1).nextBytes(content);
  }

  @ParameterizedTest
  @EnumSource
  @NeedsTool("python3")
  void losesNothingOnNonBlockingPipe(Shell shell) throws Exception {
    assertNothingIsLost(shell, "pipe");
  }

  @ParameterizedTest
  @EnumSource
  @NeedsTool("python3")
  void losesNothingOnNonBlockingTerminal(Shell shell) throws Exception {
    assertNothingIsLost(shell, "terminal");
  }

  private void assertNothingIsLost(Shell shell, String kind) throws Exception {
    Shell.Room room = shell.room(folder);
    room.file("cover.out", content);
    List<String> records = room.run(Map.of(), "cover.out").records();
    Path reader = Path.of(getClass().getResource("slow_reader.py").toURI());
    List<String> words = new ArrayList<>(List.of("python3", reader.toString(), kind));
    words.addAll(room.emit(List.of(), List.of("cover.out")));

    // Python may need all of the machine's PATH; the shell gets its own.
    Map<String, String> environment =
        Map.of("PATH", System.getenv("PATH"), "ROOM", room.bin().toString());
    Shell.Output output = room.start(environment, words);

    assertThat(output.status()).as(output.err()).isZero();
    assertThat(output.err()).containsPattern("\n[1-9][0-9]* times full\n");
    assertThat(output.text().split("[\r\n]+")).containsAll(records).hasSizeGreaterThan(250);
  }

  @ParameterizedTest
  @EnumSource
  void failsWhenStdoutCannotBeWritten(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder).with("sleep", ":");
    room.file("cover.out");

    Shell.Output output = redirected(room, "exec \"$@\" >/dev/full");

    assertThat(output.status()).isEqualTo(1);
    assertThat(output.err()).endsWith(UNWRITABLE);
  }

  @ParameterizedTest
  @EnumSource
  void failsWhenStdoutIsClosed(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    room.file("cover.out");

    Shell.Output output = redirected(room, "exec \"$@\" >&-");

    assertThat(output.status()).isEqualTo(1);
    assertThat(output.err()).isEqualTo("logcov-emit: stdout is closed\n");
  }

  @ParameterizedTest
  @EnumSource
  void failsAtOnceWhenNobodyReads(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    room.file("cover.out", Arrays.copyOf(content, 200_000));

    Shell.Output output = redirected(room, "{ trap - PIPE; \"$@\"; echo $? >status; } | :");

    assertThat(output.err()).endsWith(UNWRITABLE);
    assertThat(Files.readString(room.work().resolve("status"))).isEqualTo("1\n");
  }

  @ParameterizedTest
  @EnumSource
  void showsNoRecordInTrace(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    room.file("cover.out", content);

    Shell.Output output = room.start(Map.of(), room.emit(List.of("-x"), List.of("cover.out")));

    assertThat(output.status()).isZero();
    assertThat(output.text()).isEqualTo(room.run(Map.of(), "cover.out").text());
    assertThat(output.err()).contains("main cover.out").doesNotContain("~lc1");
  }

  @Test
  void hasNoSigilInItsText() throws Exception {
    assertThat(Files.readString(Shell.SCRIPT)).doesNotContain("~lc1").isASCII();
  }

  private static Shell.Output redirected(Shell.Room room, String command) throws Exception {
    List<String> words = new ArrayList<>(room.shell());
    words.addAll(List.of("-c", command, "sh"));
    words.addAll(room.emit(List.of(), List.of("cover.out")));
    return room.start(Map.of(), words);
  }
}
