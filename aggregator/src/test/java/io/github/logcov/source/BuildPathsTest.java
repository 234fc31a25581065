package io.github.logcov.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.model.PathNaming;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Written as in {@link PathPlacerTest}: {@code path RULE}, {@code path ? a, b}, {@code path -}. */
class BuildPathsTest {
  private static final String LINUX = "/home/travis/build/o/r";
  private static final String MAC = "/Users/travis/build/o/r";
  private static final String TOX = LINUX + "/.tox/py38/lib/python3.8/site-packages/";

  private record Given(ReportOrigin origin, List<String> paths) {
    static Given of(String buildDirectory, String... paths) {
      return new Given(
          new ReportOrigin("coverage.xml", Optional.of(buildDirectory), List.of()), List.of(paths));
    }

    /** Of JaCoCo. */
    static Given packages(String report, PathNaming naming, String... roots) {
      return new Given(
          new ReportOrigin(report, Optional.of(LINUX), List.of(roots), naming),
          List.of("p/A.java"));
    }

    static Given packages(String report, String... roots) {
      return packages(report, PathNaming.PACKAGES_OF_MODULE, roots);
    }

    Given below(String... roots) {
      return new Given(
          new ReportOrigin("coverage.xml", origin.buildDirectory(), List.of(roots)), paths);
    }
  }

  @Test
  void letsThreeCheckoutsOfOneProjectMeet() {
    assertThat(
            settled(
                Given.of(LINUX, LINUX + "/src/pkg/a.py"),
                Given.of(MAC, "src/pkg/a.py"),
                Given.of(LINUX, TOX + "pkg/a.py")))
        .containsOnly(
            Map.entry(LINUX + "/src/pkg/a.py", "src/pkg/a.py BUILD_DIRECTORY"),
            Map.entry("src/pkg/a.py", "src/pkg/a.py RELATIVE"),
            Map.entry(TOX + "pkg/a.py", "src/pkg/a.py SUFFIX"));
  }

  @Test
  void asksWhatWasInstalledWhenAllElseIsPlaced() {
    assertThat(
            settled(
                Given.of(LINUX, TOX + "pkg/a.py"),
                Given.of(LINUX, "pkg/a.py").below("/code/src"),
                Given.of(LINUX, "/srv/job-7/src/pkg/b.py"),
                Given.of(LINUX, "/app/src/pkg/a.py")))
        .containsOnly(
            Map.entry(TOX + "pkg/a.py", "pkg/a.py SITE_PACKAGES"),
            Map.entry("pkg/a.py", "pkg/a.py UNKNOWN_ROOT"),
            Map.entry("/srv/job-7/src/pkg/b.py", "/srv/job-7/src/pkg/b.py -"),
            Map.entry("/app/src/pkg/a.py", "src/pkg/a.py CI_ROOT"));
    assertThat(settled(Given.of(LINUX, TOX + "pkg/a.py"), Given.of(LINUX, "/app/src/pkg/a.py")))
        .containsOnly(
            Map.entry(TOX + "pkg/a.py", "src/pkg/a.py SUFFIX"),
            Map.entry("/app/src/pkg/a.py", "src/pkg/a.py CI_ROOT"));
  }

  @Test
  void takesWhatIsAloneAsItIs() {
    assertThat(
            settled(
                Given.of(LINUX, TOX + "pkg/a.py"),
                Given.of(MAC, MAC + "/.tox/py39/lib/python3.9/site-packages/pkg/a.py")))
        .containsOnly(
            Map.entry(TOX + "pkg/a.py", "pkg/a.py SITE_PACKAGES"),
            Map.entry(
                MAC + "/.tox/py39/lib/python3.9/site-packages/pkg/a.py", "pkg/a.py SITE_PACKAGES"));
  }

  @Test
  void namesTheCandidatesOfWhatMayBeSeveral() {
    assertThat(
            settled(
                Given.of(LINUX, TOX + "pkg/a.py"), Given.of(MAC, "src/pkg/a.py", "lib/pkg/a.py")))
        .containsEntry(TOX + "pkg/a.py", "pkg/a.py ? lib/pkg/a.py, src/pkg/a.py");
  }

