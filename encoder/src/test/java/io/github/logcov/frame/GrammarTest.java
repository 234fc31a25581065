package io.github.logcov.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of docs/frames.md, computed a second time here as it stands there. */
class GrammarTest {
  @Test
  void digitsAreBase64() {
    Random random = new Random(1);
    for (int length = 1; length <= 81; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      byte[] digits = new byte[108];
      int count = Digits.split(bytes, 0, length, digits);

      String text = text(digits, 0, count);
      byte[] back = new byte[length];
      boolean good = Digits.join(digits, 0, count, back, 0);

      assertThat(text).isEqualTo(Base64.getEncoder().withoutPadding().encodeToString(bytes));
      assertThat(count).isEqualTo((int) Digits.count(length));
      assertThat(good).isTrue();
      assertThat(back).isEqualTo(bytes);
    }
  }

  @Test
  void refusesDigitsThatAreNoBase64() {
    byte[] to = new byte[81];

    assertThat(Digits.join(new byte[] {1}, 0, 1, to, 0)).isFalse();
    assertThat(Digits.join(new byte[] {1, 1}, 0, 2, to, 0)).isFalse();
    assertThat(Digits.join(new byte[] {1, 16}, 0, 2, to, 0)).isTrue();
    assertThat(Digits.join(new byte[] {1, 1, 1}, 0, 3, to, 0)).isFalse();
    assertThat(Digits.join(new byte[] {1, 1, 4}, 0, 3, to, 0)).isTrue();
    assertThat(Digits.join(new byte[] {0, 0, 0, 0, 63}, 0, 5, to, 0)).isFalse();
  }

  @Test
  void everyLineHasTheFormOfTheDocument() {
    byte[] encoded = Samples.bytes(3, 81 * 40 + 17);
    for (int salt : new int[] {0, 7, 31}) {
      FrameHeader header = Samples.header(encoded).salt(salt).parity(2).build();
      List<String> lines = Samples.lines(header, encoded);

      for (String line : lines) {
        assertThat(line).matches("~lc1[A-Za-z0-9+/]{5}.[A-Za-z0-9+/][HDPE][A-Za-z0-9+/]{3,115}~");
        assertThat(line).hasSizeBetween(20, 128).startsWith("~lc1" + header.id());
        assertThat(Digits.VALUE[line.charAt(9)] % 32).isEqualTo((byte) salt);
        assertThat(line.charAt(10)).isEqualTo('B');
        assertThat(line.substring(line.length() - 5, line.length() - 1)).isEqualTo(check(line));
      }
      StringBuilder kinds = new StringBuilder();
      lines.forEach(line -> kinds.append(line.charAt(11)));
      assertThat(kinds.toString())
          .isEqualTo(
              "HHH" + "D".repeat(32) + "P".repeat(16) + "D".repeat(9) + "P".repeat(9) + "HHHE");
    }
  }

  @Test
  void dataLinesAreBareBase64WithoutSaltAndShiftedByTheKeystreamWithOne() {
    byte[] encoded = Samples.bytes(4, 81 * 3 + 2);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(encoded);

    List<String> plain = Samples.lines(encoded, 0, 16);
    List<String> salted = Samples.lines(encoded, 9, 16);

    for (int i = 0; i < 4; i++) {
      String data = base64.substring(108 * i, Math.min(base64.length(), 108 * i + 108));
      assertThat(data(plain.get(Samples.indexOf(plain, 'D', i)))).isEqualTo(data);
      assertThat(data(salted.get(Samples.indexOf(salted, 'D', i))))
          .isEqualTo(shifted(data, 9, 3, i));
    }
  }

