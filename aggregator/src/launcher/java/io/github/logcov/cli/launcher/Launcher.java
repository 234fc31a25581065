package io.github.logcov.cli.launcher;

import io.github.logcov.cli.Main;

/**
 * Where {@code java -jar logcov} begins: starts the command line, or says that this Java is too old
 * for it.
 *
 * <p>Compiled for Java 8, so that an older Java than we need can load it and say so, instead of
 * {@code UnsupportedClassVersionError}. The shell stub in front of the jar looks for a fitting Java
 * by itself; it comes here with an old one only when it could not tell the version without starting
 * it.
 */
public final class Launcher {
  private static final int NEEDED = 17;

  /** The exit status for wrong usage, see the table in README.md. */
  private static final int WRONG_USAGE = 2;

  private Launcher() {}

  /** Runs logcov with {@code args}. */
  public static void main(String[] args) {
    int running = feature(System.getProperty("java.specification.version", "0"));
    if (running < NEEDED) {
      System.err.println(tooOld(running, System.getProperty("java.home", "its home is not known")));
      System.exit(WRONG_USAGE);
    }
    // Loaded only here, when it is known that this Java can.
    Main.main(args);
  }

  /**
   * The feature release of a {@code java.specification.version}: 8 for {@code 1.8}, 17 for {@code
   * 17}.
   */
  static int feature(String specification) {
    String number = specification.startsWith("1.") ? specification.substring(2) : specification;
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      // A form that no Java has today is one that comes after us: not too old.
      return Integer.MAX_VALUE;
    }
  }

  /** What a user of an old Java reads. */
  static String tooOld(int running, String home) {
    return "logcov needs Java 17 or newer, this is "
        + running
        + " ("
        + home
        + "). Install a newer one (Debian and Ubuntu: apt-get install openjdk-17-jre-headless; macOS: brew install"
        + " openjdk@17; or https://adoptium.net), or name one that is there already: LOGCOV_JAVA=/path/to/its/home";
  }
}
