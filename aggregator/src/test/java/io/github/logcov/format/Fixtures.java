package io.github.logcov.format;

import io.github.logcov.format.coveragepy.DataReporter;
import io.github.logcov.format.jacoco.ClassFiles;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import io.github.logcov.model.Totals;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The reports among the fixtures, and what reading one gives, as text. */
final class Fixtures {
  static final String LCOV = "reports/lcov";
  static final String COBERTURA = "reports/cobertura";
  static final String COVERAGEPY = "reports/coveragepy";
  static final String JACOCO = "reports/jacoco";
  static final String GOCOVER = "reports/gocover";
  static final String CLOVER = "reports/clover";
  static final String OPENCOVER = "reports/opencover";
  static final String REAL = "reports/real";
  static final String MERGE = "reports/merge-samples";

  /** What coverage.py makes of the data files among the fixtures. */
  static final DataReporter DATA_REPORTER =
      (path, data) -> {
        data.readAllBytes();
        return new ByteArrayInputStream(bytes("reports/coveragepy-real/code-6.5.0-a1.json"));
      };

  private Fixtures() {}

  /** The names of the files in a folder, sorted. */
  static List<String> names(String folder) {
    try {
      URI uri = Fixtures.class.getResource("/" + folder + "/README.md").toURI();
      if (!uri.getScheme().equals("jar")) {
        return namesIn(Path.of(uri).getParent());
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return namesIn(jar.getPath("/" + folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  static byte[] bytes(String path) {
    try (InputStream in = Fixtures.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new IllegalStateException("no fixture " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class that the samples of JaCoCo ran. */
  static ClassFiles classes() {
    try {
      ClassFiles.Builder classes = new ClassFiles.Builder();
      String path = JACOCO + "/real/classes/code.class";
      classes.classFile(path, new ByteArrayInputStream(bytes(path)));
      return classes.build();
    } catch (IOException | ClassFiles.UnusableClassException e) {
      throw new IllegalStateException(e);
    }
  }

  static ReportFile file(byte[] content) {
    try {
      return new ReportFile("report", new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The totals of the union of reports, one job each. */
  static Totals union(Report... reports) {
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    for (int i = 0; i < reports.length; i++) {
      Session session = new Session("1." + (i + 1));
      reports[i].files().forEach((path, facts) -> union.add(session, new SourcePath(path), facts));
    }
    return union.toCoverage().totals();
  }

  /** What reading gives: roots, facts per path and warnings, or where and why it is malformed. */
  static String outcome(ReportFormat format, byte[] content) throws IOException {
    try {
      return text(format.read(file(content)));
    } catch (MalformedReportException e) {
      // What follows is said by the JDK, in the language of the user.
      String message = e.getMessage().replaceFirst("(?s)(well-formed XML was expected).*", "$1");
      return "malformed " + e.place() + ": " + message + "\n";
    }
  }

  private static String text(Report report) {
    StringBuilder text = new StringBuilder();
    report.sourceRoots().forEach(root -> text.append("root ").append(root).append('\n'));
    new TreeMap<>(report.files())
        .forEach((path, facts) -> text.append(path + " = " + facts).append('\n'));
    report.warnings().forEach(w -> text.append("warning " + w.place() + ": " + w.text() + '\n'));
    return text.toString();
  }
}
