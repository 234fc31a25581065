package io.github.logcov.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** C and C++, measured by gcov, whose numbers lcov gathers. */
final class C {
  private static final String FLAGS = "'--coverage -O0'";

  private C() {}

  static Optional<ProjectKind> in(ProjectFiles files) {
    return ProjectKinds.first(files, "CMakeLists.txt", "meson.build", "configure.ac")
        .map(
            file ->
                switch (file) {
                  case "CMakeLists.txt" ->
                      kind(
                          file,
                          "cmake -B build -DCMAKE_C_FLAGS=" + FLAGS + " -DCMAKE_CXX_FLAGS=" + FLAGS,
                          "cmake --build build && (cd build && ctest)");
                  case "meson.build" ->
                      kind(file, "meson setup build -Db_coverage=true", "meson test -C build");
                  default ->
                      kind(
                          file,
                          "./configure CFLAGS="
                              + FLAGS
                              + " CXXFLAGS="
                              + FLAGS
                              + " LDFLAGS=--coverage",
                          "make check");
                });
  }

  /** Projects of every language have a Makefile, so it counts where nothing else is known. */
  static Optional<ProjectKind> makefile(ProjectFiles files) {
    return ProjectKinds.first(files, "Makefile", "GNUmakefile", "makefile")
        .map(
            file ->
                kind(
                    file,
                    "make CFLAGS=" + FLAGS + " CXXFLAGS=" + FLAGS + " LDFLAGS=--coverage check"));
  }

  private static ProjectKind kind(String file, String... script) {
    List<String> advice = new ArrayList<>();
    advice.add("Compile and link with --coverage, and install lcov (apt-get install lcov):");
    advice.add("    script:");
    List.of(script).forEach(line -> advice.add("      - " + line));
    advice.add("Branches are measured with --rc lcov_branch_coverage=1 (lcov 1) or");
    advice.add(
        "--branch-coverage (lcov 2) behind --capture. gcovr --json -o gcovr.json does as well.");
    return new ProjectKind(
        "C",
        file,
        advice,
        List.of(
            "lcov --capture --directory . --no-external --output-file lcov.info",
            "sh logcov-emit.sh lcov.info"));
  }
}
