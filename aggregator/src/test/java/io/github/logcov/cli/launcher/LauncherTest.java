package io.github.logcov.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {
  @ParameterizedTest
  @CsvSource({"1.8, 8", "9, 9", "11, 11", "17, 17", "25, 25"})
  void readsTheFeatureRelease(String specification, int feature) {
    assertThat(Launcher.feature(specification)).isEqualTo(feature);
  }

  @Test
  void takesAVersionOfAnUnknownFormForANewOne() {
    assertThat(Launcher.feature("fifty")).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void saysWhatIsNeededWhatIsThereAndWhatToDo() {
    assertThat(Launcher.tooOld(11, "/opt/jdk-11"))
        .isEqualTo(
            "logcov needs Java 17 or newer, this is 11 (/opt/jdk-11). Install a newer one (Debian and"
                + " Ubuntu: apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@17; or"
                + " https://adoptium.net), or name one that is there already:"
                + " LOGCOV_JAVA=/path/to/its/home");
  }

  @Test
  void canBeLoadedByJava8() throws IOException {
    try (InputStream bytes = Launcher.class.getResourceAsStream("Launcher.class")) {
      assertThat(ByteBuffer.wrap(bytes.readNBytes(8)).getShort(6)).isEqualTo((short) 52);
    }
  }
}
