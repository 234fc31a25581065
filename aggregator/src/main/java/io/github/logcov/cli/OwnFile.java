package io.github.logcov.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The file that this program runs from. */
final class OwnFile {
  private static final int PIECE = 1 << 16;

  private OwnFile() {}

  /**
   * Its SHA-256 in lower-case hex, when it is {@code logcov} as it is released; empty when it is
   * folders of classes, or a jar without the stub, which no release has.
   */
  static Optional<String> sha256() {
    CodeSource source = OwnFile.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      return sha256(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      // Run from a place that is no file of this machine.
      return Optional.empty();
    }
  }

  static Optional<String> sha256(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(2);
      if (!Arrays.equals(first, "#!".getBytes(StandardCharsets.US_ASCII))) {
        return Optional.empty();
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(first);
      byte[] piece = new byte[PIECE];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        digest.update(piece, 0, read);
      }
      return Optional.of(HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
