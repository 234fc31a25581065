package io.github.logcov.format.jacoco;

import io.github.logcov.format.Excerpt;
import io.github.logcov.format.MalformedReportException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jacoco.core.data.ExecutionDataWriter;

/**
 * Reads the blocks of JaCoCo's execution data, as its {@code ExecutionDataReader} does, but within
 * bounds: of classes that {@code --classes} does not have nothing is kept, however many probes they
 * claim. Headers may come again, since JaCoCo appends.
 */
final class ExecReader {
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 13];

  /** What is read of the buffer, and what is in it. */
  private int at;

  private int end;

  private final ClassFiles classes;
  private final ExecutedProbes executed;
  private final SortedMap<String, String> foreign = new TreeMap<>();
  private long position;
  private long block;

  ExecReader(InputStream in, ClassFiles classes) {
    this.in = in;
    this.classes = classes;
    this.executed = new ExecutedProbes(classes);
  }

  /** The probes that were executed, of the classes that are known. */
  ExecutedProbes executed() {
    return executed;
  }

  /** Name of each class that is known, but was another one when it ran -> how it differs. */
  SortedMap<String, String> foreign() {
    return foreign;
  }

  void read() throws MalformedReportException, IOException {
    boolean first = true;
    for (int type = next(); type >= 0; type = next()) {
      block = position - 1;
      if (first && type != (ExecutionDataWriter.BLOCK_HEADER & 0xff)) {
        throw wrong("JaCoCo's header was expected, but was a block of type " + hex(type));
      }
      first = false;
      switch ((byte) type) {
        case ExecutionDataWriter.BLOCK_HEADER -> header();
        case ExecutionDataWriter.BLOCK_SESSIONINFO -> session();
        case ExecutionDataWriter.BLOCK_EXECUTIONDATA -> classData();
        default ->
            throw wrong("a block of type 0x1, 0x10 or 0x11 was expected, but was " + hex(type));
      }
    }
    if (first) {
      throw wrong("JaCoCo's header was expected, but there is nothing");
    }
  }

  private void header() throws MalformedReportException, IOException {
    int magic = twoBytes();
    if (magic != ExecutionDataWriter.MAGIC_NUMBER) {
      throw wrong("the number 0xc0c0 was expected in the header, but was " + hex(magic));
    }
    int version = twoBytes();
    if (version != ExecutionDataWriter.FORMAT_VERSION) {
      throw wrong(
          "version "
              + hex(ExecutionDataWriter.FORMAT_VERSION)
              + " of execution data was expected (JaCoCo 0.7.5 and later), but was "
              + hex(version)
              + "; measure with a JaCoCo of that version, or emit its jacoco.xml instead");
    }
  }

  private void session() throws MalformedReportException, IOException {
    text(bytes(twoBytes()));
    eightBytes();
    eightBytes();
  }

  private void classData() throws MalformedReportException, IOException {
    long id = eightBytes();
    byte[] written = bytes(twoBytes());
    KnownClass known = classes.byId(id);
    String name = known != null && known.isNamed(written) ? known.name() : text(written);
    long probes = length();
    if (known != null && !known.name().equals(name)) {
      throw wrong(
          "class %016x was expected to be %s, as in --classes, but is %s"
              .formatted(id, Excerpt.of(known.name()), Excerpt.of(name)));
    }
    if (known != null && known.probes() == probes) {
      executed.add(known, bytes((int) (probes + 7) / 8));
      return;
    }
    skip((probes + 7) / 8);
    if (known != null) {
      foreign.put(name, "%d probes, where this JaCoCo puts %d".formatted(probes, known.probes()));
      return;
    }
    KnownClass other = classes.byName(name);
    if (other != null) {
      foreign.put(name, "id %016x, in --classes %016x".formatted(id, other.id()));
    }
  }

  /** Seven bits in a byte, the lowest first, the eighth says that more follow. */
  private long length() throws MalformedReportException, IOException {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int b = oneByte();
      value |= (long) (b & 0x7f) << shift;
      if ((b & 0x80) == 0) {
        if (value > Integer.MAX_VALUE) {
          break;
        }
        return value;
      }
    }
    throw wrong(
        "a number of probes up to " + Integer.MAX_VALUE + " was expected, but it is larger");
  }

  private String text(byte[] bytes) throws MalformedReportException, IOException {
    byte[] withLength = new byte[bytes.length + 2];
    withLength[0] = (byte) (bytes.length >> 8);
    withLength[1] = (byte) bytes.length;
    System.arraycopy(bytes, 0, withLength, 2, bytes.length);
    try {
      return new DataInputStream(new ByteArrayInputStream(withLength)).readUTF();
    } catch (UTFDataFormatException e) {
      throw new MalformedReportException(
          place(),
          "wrong encoding: a text in modified UTF-8 was expected, but these bytes are not",
          e);
    }
  }

  private long eightBytes() throws MalformedReportException, IOException {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | oneByte();
    }
    return value;
  }

  private int twoBytes() throws MalformedReportException, IOException {
    return oneByte() << 8 | oneByte();
  }

  private int oneByte() throws MalformedReportException, IOException {
    int b = next();
    if (b < 0) {
      throw cut();
    }
    return b;
  }

  private byte[] bytes(int count) throws MalformedReportException, IOException {
    byte[] bytes = new byte[count];
    for (int got = 0; got < count; ) {
      int more = Math.min(count - got, available());
      if (more == 0) {
        throw cut();
      }
      System.arraycopy(buffer, at, bytes, got, more);
      pass(more);
      got += more;
    }
    return bytes;
  }

  private void skip(long count) throws MalformedReportException, IOException {
    for (long left = count; left > 0; ) {
      int more = (int) Math.min(left, available());
      if (more == 0) {
        throw cut();
      }
      pass(more);
      left -= more;
    }
  }

  /** The next byte, or -1 behind the last one. */
  private int next() throws IOException {
    if (at == end && available() == 0) {
      return -1;
    }
    position++;
    return buffer[at++] & 0xff;
  }

  /** How many bytes are in the buffer, 0 behind the last one. */
  private int available() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer));
    }
    return end - at;
  }

  private void pass(int count) {
    at += count;
    position += count;
  }

  private MalformedReportException cut() {
    return wrong("the block goes on, but the file ends after " + position + " bytes");
  }

  private MalformedReportException wrong(String message) {
    return new MalformedReportException(place(), message);
  }

  private String place() {
    return "byte " + block;
  }

  private static String hex(int value) {
    return "0x" + Integer.toHexString(value);
  }
}
