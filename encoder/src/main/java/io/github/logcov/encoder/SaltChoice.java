package io.github.logcov.encoder;

import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.MaskScan;
import java.util.Map;
import java.util.OptionalInt;

/** Chooses the salt with which no maskable value, or the fewest, occur in a frame. */
final class SaltChoice {
  private static final int TRIES = 8;

  private final OptionalInt fixed;
  private final MaskScan scan;

  /** A header with its salt, and the harm that masks could do to it. */
  static final class Choice {
    private final FrameHeader header;
    private final long score;

    private Choice(FrameHeader header, long score) {
      this.header = header;
      this.score = score;
    }

    FrameHeader header() {
      return header;
    }

    long score() {
      return score;
    }
  }

  private SaltChoice(OptionalInt fixed, MaskScan scan) {
    this.fixed = fixed;
    this.scan = scan;
  }

  /** The choice for an environment; LOGCOV_SALT fixes the salt. */
  static SaltChoice of(Map<String, String> environment) throws UsageException {
    String given = environment.getOrDefault("LOGCOV_SALT", "");
    OptionalInt fixed =
        given.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(
                (int)
                    (EmitOptions.whole("LOGCOV_SALT", given, 0, 999_999_999) % FrameHeader.SALTS));
    return new SaltChoice(fixed, new MaskScan(MaskableValues.of(environment)));
  }

  boolean isFixed() {
    return fixed.isPresent();
  }

  Choice choose(FrameHeader header, byte[] encoded) {
    if (fixed.isPresent()) {
      return choice(header, encoded, fixed.getAsInt());
    }
    Choice best = choice(header, encoded, 0);
    for (int salt = 1; salt < TRIES && best.score > 0; salt++) {
      Choice other = choice(header, encoded, salt);
      best = other.score < best.score ? other : best;
    }
    return best;
  }

  private Choice choice(FrameHeader header, byte[] encoded, int salt) {
    FrameHeader salted = header.withSalt(salt);
    return new Choice(salted, scan.score(salted, encoded));
  }
}
