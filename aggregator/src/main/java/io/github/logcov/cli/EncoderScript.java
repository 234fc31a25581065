package io.github.logcov.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** The shell encoder, which lies in the jar, and its place in somebody's repository. */
final class EncoderScript {
  static final String NAME = "logcov-emit.sh";

  private final Path file;

  EncoderScript(Path directory) {
    file = directory.resolve(NAME);
  }

  /** Where it belongs. */
  Path file() {
    return file;
  }

  /**
   * Writes it, executable, unless it is there already.
   *
   * @param force whether another text may be replaced
   * @return what was done
   * @throws UsageException when something else is there
   * @throws IOException when it cannot be read or written
   */
  String put(boolean force) throws UsageException, IOException {
    byte[] content = content();
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      write(content);
      return "wrote " + NAME + "; commit it";
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "expected "
              + NAME
              + " to be a file or not there, but it is "
              + (Files.isDirectory(file)
                  ? "a directory"
                  : Files.isSymbolicLink(file) ? "a link that leads to no file" : "no regular file")
              + "; move it away");
    }
    if (isThere(content)) {
      return NAME + " is there already, and is the one of this version";
    }
    if (Files.isSymbolicLink(file)) {
      // What it leads to may be the file of somebody else.
      throw new UsageException(
          NAME + " is a link to a file that is not the one of this version; remove the link");
    }
    if (!force) {
      throw new UsageException(
          NAME
              + " is there, and is not the one of this version; keep it, or replace it with --force");
    }
    write(content);
    return "replaced " + NAME + "; commit it";
  }

  private boolean isThere(byte[] content) throws IOException {
    try (InputStream there = Files.newInputStream(file)) {
      return Arrays.equals(there.readNBytes(content.length + 1), content);
    }
  }

  private void write(byte[] content) throws IOException {
    new WholeFile(file).write(out -> out.write(content));
    if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static byte[] content() throws IOException {
    try (InputStream resource = EncoderScript.class.getResourceAsStream(NAME)) {
      if (resource == null) {
        throw new IllegalStateException(NAME + " is not beside " + EncoderScript.class.getName());
      }
      return resource.readAllBytes();
    }
  }
}