  @Test
  void neverMatchesByItsEndWhatIsBelowTheBuildDirectory() {
    String modules = LINUX + "/node_modules/x/lib/index.js";

    assertThat(settled(Given.of(LINUX, modules), Given.of(MAC, "x/lib/index.js", "lib/index.js")))
        .containsEntry(modules, "node_modules/x/lib/index.js BUILD_DIRECTORY");
  }

  @Test
  void doesNotWaitForPathsOfTheSystem() {
    BuildPaths paths = new BuildPaths(PathPlacer.withoutCheckout(List.of()), 10);

    Map<String, BuildPaths.Place> places =
        paths.add(Given.of(LINUX).origin(), List.of("/usr/include/c++/12/vector", "/opt/x/a.c"));

    assertThat(places.get("/usr/include/c++/12/vector").open()).isEmpty();
    assertThat(places.get("/opt/x/a.c").open()).isPresent();
  }

  @Test
  void waitsForNothingWithACheckout() {
    SourceTree tree =
        new SourceTree() {
          @Override
          public boolean contains(String path) {
            return files().contains(path);
          }

          @Override
          public List<String> files() {
            return List.of("src/pkg/a.py");
          }
        };
    BuildPaths paths = new BuildPaths(PathPlacer.withCheckout(List.of(), tree), 0);

    BuildPaths.Place place =
        paths.add(Given.of(LINUX).origin(), List.of(TOX + "pkg/a.py")).get(TOX + "pkg/a.py");

    assertThat(shown(place.placement())).isEqualTo("src/pkg/a.py SUFFIX");
    assertThat(place.open()).isEmpty();
    assertThat(paths.settled()).isEmpty();
    assertThat(paths.exceeded()).isFalse();
  }

  @Test
  void letsReportsThatDoNotCountNameFiles() {
    BuildPaths paths = new BuildPaths(PathPlacer.withoutCheckout(List.of()), 10);

    paths.addNames(Given.of(MAC).origin(), List.of("src/pkg/a.py"));
    OpenPath open =
        paths
            .add(Given.of(LINUX).origin(), List.of(TOX + "pkg/a.py"))
            .get(TOX + "pkg/a.py")
            .open()
            .orElseThrow();

    assertThat(shown(paths.settled().get(open))).isEqualTo("src/pkg/a.py SUFFIX");
  }

  @Test
  void remembersOnePathForAllJobsOfOneLayout() {
    BuildPaths paths = new BuildPaths(PathPlacer.withoutCheckout(List.of()), 3);

    for (int job = 0; job < 100; job++) {
      String tox = LINUX + "/.tox/env" + job + "/lib/python3.8/site-packages/";
      paths.add(Given.of(LINUX).origin(), List.of(tox + "pkg/a.py", "/opt/x/a.py", "b.py"));
    }

    assertThat(paths.exceeded()).isFalse();
  }

  @Test
  void placesNothingLaterWhenThereAreTooManyPaths() {
    BuildPaths paths = new BuildPaths(PathPlacer.withoutCheckout(List.of()), 2);

    paths.add(Given.of(LINUX).origin(), List.of("a.py", "b.py", "/opt/c.py", "/opt/d.py"));
    assertThat(paths.exceeded()).isFalse();
    paths.add(Given.of(LINUX).origin(), List.of("/opt/e.py"));

    assertThat(paths.exceeded()).isTrue();
    assertThat(paths.settled()).isEmpty();
  }

  @Test
  void namesPackagesOfSeveralModulesByTheirModule() {
    Given first = Given.packages("m1/target/site/jacoco/jacoco.xml");
    Given second = Given.packages("m2/build/reports/jacoco/test/jacocoTestReport.xml");
    Given root = Given.packages("target/site/jacoco/jacoco.xml");
    Given anywhere = Given.packages("coverage/jdk8/jacoco.xml");
    Given exec = Given.packages("m1/target/jacoco.exec", PathNaming.PACKAGES);

    assertThat(each(first, second, first))
        .containsExactly(
            "m1/p/A.java REPORT_FOLDER", "m2/p/A.java REPORT_FOLDER", "m1/p/A.java REPORT_FOLDER");
    assertThat(each(second, root))
        .containsExactly("m2/p/A.java REPORT_FOLDER", "p/A.java RELATIVE");
    assertThat(each(exec, first, anywhere, second))
        .containsExactly(
            "p/A.java ? m1/p/A.java, m2/p/A.java",
            "m1/p/A.java REPORT_FOLDER",
            "p/A.java ? m1/p/A.java, m2/p/A.java",
            "m2/p/A.java REPORT_FOLDER");
  }