  @Test
  void bothHeaderCopiesHoldTheHeaderTextAndLookDifferent() {
    byte[] encoded = Samples.bytes(5, 10);
    FrameHeader header = Samples.header(encoded).salt(0).build();
    List<String> lines = Samples.lines(header, encoded);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(header.text());
    int count = (base64.length() + 107) / 108;

    for (int i = 0; i < count; i++) {
      String piece = base64.substring(108 * i, Math.min(base64.length(), 108 * i + 108));
      String first = lines.get(i);
      String second = lines.get(lines.size() - 1 - count + i);
      int number = i * 512 + count;
      assertThat(Samples.number(first)).isEqualTo(number).isEqualTo(Samples.number(second));
      assertThat(data(first)).isEqualTo(piece);
      assertThat(data(second)).isEqualTo(shifted(piece, 32, 7, number)).isNotEqualTo(piece);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // lines of the last block, N, groups
    "1,16,1", "2,16,2", "3,16,3", "4,16,4", "5,16,4", "12,16,5", "64,16,9", "65,16,9",
    "143,16,15", "144,16,16", "255,16,16", "256,16,16", "1,1,1", "4,1,4", "5,1,5", "15,1,15",
    "16,1,16", "1,64,1", "4,64,4", "47,64,4", "48,64,5", "256,64,9", "257,64,9", "575,64,15",
    "576,64,16", "1024,64,16"
  })
  void theLastBlockHasGroupsByItsLength(int lines, int parity, int groups) {
    Geometry alone = new Geometry(parity, lines);
    Geometry behindFull = new Geometry(parity, 16 * parity + lines);

    assertThat(alone.blocks()).isEqualTo(1);
    assertThat(alone.groups(0)).isEqualTo(groups);
    assertThat(alone.parityLines()).isEqualTo(groups);
    assertThat(behindFull.blocks()).isEqualTo(2);
    assertThat(behindFull.groups(0)).isEqualTo(16);
    assertThat(behindFull.groups(1)).isEqualTo(groups);
    assertThat(behindFull.group(16 * parity + lines - 1)).isEqualTo((lines - 1) % groups);
  }

  @Test
  void theCheckIsThePolynomialOfTheDocument() {
    Random random = new Random(7);
    for (int run = 0; run < 200; run++) {
      byte[] digits = new byte[119];
      for (int i = 0; i < digits.length; i++) {
        digits[i] = (byte) (run == 0 ? 63 : random.nextInt(64));
      }
      int count = random.nextInt(120);
      BigInteger h = BigInteger.ZERO;
      for (int i = 0; i < count; i++) {
        h = h.multiply(BigInteger.valueOf(1000003)).add(BigInteger.valueOf(digits[i] + 1));
        h = h.mod(BigInteger.valueOf(16777213));
      }

      assertThat(LineCheck.of(digits, count)).isEqualTo(h.intValueExact());
    }
  }

  @Test
  void theIdIsTheFirstThirtyBitsOfTheHeadersDigest() {
    byte[] text = "v=1\n".getBytes(StandardCharsets.US_ASCII);
    byte[] digest = Sha256.digest(text);

    String id = PayloadId.text(PayloadId.of(text));

    assertThat(id).isEqualTo(Base64.getEncoder().encodeToString(digest).substring(0, 5));
  }

  private static String text(byte[] digits, int offset, int count) {
    StringBuilder text = new StringBuilder();
    for (byte digit : Arrays.copyOfRange(digits, offset, offset + count)) {
      text.append((char) Digits.SYMBOL[digit]);
    }
    return text.toString();
  }

  private static String data(String line) {
    return line.substring(15, line.length() - 5);
  }

  private static String check(String line) {
    double h = 0;
    for (int i = 4; i < line.length() - 5; i++) {
      h = (h * 1000003 + Digits.VALUE[line.charAt(i)] + 1) % 16777213;
    }
    int value = (int) h;
    byte[] digits = {
      (byte) (value >> 18), (byte) (value >> 12 & 63), (byte) (value >> 6 & 63), (byte) (value & 63)
    };
    return text(digits, 0, 4);
  }

  /** The keystream with doubles, as an awk computes it. */
  private static String shifted(String data, int salt, int kind, int number) {
    double x = (salt * 15485863.0 + kind * 32452843.0 + number * 49979687.0 + 1) % 2147483647.0;
    x = x == 0 ? 1 : x;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < data.length(); i++) {
      x = x * 48271 % 2147483647.0;
      int k = (int) Math.floor(x / 33554432);
      text.append((char) Digits.SYMBOL[(Digits.VALUE[data.charAt(i)] + k) % 64]);
    }
    return text.toString();
  }
}
