package io.github.logcov.format.jacoco;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/** A class of which execution data may tell, and where its probes go. */
final class KnownClass {
  /** {@link #source} of a class that does not say which file it comes from. */
  static final int NO_SOURCE = -1;

  private final String name;
  private final long id;
  private final int probes;
  private final Optional<String> path;
  private final byte[] nameBytes;
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
    nameBytes = modifiedUtf8(name);
    this.source = source;
    this.firstWord = firstWord;
  }

  private static byte[] modifiedUtf8(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new DataOutputStream(bytes).writeUTF(name);
    } catch (IOException e) {
      // A class file has the name in the same encoding, and with a length of two bytes, too.
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOfRange(bytes.toByteArray(), 2, bytes.size());
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

  /** Whether execution data writes the name like this. */
  boolean isNamed(byte[] written) {
    return Arrays.equals(nameBytes, written);
  }

  int source() {
    return source;
  }

  int firstWord() {
    return firstWord;
  }
}
