package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.logcov.aggregate.ReportFormats;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format keeps, whatever it is. A new one adds a sample here and nothing else. */
class ReportFormatContractTest {
  private static final ReportFormats FORMATS =
      ReportFormats.all(
          FormatLimits.DEFAULT, Fixtures.classes(), List.of(), Fixtures.DATA_REPORTER);

  /** Formats that are no text; what holds for texts, and for files with an end, is not asked. */
  private static final Set<String> BINARY = Set.of("jacoco-exec", "coveragepy-data");

  /** Format -> a small report of it, as a tool wrote it. */
  private static final Map<String, String> SAMPLES =
      Map.of(
          "lcov", "reports/merge-samples/c1.lcov",
          "cobertura", "reports/merge-samples/c1.xml",
          "coveragepy", "reports/coveragepy-real/option-no-branch-6.5.0.json",
          "coveragepy-data", "reports/coveragepy-real/data-6.5.0-a1.coverage",
          "jacoco", "reports/jacoco/real/code.xml",
          "jacoco-exec", "reports/jacoco/real/code-a.exec",
          "gocover", "reports/gocover-real/set-none.out",
          "clover", "reports/clover/sample.xml",
          "opencover", "reports/opencover/sample.xml");

  /**
   * Formats whose files do not say where they end, nor how much there is: a line that is lost as a
   * whole is lost unseen. The payload proves that what the tool wrote is whole.
   */
  private static final Set<String> WITHOUT_END = Set.of("gocover");

  static Stream<ReportFormat> formats() {
    return FORMATS.list().stream();
  }

  static Stream<ReportFormat> texts() {
    return formats().filter(format -> !BINARY.contains(format.name()));
  }

