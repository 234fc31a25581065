package io.github.logcov.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.logcov.problem.Legible;
import io.github.logcov.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Names of entries in archives, which anybody may have written. No entry is ever unpacked to a file
 * of its name.
 */
final class ArchiveNames {

  private ArchiveNames() {}

  /**
   * The name in these bytes: UTF-8, or what is none as Latin-1, which takes every byte. So no two
   * names become one, as they would where a sign stands for all that cannot be read.
   */
  static String decoded(byte[] name) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return new String(name, ISO_8859_1);
    }
  }

  /**
   * The name without {@code .} and empty parts; empty for the archive's own folder.
   *
   * @throws LogSourceException when it is absolute, climbs out, has control or invisible characters
   *     or more than 4,096 characters: an archive that holds such a name was not made from saved
   *     logs
   */
  static String checked(String archive, String name, boolean folder) throws LogSourceException {
    String fault = fault(name, folder);
    if (!fault.isEmpty()) {
      throw new LogSourceException(
          ProblemType.LOGS_UNREADABLE,
          archive
              + ": names in an archive must be relative paths, but \""
              + Names.shown(name)
              + "\" "
              + fault
              + "; archives like this are not read");
    }
    return Arrays.stream(name.split("/"))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .collect(Collectors.joining("/"));
  }

  private static String fault(String name, boolean folder) {
    if (!folder && name.matches("[./]*+")) {
      return "names no file";
    }
    if (name.length() > Names.MAX_LENGTH) {
      return "has more than " + Names.MAX_LENGTH + " characters";
    }
    if (!Legible.is(name)) {
      return "has control or invisible characters";
    }
    if (name.startsWith("/") || name.matches("[A-Za-z]:[/\\\\].*")) {
      return "is absolute";
    }
    return ("/" + name + "/").contains("/../") ? "leads out of the archive" : "";
  }
}
