package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.summary.Screen;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a console knows of the terminals around it. */
class ConsoleTest {
  private static final Screen PIPE = Screen.plain(80);

  private static Console console(Map<String, String> environment) {
    PrintStream out = new PrintStream(OutputStream.nullOutputStream());
    PrintStream err = new PrintStream(OutputStream.nullOutputStream());
    return Console.of(out, err, InputStream.nullInputStream(), environment, Path.of(""));
  }

  @Test
  void isAPipeUnlessItIsToldOtherwise() {
    assertThat(console(Map.of()).screen()).isEqualTo(PIPE);
    assertThat(console(Map.of()).errorScreen()).isEqualTo(PIPE);
  }

  @Test
  void tellsTheTwoStreamsApart() {
    Console results = console(Map.of()).onScreen(120);
    assertThat(results.screen()).isEqualTo(new Screen(120, true, true));
    assertThat(results.errorScreen()).isEqualTo(PIPE);

    Console problems = console(Map.of()).onTerminal(120);
    assertThat(problems.screen()).isEqualTo(PIPE);
    assertThat(problems.errorScreen()).isEqualTo(new Screen(120, true, true));
  }

  @Test
  void isNeitherTooNarrowNorTooWide() {
    assertThat(console(Map.of()).onScreen(1).width()).isEqualTo(40);
    assertThat(console(Map.of()).onScreen(5000).width()).isEqualTo(200);
  }

  @Test
  void coloursNothingForWhoWantsOrHasNoColours() {
    Screen plain = new Screen(100, false, true);

    assertThat(console(Map.of("NO_COLOR", "1")).onScreen(100).screen()).isEqualTo(plain);
    assertThat(console(Map.of("TERM", "dumb")).onScreen(100).screen()).isEqualTo(plain);
    assertThat(console(Map.of("NO_COLOR", "")).onScreen(100).screen().colours()).isTrue();
  }

  @Test
  void takesATerminalInsideTravisForALog() {
    assertThat(console(Map.of("TRAVIS", "true")).onScreen(120).screen()).isEqualTo(PIPE);
  }

  @Test
  void commandsRunOnANarrowTerminalToo() {
    assertThat(Commands.run(List.of("check", "--help"), console(Map.of()).onScreen(30))).isZero();
  }
}
