package io.github.logcov.frame;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.frame.FrameDamage.Cause;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be healed is refused, with its cause in the user's words. */
class DamageTest {
  private static final int TOTAL = 120;

  /** Parity with which the payload has eight groups, so that few lines are beyond repair. */
  private static final int EIGHT_GROUPS = 40;

  private static final byte[] ENCODED = Samples.bytes(1, 81 * TOTAL - 3);
  private final List<String> lines = new ArrayList<>(Samples.lines(ENCODED, 0, EIGHT_GROUPS));
  private final int data = Samples.indexOf(lines, 'D', 0);

  @Test
  void namesMissingLinesAsRanges() {
    lines.subList(data + 15, data + 40).clear();

    assertDamage(lines, "LINES_MISSING: lines 16 to 40 of 120 are missing: restart the job");
  }

  @Test
  void leavesOutOfTheRangesWhatParityBroughtBack() {
    // 8 groups: the lines 1 and 9 share one, line 2 is alone in its.
    lines.remove(data + 8);
    lines.remove(data + 1);
    lines.remove(data);

    assertDamage(lines, "LINES_MISSING: lines 1 and 9 of 120 are missing: restart the job");
  }

  @Test
  void namesFiveRangesAndCountsTheOthers() {
    for (int i = 112; i >= 0; i -= 16) {
      lines.remove(data + i);
    }

    assertDamage(
        lines,
        "LINES_MISSING: lines 1, 17, 33, 49, 65 and 3 more ranges of 120 are missing: restart the"
            + " job");
  }

  @Test
  void tellsOfLinesThatOtherOutputGarbled() {
    for (int i : new int[] {3, 11}) {
      String line = lines.get(data + i);
      lines.set(data + i, line.substring(0, 60) + "ok 17 - works" + line.substring(60));
    }

    assertDamage(
        lines,
        "LINES_MISSING: lines 4 and 12 of 120 are missing (2 lines are garbled by other output):"
            + " restart the job");
  }

