package io.github.logcov.cli;

import io.github.logcov.model.SourcePath;
import io.github.logcov.summary.SourceTexts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The sources in the checkout. What reports name may be anything, and what is shown here is
 * published: so nothing outside of the checkout, not by a link either, nothing of git's own files,
 * which may hold a token, and only texts of bounded size. Lines end with LF, CRLF or CR.
 */
final class CheckoutSources implements SourceTexts {
  private static final int MAX_FILE = 4 << 20;
  private static final int MAX_ALL = 256 << 20;
  private static final String GIT = ".git";
  private static final String MARK = "\ufeff";

  private final Path root;
  private final int maxAll;
  private int shown;

  /** Those below {@code root}. */
  CheckoutSources(Path root) {
    this(root, MAX_ALL);
  }

  CheckoutSources(Path root, int maxAll) {
    this.root = root;
    this.maxAll = maxAll;
  }

  /** Reads the file anew with each call; once the bound of all texts is reached there are none. */
  @Override
  public SourceText of(SourcePath path) {
    try {
      Path base = root.toRealPath();
      Path file = base.resolve(path.value()).normalize();
      // Asked for before the file system is: it must not tell what lies outside.
      if (!file.startsWith(base)) {
        return none("it lies outside of the checkout");
      }
      if (!Files.exists(file)) {
        return none("it is not in the checkout");
      }
      Path real = file.toRealPath();
      if (!real.startsWith(base)) {
        return none("it lies outside of the checkout");
      }
      if (!Files.isRegularFile(real) || isOfGit(base.relativize(real))) {
        return none("it is no source file");
      }
      return read(real);
    } catch (NoSuchFileException | InvalidPathException e) {
      return none("it is not in the checkout");
    } catch (IOException e) {
      return none("it cannot be read");
    }
  }

  private static SourceText none(String why) {
    return new SourceText(List.of(), why);
  }

  private static boolean isOfGit(Path file) {
    for (Path part : file) {
      if (part.toString().equalsIgnoreCase(GIT)) {
        return true;
      }
    }
    return false;
  }

  private SourceText read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_FILE + 1);
    }
    if (bytes.length > MAX_FILE) {
      return none("it has more than 4 MiB");
    }
    for (byte b : bytes) {
      if (b == 0) {
        return none("it is no text");
      }
    }
    if (bytes.length > maxAll - shown) {
      return none("the sources have more than %s MiB together".formatted(maxAll >> 20));
    }
    shown += bytes.length;
    return new SourceText(text(bytes).lines().toList(), "");
  }

  /** UTF-8, else ISO-8859-1, in which every byte is a character. */
  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
