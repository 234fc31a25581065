package io.github.logcov.encoder;

/** The help and version texts of emit. */
final class EmitHelp {
  private EmitHelp() {}

  static String text(String program) {
    return String.join(
        "\n",
        "Usage: " + program + " [OPTION]... [FILE|GLOB]...",
        "Prints report files as lines that `logcov check` finds in the build log.",
        "Without a FILE it looks for the usual ones (coverage.xml, lcov.info,",
        "target/site/jacoco/jacoco.xml ...), here and one directory down. A GLOB may be",
        "quoted; ** stands for any number of directories.",
        "",
        "  --carry          the files are no reports: `logcov extract` gives them back,",
        "                   `logcov check` passes over them",
        "  --flag NAME      group of the reports; may be repeated",
        "  --codec NAME     auto (default: xz), gzip, bzip2 or xz",
        "  --parity N       one line of parity for N lines of data, 1 to 64 (default 16)",
        "  --max-bytes N    refuse to print more than this (default 3000000: Travis ends",
        "                   a job at about 4 MB)",
        "  --help, --version",
        "",
        "LOGCOV_SALT=N in the environment fixes the salt.",
        "Exit status: 0 printed, 1 something could not be read or written, 2 wrong usage",
        "or nothing to print.",
        "");
  }

  static String version(String program) {
    String version = EmitHelp.class.getPackage().getImplementationVersion();
    return program + " " + (version == null ? "development" : version) + "\n";
  }
}
