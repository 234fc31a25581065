package io.github.logcov.setup;

import java.util.List;
import java.util.Optional;

/** Python, measured by coverage.py, which writes coverage.xml. */
final class Python {
  private Python() {}

  static Optional<ProjectKind> in(ProjectFiles files) {
    return files.has("tox.ini")
        ? Optional.of(tox())
        : ProjectKinds.first(files, "pytest.ini", "setup.cfg", "pyproject.toml", "setup.py")
            .map(Python::plain);
  }

  /** coverage.py is installed where tox put it, so it is tox that has to run it. */
  private static ProjectKind tox() {
    return new ProjectKind(
        "Python",
        "tox.ini",
        List.of(
            "Let tox write the report. In [testenv] of tox.ini:",
            "    deps = coverage",
            "    commands =",
            "        coverage run --branch -m pytest",
            "        coverage xml",
            "A job that runs several environments would write coverage.xml several times: give each",
            "its own, with coverage xml -o coverage-{envname}.xml, and emit 'coverage-*.xml' here."),
        List.of("sh logcov-emit.sh coverage.xml"));
  }

  private static ProjectKind plain(String file) {
    return new ProjectKind(
        "Python",
        file,
        List.of(
            "Run the tests under coverage.py (pip install coverage):",
            "    script: coverage run --branch -m pytest"),
        List.of("coverage xml", "sh logcov-emit.sh coverage.xml"));
  }
}
