package io.github.logcov.cli;

import io.github.logcov.extract.UnsafePathException;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names that the file systems of this machine take. */
final class FileNames {
  /** ext4, XFS, Btrfs, APFS and NTFS have this in common. */
  private static final int MAX_BYTES = 255;

  /** Names of devices, whatever ending they have, and what Windows would silently take off. */
  private static final Pattern WINDOWS =
      Pattern.compile(
          "(?i)(?:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(?:COM|LPT)[0-9\u00b9\u00b2\u00b3])"
              + " *(?:[.:].*)?"
              + "|.*[. ]|.*[<>:\"|?*].*",
          Pattern.DOTALL);

  private FileNames() {}

  /** Refuses what cannot be a name here. */
  static void check(String name) throws UnsafePathException {
    check(name, File.separatorChar == '\\');
  }

  static void check(String name, boolean windows) throws UnsafePathException {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new UnsafePathException(
          "expected names of at most %d bytes in its path, but one has %d; use a shorter one"
              .formatted(MAX_BYTES, bytes));
    }
    if (windows && WINDOWS.matcher(name).matches()) {
      throw new UnsafePathException(
          "expected names that Windows takes, but one is \"%s\"; extract on another system"
              .formatted(name));
    }
  }
}
