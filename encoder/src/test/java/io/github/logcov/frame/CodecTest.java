package io.github.logcov.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodecTest {
  private static final byte[] TEXT = "<coverage line-rate=\"1\"/>\n".repeat(400).getBytes(UTF_8);

  @ParameterizedTest
  @EnumSource
  void givesBackWhatItCompressed(Codec codec) throws IOException {
    byte[] first = codec.compress(TEXT);
    byte[] again = codec.compress(TEXT);

    assertThat(decompressed(codec, first)).isEqualTo(TEXT);
    assertThat(decompressed(codec, codec.compress(new byte[0]))).isEmpty();
    assertThat(again).isEqualTo(first);
    assertThat(Codec.of(codec.label())).contains(codec);
  }

  @ParameterizedTest
  @EnumSource
  void readsSeveralMembersAsOneStream(Codec codec) throws IOException {
    byte[] two = joined(codec.compress("a".getBytes(UTF_8)), codec.compress(TEXT));

    assertThat(decompressed(codec, two)).isEqualTo(joined("a".getBytes(UTF_8), TEXT));
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatStandsBehindTheStream(Codec codec) {
    byte[] more = joined(codec.compress(TEXT), "garbage".getBytes(UTF_8));

    assertThatThrownBy(() -> decompressed(codec, more)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @EnumSource
  void refusesAStreamThatEndsEarlyOrIsDamaged(Codec codec) {
    byte[] whole = codec.compress(Samples.bytes(1, 3_000));
    for (int length = 0; length < whole.length; length += 37) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> decompressed(codec, cut)).isInstanceOf(IOException.class);
    }
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 4;
    assertThatThrownBy(() -> decompressed(codec, flipped)).isInstanceOf(IOException.class);
  }

  @Test
  void anXzStreamMayNotAskForMoreMemoryThanTheLimit() throws IOException {
    assertThat(decompressed(Codec.XZ, withDictionary(28))).isEqualTo(TEXT);
    assertThatThrownBy(() -> decompressed(Codec.XZ, withDictionary(30)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("KiB of memory would be needed; limit was 81920 KiB");
  }

  /**
   * An xz stream whose first block names a dictionary of 2^(exponent/2+12) bytes: 28 is 64 MiB, 30
   * is 128 MiB.
   */
  private static byte[] withDictionary(int exponent) {
    byte[] xz = Codec.XZ.compress(TEXT);
    int headerStart = 12;
    int headerLength = (xz[headerStart] + 1) * 4;
    xz[headerStart + 4] = (byte) exponent;
    CRC32 crc = new CRC32();
    crc.update(xz, headerStart, headerLength - 4);
    for (int i = 0; i < 4; i++) {
      xz[headerStart + headerLength - 4 + i] = (byte) (crc.getValue() >>> 8 * i);
    }
    return xz;
  }

  @Test
  void gzipHeadersHoldNoTimeAndNoSystem() {
    assertThat(Arrays.copyOf(Codec.GZIP.compress(TEXT), 10))
        .isEqualTo(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 255});
  }

  @Test
  void otherNamesAreNoCodec() {
    assertThat(Codec.of("GZIP")).isEmpty();
    assertThat(Codec.of("zstd")).isEmpty();
  }

  private static byte[] decompressed(Codec codec, byte[] encoded) throws IOException {
    try (InputStream in = codec.decompress(new ByteArrayInputStream(encoded))) {
      return in.readAllBytes();
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
