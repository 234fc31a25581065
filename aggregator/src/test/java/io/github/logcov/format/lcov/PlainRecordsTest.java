package io.github.logcov.format.lcov;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.model.CoverageLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading many plain records at a time must say what reading each with care says. */
class PlainRecordsTest {
  private static final int MUTANTS = 400;

  /** What is plain, and what comes near it. */
  private static final String BYTES = "0123456789,:-+.eDABRFNU \t\r\n\0#\u00e4";

  /** Names of functions, of which some are not plain. */
  private static final List<String> NAMED =
      List.of("a", "b", "3,c", "d e", "e ", "(anonymous_1)", "\u00e4");

  /** Of all reports here, as those of a run share them. */
  private static final SharedNames NAMES = new SharedNames();

  private static final BranchIds BRANCHES = new BranchIds();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lcov/brda_branch_with_commas.info",
        "lcov/brda_one_arm_twice_is_added.info",
        "lcov/da_of_one_line_twice_is_added.info",
        "lcov/da_with_checksum.info",
        "lcov/functions_of_one_name_and_too_few_counts.info",
        "lcov/functions_of_one_name_keep_their_order.info",
        "lcov/functions_old_and_new.info",
        "real/lcov-coverlet.info",
        "real/lcov-grcov-fixture.info"
      })
  void saysWhatCarefulReadingSays(String fixture) throws IOException {
    byte[] original = resource(fixture);
    Random random = new Random(fixture.hashCode());

    assertSame(original, FormatLimits.DEFAULT);
    for (int i = 0; i < MUTANTS; i++) {
      assertSame(mutant(original, random), limits(random));
    }
  }

  @Test
  void leavesNumbersThatAreTooLongToCarefulReading() throws IOException {
    for (int digits = 1; digits < 25; digits++) {
      String number = "9".repeat(digits);
      assertSame(section("DA:1," + number), FormatLimits.DEFAULT);
      assertSame(section("DA:" + number + ",1"), FormatLimits.DEFAULT);
      assertSame(section("BRDA:1," + number + ",0,1"), FormatLimits.DEFAULT);
      assertSame(section("BRDA:1,0," + number + ",1"), FormatLimits.DEFAULT);
      assertSame(section("BRDA:1,0,0," + number), FormatLimits.DEFAULT);
      assertSame(section("FN:" + number + ",f"), FormatLimits.DEFAULT);
      assertSame(section("FN:1," + number + ",f"), FormatLimits.DEFAULT);
      assertSame(section("FN:1,f\nFNDA:" + number + ",f"), FormatLimits.DEFAULT);
    }
  }

  @Test
  void readsNearlyAllOfAnOrdinaryTracefile() {
    byte[] records =
        "DA:1,2\nBRDA:1,0,1,-\nBRDA:1,0,2,7\nDA:3,0\n".getBytes(StandardCharsets.UTF_8);
    PlainRecords plain = new PlainRecords(FormatLimits.DEFAULT, new BranchIds());

    int end = plain.read(records, 0, records.length, 100);

    assertThat(end).isEqualTo(records.length);
    assertThat(plain.count()).isEqualTo(4);
  }

  @Test
  void readsNearlyAllFunctionsOfAnOrdinaryTracefile() {
    byte[] records =
        "FN:1,f\nFN:3,9,g(int, char)\nFNDA:7,f\nFNDA:0,g(int, char)\n"
            .getBytes(StandardCharsets.UTF_8);
    LcovFunctions functions = new LcovFunctions(CoverageLimits.DEFAULT, NAMES);
    PlainFunctions plain = new PlainFunctions(FormatLimits.DEFAULT, functions);

    int end = plain.read(records, 0, records.length);

    assertThat(end).isEqualTo(records.length);
    assertThat(plain.count()).isEqualTo(4);
  }

  @Test
  void readsFunctionsInAnyOrderAsCarefulReadingDoes() throws IOException {
    Random random = new Random(5);
    for (int i = 0; i < MUTANTS; i++) {
      StringBuilder records = new StringBuilder("FN:1,a");
      for (int j = random.nextInt(9); j > 0; j--) {
        String name = NAMED.get(random.nextInt(NAMED.size()));
        boolean defines = random.nextBoolean();
        records.append(defines ? "\nFN:" : "\nFNDA:").append(random.nextInt(3)).append(',');
        records.append(name);
      }
      assertSame(section(records.toString()), limits(random));
    }
  }

  @Test
  void countsOfFunctionsBelongToTheirNamesInAnyOrder() throws IOException {
    List<String> counts = new ArrayList<>(List.of("FNDA:1,a", "FNDA:2,b", "FNDA:3,c", "FNDA:4,d"));
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(counts, random);
      String records = "FN:1,a\nFN:2,b\nFN:3,c\nFN:4,d\n" + String.join("\n", counts);

      assertThat(read(new ByteArrayInputStream(section(records)), FormatLimits.DEFAULT))
          .isEqualTo("{a=7:1 8:1 @1{a}:1 @2{b}:2 @3{c}:3 @4{d}:4} []");
    }
  }

  private static byte[] section(String record) {
    return ("SF:a\nDA:7,1\n" + record + "\nDA:8,1\nend_of_record\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Some bytes changed, put in, left out or twice there. */
  private static byte[] mutant(byte[] original, Random random) {
    byte[] bytes = original;
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      int gone = random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt(2);
      ByteArrayOutputStream mutant = new ByteArrayOutputStream();
      mutant.write(bytes, 0, at);
      for (int j = random.nextInt(3); j > 0; j--) {
        mutant.write(BYTES.charAt(random.nextInt(BYTES.length())));
      }
      int behind = Math.min(bytes.length, at + gone);
      if (random.nextInt(4) == 0) {
        mutant.write(bytes, Math.max(0, at - 9), at - Math.max(0, at - 9));
      }
      mutant.write(bytes, behind, bytes.length - behind);
      bytes = mutant.toByteArray();
    }
    return bytes;
  }

  /** Mostly those of a run, now and then so small that they are met in the middle. */
  private static FormatLimits limits(Random random) {
    if (random.nextInt(3) > 0) {
      return FormatLimits.DEFAULT;
    }
    return new FormatLimits(
        new CoverageLimits(
            1 + random.nextInt(200),
            1 + random.nextInt(4),
            1 + random.nextInt(3),
            random.nextInt(150) + 1L),
        200,
        10 + random.nextInt(200),
        4096);
  }

  private static void assertSame(byte[] report, FormatLimits limits) throws IOException {
    InputStream all = new ByteArrayInputStream(report);

    // With one byte at a time there is never a line ahead.
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(report)) {
          @Override
          public int read(byte[] to, int offset, int length) throws IOException {
            return super.read(to, offset, Math.min(1, length));
          }
        };

    assertThat(read(all, limits))
        .as("%s", new String(report, StandardCharsets.ISO_8859_1))
        .isEqualTo(read(slow, limits));
  }

  /** The report, or what is wrong with it, as text. */
  private static String read(InputStream content, FormatLimits limits) throws IOException {
    try {
      Report report = new LcovReader(content, limits, NAMES, BRANCHES).read();
      return report.files() + " " + report.warnings();
    } catch (MalformedReportException e) {
      return e.place() + ": " + e.getMessage();
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = PlainRecordsTest.class.getResourceAsStream("/reports/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
