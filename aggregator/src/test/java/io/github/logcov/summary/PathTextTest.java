package io.github.logcov.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTextTest {
  @ParameterizedTest
  @CsvSource({
    "src/main/java/org/example/Text.java, 40, src/main/java/org/example/Text.java",
    "src/main/java/org/example/Text.java, 30, src/.../org/example/Text.java",
    "src/main/java/org/example/Text.java, 27, src/.../example/Text.java",
    "src/main/java/org/example/Text.java, 17, src/.../Text.java",
    "src/main/java/org/example/Text.java, 16, .../Text.java",
    "src/main/java/org/example/Text.java, 12, ...Text.java",
    "a_very_long_name_without_folders.py, 20, ...ithout_folders.py",
    "folder/a_very_long_name.py, 12, ...g_name.py",
  })
  void keepsTheNameAndItsLastFolders(String path, int max, String cut) {
    assertThat(PathText.cut(path, max)).isEqualTo(cut);
    assertThat(PathText.cut(path, max).length()).isLessThanOrEqualTo(max);
  }

  @Test
  void leavesNoHalfOfACharacter() {
    for (int max = 4; max < 20; max++) {
      assertThat(PathText.cut("\ud83d\ude00".repeat(20), max).substring(3))
          .matches("(\ud83d\ude00)*");
    }
  }
}
