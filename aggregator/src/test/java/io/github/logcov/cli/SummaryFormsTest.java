package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.problem.Legible;
import io.github.logcov.summary.FileView;
import io.github.logcov.summary.Outcomes;
import io.github.logcov.summary.SourceTexts;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every form, whatever the outcome. */
class SummaryFormsTest {
  private static final SourceTexts SOURCES =
      path -> new SourceTexts.SourceText(List.of("x = 1", Outcomes.HOSTILE), "");

  static List<SummaryForm> forms() {
    return SummaryForms.all(FileView.DEFAULT, Insights.NONE, SOURCES, "1.0");
  }

  static Stream<Arguments> formsAndOutcomes() {
    Map<String, Outcome> outcomes = Outcomes.all();
    return forms().stream()
        .flatMap(
            form ->
                outcomes.entrySet().stream()
                    .map(named -> Arguments.of(form.name(), named.getKey(), form, named)));
  }

  /** What was written, to a stream that may not be closed, and was flushed. */
  private static byte[] bytes(SummaryForm form, Outcome outcome) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean[] flushed = new boolean[1];
    FilterOutputStream out =
        new FilterOutputStream(bytes) {
          @Override
          public void write(byte[] b, int offset, int length) {
            bytes.write(b, offset, length);
            flushed[0] = false;
          }

          @Override
          public void flush() {
            flushed[0] = true;
          }

          @Override
          public void close() {
            throw new AssertionError("the stream belongs to the caller");
          }
        };
    form.writer().write(outcome, out);
    assertThat(flushed[0]).as("flushed").isTrue();
    return bytes.toByteArray();
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("formsAndOutcomes")
  void areTheSameBytesForTheSameOutcome(
      String name, String title, SummaryForm form, Map.Entry<String, Outcome> named)
      throws IOException {
    assertThat(bytes(form, named.getValue()))
        .isEqualTo(bytes(form, Outcomes.all().get(named.getKey())));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("formsAndOutcomes")
  void areLegibleUtf8InWholeLines(
      String name, String title, SummaryForm form, Map.Entry<String, Outcome> named)
      throws IOException {
    String text =
        UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(form, named.getValue()))).toString();

    assertThat(text).endsWith("\n").doesNotEndWith("\n\n");
    assertThat(
            text.codePoints()
                .filter(c -> c != '\n' && !Legible.is(c))
                .mapToObj(Integer::toHexString)
                .collect(Collectors.toSet()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void areNamedInTheHelp(SummaryForm form) {
    String help = new Sandbox(Path.of("")).run("check", "--help").out().replaceAll("\\s+", " ");

    assertThat(help).contains(form.name() + " (" + form.description() + ")");
  }
}
