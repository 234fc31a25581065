package io.github.logcov.encoder;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;

/**
 * Commands that a test needs: without one it is skipped, visibly, but fails in a CI, which has to
 * have it.
 */
final class ToolOfTheSystem {
  private ToolOfTheSystem() {}

  static void python3() {
    need("python3", "-c", "import fcntl");
  }

  static void sh() {
    need("sh", "-c", "command -v awk && command -v base64 && command -v gzip");
  }

  private static void need(String... command) {
    String why;
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() == 0) {
        return;
      }
      why = String.join(" ", command) + " fails";
    } catch (IOException e) {
      why = command[0] + " is not installed";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      why = "interrupted";
    }
    if ("true".equals(System.getenv("CI"))) {
      fail(why);
    } else {
      abort(why);
    }
  }
}