  @Test
  void letsPackagesOfOneModuleMeet() {
    Given first = Given.packages("m1/target/site/jacoco/jacoco.xml");
    Given root = Given.packages("target/site/jacoco/jacoco.xml");
    Given anywhere = Given.packages("coverage/jdk8/jacoco.xml");
    Given exec = Given.packages("target/jacoco.exec", PathNaming.PACKAGES);

    assertThat(each(first, first)).containsExactly("p/A.java RELATIVE", "p/A.java RELATIVE");
    assertThat(each(root, anywhere, exec)).containsOnly("p/A.java RELATIVE");
    assertThat(each(Given.of(LINUX, "p/A.java"), first)).containsOnly("p/A.java RELATIVE");
  }

  @Test
  void namesPackagesByTheirModuleWhateverTheRootsSay() {
    String m1 = "m1/target/site/jacoco/jacoco.xml";
    String m2 = "m2/target/site/jacoco/jacoco.xml";

    assertThat(each(Given.packages(m1, "m1/src", "m2/src"), Given.packages(m2, "m1/src", "m2/src")))
        .containsExactly("m1/src/p/A.java SOURCE_ROOT", "m2/src/p/A.java SOURCE_ROOT");
    assertThat(each(Given.packages(m1, "m1/src"), Given.packages(m2, "m1/src")))
        .containsExactly("m1/src/p/A.java SOURCE_ROOT", "m2/m1/src/p/A.java REPORT_FOLDER");
    assertThat(each(Given.packages(m1, "/code/src"), Given.packages(m2, "/code/src")))
        .containsExactly("m1/p/A.java REPORT_FOLDER", "m2/p/A.java REPORT_FOLDER");
    assertThat(each(Given.packages(m1, "src", "gen"), Given.packages(m2, "src", "gen")))
        .containsExactly("m1/p/A.java REPORT_FOLDER", "m2/p/A.java REPORT_FOLDER");
  }

  private static List<String> each(Given... reports) {
    return settledEach(List.of(reports)).stream().flatMap(all -> all.values().stream()).toList();
  }

  @Test
  void answersTheSameInAnyOrder() {
    List<String> pieces =
        List.of("src/", "pkg/", "a.py", "b.py", "/app/", "/srv/7/", TOX, LINUX + "/", "lib/", "x/");
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Given> given = new ArrayList<>();
      for (int report = 0; report < 4; report++) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
          StringBuilder path = new StringBuilder();
          for (int n = random.nextInt(4); n >= 0; n--) {
            path.append(pieces.get(random.nextInt(pieces.size())));
          }
          paths.add(path.append("c.py").toString());
        }
        Given one =
            Given.of(
                report % 2 == 0 ? LINUX : MAC, paths.stream().distinct().toArray(String[]::new));
        given.add(random.nextBoolean() ? one : one.below("/code/src", LINUX + "/src"));
      }

      List<Map<String, String>> before = settledEach(given);
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
      Collections.shuffle(order, random);
      List<Map<String, String>> after = settledEach(order.stream().map(given::get).toList());

      assertThat(after).as("seed " + seed).isEqualTo(order.stream().map(before::get).toList());
    }
  }

  private static Map<String, String> settled(Given... reports) {
    Map<String, String> all = new TreeMap<>();
    settledEach(List.of(reports)).forEach(all::putAll);
    return all;
  }

  private static List<Map<String, String>> settledEach(List<Given> reports) {
    BuildPaths paths = new BuildPaths(PathPlacer.withoutCheckout(List.of()), 1000);
    List<Map<String, BuildPaths.Place>> first =
        reports.stream().map(report -> paths.add(report.origin(), report.paths())).toList();
    Map<OpenPath, Placement> settled = paths.settled();
    List<Map<String, String>> shown = new ArrayList<>();
    for (Map<String, BuildPaths.Place> places : first) {
      Map<String, String> each = new TreeMap<>();
      places.forEach(
          (path, place) ->
              each.put(path, shown(place.open().map(settled::get).orElse(place.placement()))));
      shown.add(each);
    }
    return shown;
  }

  private static String shown(Placement placement) {
    return PathPlacerTest.shown(placement);
  }
}
