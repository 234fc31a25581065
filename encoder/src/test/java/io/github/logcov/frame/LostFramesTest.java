package io.github.logcov.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A payload of which no line is whole must not vanish; one that was healed stays healed. */
class LostFramesTest {
  private static final byte[] ENCODED = Samples.bytes(1, 81 * 20);
  private final List<String> lines = Samples.lines(ENCODED);
  private final String id = lines.get(0).substring(4, 9);

  @Test
  void tellsOfAPayloadWithAMaskInEveryLine() {
    LogFrames read = read(all(line -> line.substring(0, 17) + "[secure]~"), "before");

    assertThat(read.frames()).hasSize(1);
    Frame frame = read.frames().get(0);
    assertThat(frame.id()).isEqualTo(id);
    assertThat(frame.header()).isEmpty();
    assertThat(frame.firstLogLine()).isEqualTo(2);
    assertDamage(
        read,
        "MASKED: a payload began here, but no line of it is whole ("
            + lines.size()
            + " damaged lines of it were seen): the CI masked lines with [secure], since a secret"
            + " value occurs there; set LOGCOV_SALT to another number in that job");
  }

  @Test
  void tellsOfAPayloadWithOtherOutputInEveryLine() {
    assertDamage(
        read(all(line -> line.substring(0, 16) + "ok\n" + line.substring(16))),
        "HEADER_MISSING: a payload began here, but no line of it is whole ("
            + lines.size()
            + " damaged lines of it were seen), so the file is not known: restart the job");
  }

  @Test
  void twoDamagedRecordsAreEnoughAndOneIsNot() {
    String damaged = lines.get(5).substring(0, 90);

    assertThat(Samples.read(damaged + "\n").frames()).isEmpty();
    assertThat(Samples.read(damaged + "\n" + lines.get(6).substring(0, 90) + "\n").frames())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 7, 8})
  void tellsOfAPayloadThatIsMaskedWithinItsIds(int from) {
    assertDamage(
        read(all(line -> line.substring(0, from) + "***" + line.substring(9))),
        "MASKED: a payload began here, but no line of it is whole ("
            + lines.size()
            + " damaged lines of it were seen): the CI masked lines with ***, since a secret value"
            + " occurs there; set LOGCOV_SALT to another number in that job");
  }

  @Test
  void linesMaskedWithinTheirIdsOfAHealedPayloadAreNoDamage() {
    List<String> log = new ArrayList<>(lines);
    for (int i : new int[] {0, 4, 5, 6, log.size() - 1}) {
      log.set(i, "~lc1[secure]" + log.get(i).substring(12));
    }

    assertThat(Samples.read(log).frames()).hasSize(1).allMatch(Frame::isWhole);
  }

  @Test
  void aSecondCopyHealsWhatIsMaskedWithinTheIdsOfTheFirst() {
    List<String> log = all(line -> "~lc1A[secure]" + line.substring(12));
    log.set(0, lines.get(0));
    log.addAll(lines);

    assertThat(Samples.read(log).frames()).hasSize(1).allMatch(Frame::isWhole);
  }

  @Test
  void aWholePayloadDoesNotHideOneThatIsMaskedWithinItsIds() {
    byte[] other = Samples.bytes(2, 100);
    List<String> log = new ArrayList<>(Samples.lines(other));
    log.addAll(all(line -> "~lc1A[secure]" + line.substring(12)));

    List<Frame> frames = Samples.read(log).frames();

    assertThat(frames).hasSize(2);
    assertThat(frames.get(0).damage()).isEmpty();
    assertThat(frames.get(1).id()).isEmpty();
    assertThat(frames.get(1).damage())
        .extracting(FrameDamage::cause)
        .containsExactly(FrameDamage.Cause.MASKED);
  }

  @Test
  void tellsOfAPayloadThatIsNothingButAsterisks() {
    List<String> log = new ArrayList<>(Samples.lines(Samples.bytes(2, 100)));
    log.addAll(all(line -> "*".repeat(line.length())));
    long full = lines.stream().filter(line -> line.length() == 128).count();

    List<Frame> frames = Samples.read(log).frames();

    assertThat(frames).hasSize(2);
    assertThat(frames.get(0).damage()).isEmpty();
    assertThat(frames.get(1).damage())
        .extracting(FrameDamage::toString)
        .containsExactly(
            "CENSORED: "
                + full
                + " lines exactly as long as those of a payload are asterisks, and no payload here"
                + " explains them: the log scanner wrote over a whole one; restart the job");
  }

  @Test
  void rowsOfAsterisksThatAreShorterFewOrFarFromEachOtherAreNobodys() {
    String row = "*".repeat(128) + "\n";
    String far = "other output\n".repeat(50);

    assertThat(Samples.read(row + row).frames()).isEmpty();
    assertThat(Samples.read(row + far + row + far + row + far + row).frames()).isEmpty();
    assertThat(Samples.read(("*".repeat(127) + "\n").repeat(9)).frames()).isEmpty();
    assertThat(Samples.read(row + row + "x\n" + row).frames()).hasSize(1);
  }

  @Test
  void asterisksOverLinesThatParityBroughtBackAreNoDamage() {
    List<String> log = new ArrayList<>(lines);
    for (int i = 4; i < 7; i++) {
      log.set(i, "*".repeat(128));
    }

    assertThat(Samples.read(log).frames()).hasSize(1).allMatch(Frame::isWhole);
  }

  private List<String> all(UnaryOperator<String> damage) {
    return lines.stream().map(damage).collect(Collectors.toCollection(ArrayList::new));
  }

  private static LogFrames read(List<String> lines, String... before) {
    List<String> log = new ArrayList<>(List.of(before));
    log.addAll(lines);
    return Samples.read(log);
  }

  private static void assertDamage(LogFrames read, String expected) {
    assertThat(read.frames())
        .flatExtracting(Frame::damage)
        .extracting(FrameDamage::toString)
        .containsExactly(expected);
  }
}
