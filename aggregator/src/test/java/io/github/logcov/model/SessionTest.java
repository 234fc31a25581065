package io.github.logcov.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SessionTest {
  /** {@code 1.09} and {@code 1.9} are one number; the text decides. */
  @Test
  void isOrderedByNumberAndThenByName() {
    List<String> ordered =
        List.of(
            "",
            "1",
            "1.2",
            "1.09",
            "1.9",
            "1.10",
            "8112.9",
            "8112.10",
            "8112.99999999999999999999",
            "8112.100000000000000000000",
            "job",
            "job-2",
            "job-10",
            "stdin");
    List<Session> sessions = new ArrayList<>(ordered.stream().map(Session::new).toList());
    Collections.shuffle(sessions, new Random(1));

    Collections.sort(sessions);

    assertThat(sessions).extracting(Session::jobNumber).isEqualTo(ordered);
  }
}