  @Test
  void takesACarriageReturnOrAWrapInARecordForDamage() {
    String line = lines.get(data);
    lines.set(data, line.substring(0, 80) + "\r" + line.substring(80));
    String other = lines.get(data + 8);
    lines.set(data + 8, other.substring(0, 80) + "\n" + other.substring(80));

    assertDamage(
        lines,
        "LINES_MISSING: lines 1 and 9 of 120 are missing (2 lines are garbled by other output):"
            + " restart the job");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[secure]", "[MASKED]", "[REDACTED]", "[FILTERED]", "***", "****", "********"})
  void namesTheMaskOfTheCi(String mask) {
    for (int i : new int[] {0, 8}) {
      String line = lines.get(data + i);
      lines.set(data + i, line.substring(0, 30) + mask + line.substring(34));
    }
    String named = mask.startsWith("*") ? "***" : mask;

    assertDamage(
        lines,
        "MASKED: lines 1 and 9 of 120 are missing: the CI masked 2 lines with "
            + named
            + ", since a secret value occurs there; set LOGCOV_SALT to another number in that job");
  }

  @Test
  void namesTheLogScanner() {
    for (int i = 0; i < 20; i++) {
      lines.set(data + i, "*".repeat(128));
    }

    assertDamage(
        lines,
        "CENSORED: lines 1 to 20 of 120 are missing: the log scanner wrote asterisks over 20 lines;"
            + " restart the job");
  }

  @Test
  void rowsOfAsterisksBetweenNeighboursAreNobodysLoss() {
    lines.add(data + 60, "*".repeat(78));
    lines.remove(data + 8);
    lines.remove(data);

    assertDamage(lines, "LINES_MISSING: lines 1 and 9 of 120 are missing: restart the job");
  }

  @Test
  void namesBothWhenLinesAreMaskedAndOthersAreGone() {
    lines.set(data, lines.get(data).substring(0, 20) + "[secure]~");
    lines.subList(data + 7, data + 17).clear();

    assertDamage(
        lines,
        "MASKED: lines 1, 8 to 9 and 16 to 17 of 120 are missing: the CI masked 1 line with"
            + " [secure], since a secret value occurs there; set LOGCOV_SALT to another number in"
            + " that job",
        "LINES_MISSING: lines 1, 8 to 9 and 16 to 17 of 120 are missing: restart the job");
  }

  @Test
  void saysAfterWhichLineAPayloadWasCut() {
    List<String> log = new ArrayList<>(lines.subList(0, data + 40));
    for (int i = 0; i < 60; i++) {
      log.add("other output");
    }

    assertDamage(
        log, "TRUNCATED: cut after line 40 of 120: what printed it was stopped; restart the job");
  }

  @Test
  void saysThatTheLogEndsThere() {
    assertDamage(
        lines.subList(0, data + 40),
        "TRUNCATED: cut after line 40 of 120; the log ends there: what printed it was stopped;"
            + " restart the job");
    assertDamage(
        lines.subList(0, data),
        "TRUNCATED: cut before the first of 120 lines; the log ends there: what printed it was"
            + " stopped; restart the job");
  }

  @Test
  void quotesTheCisWordsAtTheEndOfACutLog() {
    List<String> log = new ArrayList<>(lines.subList(0, data + 40));
    log.add(lines.get(data + 40).substring(0, 50));
    log.add("");
    log.add(
        "\u001b[31;1mNo output has been received in the last 10m0s, this potentially indicates a"
            + " stalled build\u001b[0m\r");

    LogFrames read = Samples.read(log);

    assertThat(read.termination())
        .contains(
            "No output has been received in the last 10m0s, this potentially indicates a stalled"
                + " build");
    assertThat(read.frames().get(0).damage())
        .extracting(FrameDamage::toString)
        .containsExactly(
            "TRUNCATED: cut after line 40 of 120; the log ends with \"No output has been received"
                + " in the last 10m0s, this potentially indicates a stalled build\": what printed"
                + " it was stopped; restart the job");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The job exceeded the maximum log length, and has been terminated.",
        "The log length has exceeded the limit of 4 Megabytes (this usually means that test suite"
            + " is raising the same exception over and over).",
        "The log length has exceeded the limit of 4 MB (this usually means that the test suite is"
            + " raising the same exception over and over).",
        "Job's log exceeded limit of 4194304 bytes.",
      })
  void namesTheSizeLimitOfTheLog(String text) {
    String log =
        String.join("\r\n", lines.subList(0, data + 70))
            + "\r\n"
            + lines.get(data + 70).substring(0, 33)
            + "\n\n"
            + text
            + "\n\n";

    LogFrames read = Samples.read(log);

    assertThat(read.termination()).contains(text);
    assertThat(read.frames().get(0).damage())
        .extracting(FrameDamage::toString)
        .containsExactly(
            "LOG_CUT: log cut at the size limit, after line 70 of 120: make the job print less");
  }

  @Test
  void aMaskedLineAtTheCutDoesNotHideTheCut() {
    List<String> log = new ArrayList<>(lines.subList(0, data + 38));
    log.set(data + 37, log.get(data + 37).substring(0, 30) + "[secure]~");
    log.add("The job exceeded the maximum log length, and has been terminated.");

    assertDamage(
        log,
        "LOG_CUT: log cut at the size limit, after line 38 of 120: make the job print less",
        "MASKED: line 38 of 120 is missing: the CI masked 1 line with [secure], since a secret"
            + " value occurs there; set LOGCOV_SALT to another number in that job");
  }

  @Test
  void aTailThatIsAllMaskedIsNoCut() {
    for (int i = data + 100; i < lines.size(); i++) {
      lines.set(i, lines.get(i).substring(0, 16) + "[secure]~");
    }

    assertDamage(
        lines,
        "MASKED: lines 101 to 120 of 120 are missing: the CI masked 20 lines with [secure], since"
            + " a secret value occurs there; set LOGCOV_SALT to another number in that job");
  }

  @Test
  void maskedHeadersAndParityExplainNoMissingDataLine() {
    int parity = Samples.indexOf(lines, 'P', 0);
    lines.set(parity, lines.get(parity).substring(0, 30) + "[secure]~");
    lines.set(0, lines.get(0).substring(0, 30) + "[secure]~");
    lines.remove(data);

    assertDamage(lines, "LINES_MISSING: line 1 of 120 is missing: restart the job");
  }

