package io.github.logcov.fuzz;

import io.github.logcov.fixtures.Fixtures;
import java.util.stream.Stream;

/** What the fuzzer begins with: small fixtures. */
public final class Seeds {
  /** A large seed makes each run slow, and says little that a small one does not. */
  private static final int MAX_BYTES = 16 << 10;

  private Seeds() {}

  /** The fixtures below a folder whose names end so, but for large ones. */
  public static Stream<byte[]> of(String folder, String end) {
    return Fixtures.names(folder).stream()
        .filter(name -> name.endsWith("." + end))
        .map(Fixtures::bytes)
        .filter(bytes -> bytes.length <= MAX_BYTES);
  }
}
