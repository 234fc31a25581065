package io.github.logcov.encoder;

import java.util.ArrayList;
import java.util.List;

/** Where the tools write their reports when nobody says otherwise; docs/commands.md lists them. */
final class UsualFiles {
  /**
   * Per tool, the best file first; logcov-emit.sh has the same. XML before exec, since exec needs
   * the class files. coverage.py's XML before its JSON, since it names every statement, which
   * unites Python versions more exactly; JSON is ahead only on lines with several exits.
   * SimpleCov's formatters before its results, which do not know {@code :nocov:}. What names its
   * branches before what counts them.
   */
  private static final String[][] FAMILIES = {
    {"coverage.xml", "coverage.json"},
    {
      "lcov.info",
      "coverage.info",
      "coverage/lcov.info",
      "coverage-final.json",
      "coverage/coverage-final.json",
      "coverage/clover.xml",
      "coverage/cobertura-coverage.xml"
    },
    {
      "target/site/jacoco/jacoco.xml",
      "build/reports/jacoco/test/jacocoTestReport.xml",
      "build/reports/kover/report.xml",
      "target/jacoco.exec",
      "build/jacoco/test.exec"
    },
    {"target/site/jacoco-it/jacoco.xml", "target/jacoco-it.exec"},
    {"cover.out", "coverage.out", "c.out"},
    {"clover.xml", "build/logs/clover.xml", "target/site/clover/clover.xml"},
    {"coverage.opencover.xml", "coverage.cobertura.xml"},
    {"coverage/coverage.xml", "coverage/coverage.json", "coverage/.resultset.json"},
    {"gcovr.json", "cobertura.xml"},
    {"target/site/cobertura/coverage.xml"},
  };

  /** Which family is coverage.py's. */
  private static final int COVERAGE_PY = 0;

  private UsualFiles() {}

  static String[][] families() {
    return FAMILIES;
  }

  /** What coverage.py makes of its data file. */
  static String[] ofCoveragePy() {
    return FAMILIES[COVERAGE_PY];
  }

  /** All names, for a message. */
  static String names() {
    List<String> names = new ArrayList<>();
    for (String[] family : FAMILIES) {
      for (String name : family) {
        names.add(name);
      }
    }
    return String.join(", ", names);
  }
}