  @Test
  void aConflictIsToldOfBesideMissingLines() {
    lines.add(0, others().get(data + 5));
    lines.subList(data + 41, data + 61).clear();

    assertThat(damage(lines))
        .extracting(FrameDamage::cause)
        .containsExactly(Cause.LINES_MISSING, Cause.CONFLICT);
  }

  @Test
  void anEndLineThatContradictsTheHeaderIsToldOf() {
    RecordLine line =
        new RecordLine(
            PayloadId.of(Samples.header(ENCODED).parity(EIGHT_GROUPS).build().text()),
            EIGHT_GROUPS);
    int length = line.write(0, Kind.END, 77, new byte[0], 0, 0);
    lines.add(new String(line.ascii(), 0, length, US_ASCII));
    lines.subList(data, data + 20).clear();

    assertDamage(
        lines,
        "LINES_MISSING: lines 1 to 20 of 120 are missing: restart the job",
        "CONFLICT: its header tells of 120 lines, its end line of 77: something else in the job"
            + " prints such lines");
  }

  @Test
  void aLineWithBitsLeftOverIsGarbled() {
    RecordLine line =
        new RecordLine(
            PayloadId.of(Samples.header(ENCODED).parity(EIGHT_GROUPS).build().text()),
            EIGHT_GROUPS);
    int length = line.write(0, Kind.DATA, 0, new byte[] {0, 1}, 0, 2);
    lines.set(data, new String(line.ascii(), 0, length, US_ASCII));
    lines.remove(data + 8);

    assertDamage(
        lines,
        "LINES_MISSING: lines 1 and 9 of 120 are missing (1 line is garbled by other output):"
            + " restart the job");
  }

  @Test
  void doesNotBlameTheLogsEndForAPayloadThatWasCutLongBefore() {
    String log =
        String.join("\n", lines.subList(0, data + 70))
            + "\nother output".repeat(60)
            + "\nThe job exceeded the maximum log length, and has been terminated.\n";

    assertThat(Samples.read(log).frames().get(0).damage())
        .extracting(FrameDamage::cause)
        .containsExactly(Cause.TRUNCATED);
  }

  @Test
  void aCutPayloadMayAlsoHaveGaps() {
    List<String> log = new ArrayList<>(lines.subList(0, data + 70));
    log.remove(data + 3);

    assertDamage(
        log,
        "TRUNCATED: cut after line 70 of 120; the log ends there: what printed it was stopped;"
            + " restart the job",
        "LINES_MISSING: line 4 of 120 is missing: restart the job");
  }

  @Test
  void saysThatNobodyKnowsThePayloadWithoutAHeader() {
    assertDamage(
        lines.subList(data, data + 50),
        "HEADER_MISSING: its header is missing in both copies, so the file is not known (50 data"
            + " lines are there): restart the job");
  }

  @Test
  void saysWhyTheHeaderIsMissing() {
    lines.set(0, lines.get(0).substring(0, 20) + "[secure]~");
    lines.set(lines.size() - 4, lines.get(0).substring(0, 20) + "[secure]~");

    assertDamage(
        lines,
        "HEADER_MISSING: its header is missing in both copies, so the file is not known (120 of"
            + " 120 data lines are there): restart the job",
        "MASKED: header or data lines: the CI masked 2 lines with [secure], since a secret value"
            + " occurs there; set LOGCOV_SALT to another number in that job");
  }

  @Test
  void aStarredHeaderIsTheLogScanners() {
    lines.set(0, "*".repeat(128));
    lines.subList(lines.size() - 4, lines.size()).clear();

    assertThat(damage(lines))
        .extracting(FrameDamage::cause)
        .containsExactly(Cause.HEADER_MISSING, Cause.CENSORED);
  }

  @Test
  void refusesALineOfTheSamePlaceWithDifferentContent() {
    List<String> others = others();
    lines.addAll(0, others.subList(data + 5, data + 6));
    lines.add(0, Samples.lines(ENCODED, 0, EIGHT_GROUPS).get(0));

    assertDamage(
        lines,
        "CONFLICT: two lines claim the same place with different content: something else in the job"
            + " prints such lines");
  }

  @Test
  void refusesLinesThatDoNotHaveTheCheckOfTheHeader() {
    lines.set(data + 5, others().get(data + 5));

    assertDamage(
        lines,
        "CORRUPT: all lines are there, but they do not have the check that the header names:"
            + " restart the job");
  }

