package io.github.logcov.frame;

import java.io.Closeable;
import java.io.IOException;

/**
 * Where the encoded bytes of a log wait until somebody wants them; it may be shared by readers on
 * several threads.
 *
 * <p>This package opens no file itself; whoever wants bytes to wait on disk gives an implementation
 * that does.
 */
public interface Scratch {
  /** An empty region for one log; its user closes it. */
  Region open() throws IOException;

  /** A scratch that keeps everything in memory. */
  static Scratch inMemory() {
    return MemoryRegion::new;
  }

  /**
   * A scratch that keeps at most so many bytes in memory, all its regions together; a region that
   * passes the bound moves as a whole to {@code beyond}.
   */
  static Scratch inMemory(long maxBytes, Scratch beyond) {
    return new SpillingScratch(maxBytes, beyond);
  }

  /**
   * Bytes that only grow. One thread appends; when it is done, any number of threads may read,
   * without a lock of their own.
   */
  interface Region extends Closeable {
    /** Adds bytes at the end. */
    void append(byte[] bytes, int offset, int length) throws IOException;

    /**
     * Reads bytes that were appended, all {@code length} of them.
     *
     * @param position of the first byte, counted from 0 in the order of appending
     */
    void read(long position, byte[] to, int offset, int length) throws IOException;

    /** Gives up the bytes. */
    @Override
    void close() throws IOException;
  }
}
