package io.github.logcov.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Changes documents by chance, so that they are mostly still nearly right. */
final class Mutants {
  private final Random random;
  private final List<String> spice;
  private final int longest;

  /**
   * By these chances.
   *
   * @param spice what may stand in a changed place
   * @param longest so many bytes are replaced at most, less one
   */
  Mutants(Random random, List<String> spice, int longest) {
    this.random = random;
    this.spice = spice;
    this.longest = longest;
  }

  /** The document with one to three places changed; sometimes it ends behind the last one. */
  byte[] of(byte[] document) {
    byte[] mutant = document;
    for (int i = random.nextInt(3); i >= 0; i--) {
      int from = random.nextInt(mutant.length + 1);
      int to = Math.min(mutant.length, from + (random.nextBoolean() ? 0 : random.nextInt(longest)));
      ByteArrayOutputStream changed = new ByteArrayOutputStream();
      changed.write(mutant, 0, from);
      if (random.nextInt(8) == 0) {
        changed.write(random.nextInt(256));
      } else if (random.nextInt(8) == 0) {
        changed.write(mutant, from, to - from);
        changed.write(mutant, from, to - from);
      } else if (random.nextInt(8) > 0) {
        String some = spice.get(random.nextInt(spice.size()));
        changed.writeBytes(some.getBytes(StandardCharsets.UTF_8));
      }
      if (random.nextInt(20) > 0) {
        changed.write(mutant, to, mutant.length - to);
      }
      mutant = changed.toByteArray();
    }
    return mutant;
  }
}