  @Test
  void everyFormatHasASample() {
    assertThat(formats().map(ReportFormat::name))
        .containsExactlyInAnyOrderElementsOf(SAMPLES.keySet());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void doesNotRecogniseAnEmptyFile(ReportFormat format) {
    assertThat(format.recognises(Fixtures.file(new byte[0]))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void doesNotRecogniseWhatIsNoReport(ReportFormat format) {
    for (String text :
        new String[] {" ", "\n\n", "{}", "<html/>", "hello\n", "\0\0", "TN", "<", "#"}) {
      assertThat(format.recognises(Fixtures.file(text.getBytes(StandardCharsets.UTF_8))))
          .as(text)
          .isFalse();
    }
  }

  /** A pattern that recurses for each repetition would need more stack than a thread has. */
  @ParameterizedTest
  @MethodSource("formats")
  void looksAtMonotonousHeadsWithLittleStack(ReportFormat format) throws Exception {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    for (String text :
        new String[] {
          "\n", "#\n", " \r\n", "<!---->", "<a ", "<coverage>x<!---->", "a='' ", "[{"
        }) {
      for (String begin : new String[] {"", "<coverage ", "<coverage>"}) {
        byte[] head = (begin + text.repeat(4096)).getBytes(StandardCharsets.UTF_8);
        ReportFile file = Fixtures.file(head);
        Thread thread = new Thread(null, () -> format.recognises(file), "head", 1 << 17);
        thread.setUncaughtExceptionHandler((t, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
      }
    }

    assertThat(failure).hasNullValue();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void recognisesOnlyTheSampleOfItsOwn(ReportFormat format) {
    for (Map.Entry<String, String> sample : SAMPLES.entrySet()) {
      assertThat(format.recognises(Fixtures.file(Fixtures.bytes(sample.getValue()))))
          .as(sample.getKey())
          .isEqualTo(sample.getKey().equals(format.name()));
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void recognisesWithoutConsuming(ReportFormat format) throws Exception {
    byte[] sample = sample(format);
    ReportFile file = Fixtures.file(sample);

    assertThat(format.recognises(file)).isTrue();
    assertThat(format.recognises(file)).isTrue();
    assertThat(file.content().readAllBytes()).isEqualTo(sample);
  }

  /** Where the cut leaves what means the same as the whole, it is well-formed; nowhere else. */
  @ParameterizedTest
  @MethodSource("texts")
  void noticesACutAtEveryByte(ReportFormat format) throws Exception {
    byte[] sample = sample(format);
    String whole = Fixtures.outcome(format, sample);
    Set<Integer> harmless = new TreeSet<>();

    for (int length = 0; length < sample.length; length++) {
      String outcome = Fixtures.outcome(format, Arrays.copyOf(sample, length));
      if (!outcome.startsWith("malformed")) {
        harmless.add(length);
        // Nothing but line ends was lost, or all.
        boolean unseen = WITHOUT_END.contains(format.name()) && sample[length - 1] == '\n';
        assertThat(unseen ? "" : outcome).as("cut at %d", length).isIn(whole, "");
      }
    }

    assertThat(harmless)
        .allMatch(
            length ->
                length == 0
                    || length == sample.length - 1
                    || WITHOUT_END.contains(format.name()) && sample[length - 1] == '\n');
  }

  @ParameterizedTest
  @MethodSource("texts")
  void noticesALostLine(ReportFormat format) throws Exception {
    assumeFalse(WITHOUT_END.contains(format.name()), "its files do not tell");
    String[] lines = new String(sample(format), StandardCharsets.UTF_8).split("\n");
    Report whole = format.read(Fixtures.file(sample(format)));

    for (int lost = 0; lost < lines.length; lost++) {
      StringBuilder rest = new StringBuilder();
      for (int i = 0; i < lines.length; i++) {
        rest.append(i == lost ? "" : lines[i] + "\n");
      }
      byte[] content = rest.toString().getBytes(StandardCharsets.UTF_8);
      // Malformed, or a total disagrees, or it was a line that says nothing of coverage.
      if (!Fixtures.outcome(format, content).matches("(?s)malformed.*|.* disagree .*")) {
        assertThat(Fixtures.union(format.read(Fixtures.file(content))))
            .as("without line %d, %s", lost + 1, lines[lost])
            .isEqualTo(Fixtures.union(whole));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void readsAByteOrderMark(ReportFormat format) throws Exception {
    byte[] sample = sample(format);
    ByteArrayOutputStream marked = new ByteArrayOutputStream();
    marked.writeBytes(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    marked.writeBytes(sample);

    assertThat(format.recognises(Fixtures.file(marked.toByteArray()))).isTrue();
    assertThat(Fixtures.outcome(format, marked.toByteArray()))
        .isEqualTo(Fixtures.outcome(format, sample));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void readsWindowsLineEnds(ReportFormat format) throws Exception {
    String sample = new String(sample(format), StandardCharsets.UTF_8);
    byte[] windows = sample.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);

    assertThat(format.recognises(Fixtures.file(windows))).isTrue();
    assertThat(Fixtures.outcome(format, windows))
        .isEqualTo(Fixtures.outcome(format, sample(format)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void refusesWhatIsNotInItsEncoding(ReportFormat format) throws Exception {
    String sample = new String(sample(format), StandardCharsets.UTF_8);
    byte[] latin1 = sample.replace("code.", "caf\u00e9.").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Fixtures.outcome(format, latin1))
        .matches("malformed (byte )?\\d*: wrong encoding: .*\n");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void refusesAZeroByteAnywhere(ReportFormat format) throws Exception {
    byte[] sample = sample(format);
    for (int position = 0; position <= sample.length; position += 7) {
      byte[] damaged = Arrays.copyOf(sample, sample.length + 1);
      System.arraycopy(sample, position, damaged, position + 1, sample.length - position);
      damaged[position] = 0;

      assertThat(Fixtures.outcome(format, damaged)).as("at %d", position).startsWith("malformed");
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void passesOnThatTheBytesCannotBeHad(ReportFormat format) throws Exception {
    byte[] sample = sample(format);
    for (int length = 1; length < sample.length; length++) {
      if (sample[length - 1] != '\n') {
        continue;
      }
      InputStream broken =
          new SequenceInputStream(
              new ByteArrayInputStream(sample, 0, length), new BrokenStream(length));

      assertThatThrownBy(() -> format.read(new ReportFile("report", broken)))
          .isInstanceOf(IOException.class)
          .hasMessage("the payload is damaged");
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void readsThroughAStreamThatGivesByteByByte(ReportFormat format) throws Exception {
    byte[] sample = sample(format);
    InputStream slow =
        new ByteArrayInputStream(sample) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1));
          }
        };

    Report report = format.read(new ReportFile("report", slow));

    assertThat(report).isEqualTo(format.read(Fixtures.file(sample)));
  }

  private static byte[] sample(ReportFormat format) {
    return Fixtures.bytes(SAMPLES.get(format.name()));
  }

  /** Fills the head with blanks, which end no record, and breaks behind it. */
  private static final class BrokenStream extends InputStream {
    private int blanks;

    BrokenStream(int before) {
      blanks = ReportFile.HEAD_BYTES - before;
    }

    @Override
    public int read() throws IOException {
      if (blanks-- > 0) {
        return ' ';
      }
      throw new IOException("the payload is damaged");
    }
  }
}
