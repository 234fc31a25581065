package io.github.logcov.log;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log that is written down while it is read, and kept when its end was reached. */
final class KeptLog extends FilterInputStream {
  private final SaveFolder folder;
  private final String name;
  private final Path part;
  private final OutputStream out;
  private boolean whole;
  private boolean broken;

  /**
   * A log of which nothing is read as yet.
   *
   * @param name the file that it becomes in the folder
   */
  KeptLog(InputStream log, SaveFolder folder, String name, Path part) throws IOException {
    super(log);
    this.folder = folder;
    this.name = name;
    this.part = part;
    this.out = Files.newOutputStream(part, CREATE_NEW);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    if (n < 0) {
      whole = true;
    } else if (!broken) {
      keep(bytes, offset, n);
    }
    return n;
  }

  private void keep(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      broken = true;
      folder.failed(e);
    }
  }

  @Override
  public long skip(long n) {
    throw new UnsupportedOperationException("every byte is kept");
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      finish();
    }
  }

  private void finish() {
    try (out) {
      if (whole && !broken) {
        out.close();
        folder.keep(part, name);
      } else {
        folder.discard(part);
      }
    } catch (IOException e) {
      folder.failed(e);
    }
  }
}
