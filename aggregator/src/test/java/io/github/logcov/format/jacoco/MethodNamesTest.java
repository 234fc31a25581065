package io.github.logcov.format.jacoco;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.model.FunctionId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run()V | 3 | NAME a/B.run()V",
        "run$1()V | 3 | NAME a/B.run$1()V",
        "lambda$run()V | 3 | NAME a/B.lambda$run()V",
        "lambda$ | 3 | NAME a/B.lambda$",
        "7()V | 3 | NAME a/B.7()V",
        "lambda$run$0()V | 0 | NAME a/B.lambda$run$0()V",
        "lambda$run$0(I)V | 3 | PLACE a/B.#1(I)V",
        "lambda$12()V | 3 | PLACE a/B.#1()V",
        "run$lambda$4 | 3 | PLACE a/B.#1",
      })
  void knowsLambdasByTheirPlaceAndOthersByTheirName(String method, int line, String expected) {
    FunctionId id = new MethodNames("a/B").of(method, line);

    assertThat(id.kind() + " " + id.name()).isEqualTo(expected);
  }

  @Test
  void tellsLambdasOfOneLineApartByTheirOrderAndTypes() {
    MethodNames names = new MethodNames("A");

    assertThat(
            List.of(
                names.of("lambda$a$5()V", 3).name(),
                names.of("lambda$a$4()V", 3).name(),
                names.of("lambda$a$3(I)V", 3).name(),
                names.of("lambda$a$2()V", 4).name()))
        .containsExactly("A.#1()V", "A.#2()V", "A.#1(I)V", "A.#1()V");
  }

  /** What javac 17 calls lambda$run$0 may be lambda$run$1 to javac 25. */
  @Test
  void doesNotTakeTheNumberOfACompilerForAName() {
    assertThat(new MethodNames("A").of("lambda$run$0()V", 3))
        .isEqualTo(new MethodNames("A").of("lambda$run$1()V", 3));
  }
}
