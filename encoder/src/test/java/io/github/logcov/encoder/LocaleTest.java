package io.github.logcov.encoder;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a locale whose text cannot hold the name of a file. */
@EnabledOnOs(OS.LINUX)
class LocaleTest {
  @TempDir Path folder;

  @Test
  void refusesANameThatItCannotReadAndNamesTheCure() throws Exception {
    String cure =
        " can be read as text in the locale of this job, found one that cannot; set"
            + " LC_ALL=C.UTF-8";

    assertThat(emit("C", "'*.xml'"))
        .contains(": expected a path that" + cure)
        .endsWith("status 2\n");
    assertThat(emit("C", "\"$f\"")).contains(cure).endsWith("status 2\n");
    assertThat(emit("C.UTF-8", "'*.xml'")).contains("packed with xz").endsWith("status 0\n");
  }

  private String emit(String locale, String argument) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String script =
        "f=$(printf 'm\\303\\244.xml'); echo >\"$f\"; \"$1\" -cp \"$2\""
            + " io.github.logcov.encoder.Main "
            + argument
            + " 2>&1 >/dev/null; echo status $?";
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", script, "sh", java, System.getProperty("java.class.path"));
    builder.environment().put("LC_ALL", locale);
    Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), US_ASCII);
    process.waitFor();
    return output;
  }
}