  /** Lines with the id of the payload and other data, as only a forger could print them. */
  private static List<String> others() {
    byte[] forged = Samples.bytes(2, ENCODED.length);
    List<String> lines = new ArrayList<>();
    RecordLine line =
        new RecordLine(
            PayloadId.of(Samples.header(ENCODED).parity(EIGHT_GROUPS).build().text()),
            EIGHT_GROUPS);
    for (String template : Samples.lines(ENCODED, 0, EIGHT_GROUPS)) {
      byte[] digits = new byte[108];
      int number = Samples.number(template);
      int count =
          template.charAt(11) == 'D'
              ? Digits.split(forged, number * 81, Math.min(81, forged.length - number * 81), digits)
              : 4;
      int length = line.write(0, Kind.DATA, number, digits, 0, count);
      lines.add(new String(line.ascii(), 0, length, US_ASCII));
    }
    return lines;
  }

  @Test
  void tellsOfFramesOfAnotherVersion() {
    String line = "x ~lc2" + lines.get(0).substring(4);

    LogFrames read = Samples.read("a\n" + line + "\n" + line + "\n");

    assertThat(read.frames()).hasSize(1);
    Frame frame = read.frames().get(0);
    assertThat(frame.id()).isEmpty();
    assertThat(frame.header()).isEmpty();
    assertThat(frame.firstLogLine()).isEqualTo(2);
    assertThat(frame.damage())
        .extracting(FrameDamage::toString)
        .containsExactly(
            "VERSION: the log holds frames of grammar version 2, this logcov reads version 1: use a"
                + " newer one");
  }

  @Test
  void aSingleRecordOfAnotherVersionIsRatherGarbled() {
    assertThat(Samples.read("~lc2" + lines.get(0).substring(4)).frames()).isEmpty();
  }

  @Test
  void aGarbledSigilOfAKnownPayloadIsNoOtherVersion() {
    lines.set(data, "~lc7" + lines.get(data).substring(4));

    assertThat(Samples.read(lines).frames()).hasSize(1);
    assertThat(damage(lines)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "~lc2short~",
        "~lcovABCDEFGHIJKLMNOPQRSTUVWXYZ~",
        "~lc1ABCDEFGXIJKLMNOPQRSTUVWXYZ~",
        "~lc1ABCDE[secure]FGH~",
        "a ~lc1 sigil, ~lc1***",
        "~lc1IIIIISGKNNNDDDD....DDDDCCCC~",
      })
  void accidentalSigilsAreNoProblem(String text) {
    assertThat(Samples.read(text + "\n" + "*".repeat(100) + "\n" + text).frames()).isEmpty();
  }

  @Test
  void namesACodecThatItDoesNotKnow() {
    FrameHeader header = Samples.header(ENCODED).codec("z\"std\u001b").build();

    assertDamage(
        Samples.lines(header, ENCODED),
        "VERSION: its codec \"z?std?\" is not known here (gzip, bzip2 and xz are): use a newer"
            + " logcov");
  }

  @ParameterizedTest
  @CsvSource({
    "Done. Your build exited with 0.,true",
    "Done. Your build exited with 137.,true",
    "Done. Your build exited with,false",
    "Done.,false"
  })
  void seesTravisClosingLine(String text, boolean seen) {
    assertThat(Samples.read("x\r\n\u001b[0m" + text + "\r\n").hasTravisClosingLine())
        .isEqualTo(seen);
    assertThat(Samples.read(text + "\r\n" + "x\n".repeat(20_000)).hasTravisClosingLine()).isFalse();
  }

  @Test
  void encodedBytesOfADamagedPayloadAreNotGivenOut() {
    Frame frame = Samples.read(lines.subList(0, data + 4)).frames().get(0);

    assertThat(frame.isWhole()).isFalse();
    assertThatThrownBy(frame::encoded).isInstanceOf(IllegalStateException.class);
  }

  private static List<FrameDamage> damage(List<String> log) {
    List<Frame> frames = Samples.read(log).frames();
    assertThat(frames).hasSize(1);
    return frames.get(0).damage();
  }

  private static void assertDamage(List<String> log, String... expected) {
    assertThat(damage(log)).extracting(FrameDamage::toString).containsExactly(expected);
  }
}
