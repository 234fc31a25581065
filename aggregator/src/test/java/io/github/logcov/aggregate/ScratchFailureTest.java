package io.github.logcov.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.collect.Delivery;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.frame.Scratch;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.payload.ScratchFailedException;
import io.github.logcov.source.PathPlacer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever reads a report when the scratch fails: the report is not blamed. */
class ScratchFailureTest {

  /** A report that waits in many pieces. */
  private enum Reported {
    LCOV("SF:a.py\n", "DA:%d,%d\n", "end_of_record\n"),
    COBERTURA(
        """
        <?xml version="1.0" ?>
        <coverage version="6.5.0"><packages><package name="."><classes>
        <class name="a" filename="a.py"><lines>
        """,
        "<line number=\"%d\" hits=\"%d\"/>\n",
        "</lines></class></classes></package></packages></coverage>\n"),
    UNKNOWN("", "%d %d\n", "");

    private final String text;

    Reported(String head, String line, String tail) {
      StringBuilder report = new StringBuilder(head);
      for (int i = 1; i <= 20_000; i++) {
        // Hits that do not compress to nothing.
        report.append(line.formatted(i, i * 7919 % 9973));
      }
      text = report.append(tail).toString();
    }
  }

  @ParameterizedTest
  @EnumSource
  void comesThroughWhateverReadsTheReport(Reported report) {
    CountingScratch scratch = new CountingScratch();
    Delivery delivery = Deliveries.of(scratch, "8.1", report.text);
    int before = scratch.reads;
    aggregation().add(delivery);
    int reads = scratch.reads - before;
    assertThat(reads).isGreaterThan(10);

    for (int failing : new int[] {1, 2, reads / 2, reads - 1, reads}) {
      scratch.failAt = scratch.reads + failing;

      assertThatThrownBy(() -> aggregation().add(delivery))
          .as("read %d of %d", failing, reads)
          .isInstanceOf(ScratchFailedException.class);
    }
  }

  private static Aggregation aggregation() {
    return new Aggregation(
        ReportFormats.all(FormatLimits.DEFAULT),
        PathPlacer.withoutCheckout(List.of()),
        new Rules(new Scope(List.of(), List.of(), List.of()), CoverageLimits.DEFAULT, true, false));
  }

  /** A scratch that counts reads, and fails at one of them. */
  private static final class CountingScratch implements Scratch {
    private int reads;
    private int failAt = -1;

    @Override
    public Region open() throws IOException {
      Region memory = Scratch.inMemory().open();
      return new Region() {
        @Override
        public void append(byte[] bytes, int offset, int length) throws IOException {
          memory.append(bytes, offset, length);
        }

        @Override
        public void read(long position, byte[] to, int offset, int length) throws IOException {
          if (++reads == failAt) {
            throw new IOException("No space left on device");
          }
          memory.read(position, to, offset, length);
        }

        @Override
        public void close() throws IOException {
          memory.close();
        }
      };
    }
  }
}
