package io.github.logcov.format.jacoco;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A class of which execution data may tell, and where its probes go. */
final class KnownClass {
  /** {@link #source} of a class that does not say which file it comes from. */
  static final int NO_SOURCE = -1;

  private final String name;
  private final long id;
  private final int probes;
  private final Optional<String> path;
  private final byte @Nullable [] asWritten;
  private final int source;
  private final int firstWord;

  /**
   * A class.
   *
   * @param flow of which nothing is kept that takes much room
   * @param source number of its source file, in the order of their paths, or {@link #NO_SOURCE}
   * @param firstWord the word, among those of its source, where its probes begin
   */
  KnownClass(ClassFlow flow, int source, int firstWord) {
    name = flow.name();
    id = flow.id();
    probes = flow.probes();
    path = flow.path();
    asWritten = asWritten(name);
    this.source = source;
    this.firstWord = firstWord;
  }

  /** Of names in plain ASCII, which modified UTF-8 writes as it is; of all others none. */
  private static byte @Nullable [] asWritten(String name) {
    return name.chars().allMatch(c -> c > 0 && c < 0x80)
        ? name.getBytes(StandardCharsets.US_ASCII)
        : null;
  }

  /** As in {@link ClassFlow}, and so the others. */
  String name() {
    return name;
  }

  long id() {
    return id;
  }

  int probes() {
    return probes;
  }

  Optional<String> path() {
    return path;
  }

  /** Whether these bytes are surely its name; who is told no has to read them. */
  boolean isNamed(byte[] written) {
    return asWritten != null && Arrays.equals(asWritten, written);
  }

  int source() {
    return source;
  }

  int firstWord() {
    return firstWord;
  }
}
