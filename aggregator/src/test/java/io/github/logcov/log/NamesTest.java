package io.github.logcov.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void cutsBetweenCharacters() {
    String smile = "\ud83d\ude00";

    assertThat(Names.shown("a".repeat(199) + smile + "b"))
        .isEqualTo("a".repeat(199) + smile + "...");
    assertThat(Names.shown("a".repeat(198) + smile)).isEqualTo("a".repeat(198) + smile);
  }

  @Test
  void escapesWhatIsNotLegible() {
    assertThat(Names.shown("\u001b[2J\u202e\ud83d|\ue000"))
        .isEqualTo("\\u001b[2J\\u202e\\ud83d|\ue000");
  }

  @Test
  void countsInWords() {
    assertThat(Names.list("job", "jobs", List.of())).isEqualTo("no jobs");
    assertThat(Names.list("job", "jobs", List.of("a"))).isEqualTo("1 job: a");
    assertThat(Names.list("job", "jobs", List.of("a", "b", "c", "d", "e", "f", "g")))
        .isEqualTo("7 jobs: a, b, c, d, e and 2 more");
  }
}
