package io.github.logcov.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What JaCoCo's reports do not say by themselves. */
final class JacocoOptions {
  @Option(
      names = "--classes",
      paramLabel = "DIR",
      description =
          "Class files (a folder or jar) that JaCoCo's execution data are held against;"
              + " repeatable.")
  List<String> classes = new ArrayList<>();

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description = "Folder below which the packages of JaCoCo's reports lie; repeatable.")
  List<String> sources = new ArrayList<>();

  /** Whether any of them is given. */
  boolean given() {
    return !classes.isEmpty() || !sources.isEmpty();
  }
}
