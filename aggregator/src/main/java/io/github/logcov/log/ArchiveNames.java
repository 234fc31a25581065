package io.github.logcov.log;

import io.github.logcov.problem.Legible;
import io.github.logcov.problem.ProblemType;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Names of entries in archives, which anybody may have written. No entry is ever unpacked to a file
 * of its name.
 */
final class ArchiveNames {

  private ArchiveNames() {}

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
