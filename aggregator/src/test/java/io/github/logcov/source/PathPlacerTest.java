package io.github.logcov.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.model.PathNaming;
import io.github.logcov.model.SourcePath;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Placements are written as {@code path RULE}, {@code path ? a, b} (ambiguous), {@code path -} (not
 * placed).
 */
class PathPlacerTest {

  private static final String BUILD = "/home/travis/build/o/r";

  // Without a checkout

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "src/a.py                                            | src/a.py RELATIVE",
        "./src\\a.py                                         | src/a.py RELATIVE",
        "/home/travis/build/o/r/src/a.py                     | src/a.py BUILD_DIRECTORY",
        "/home/travis/build/o/r/src/../a.py                  | a.py BUILD_DIRECTORY",
        "/home/travis/build/o/r/node_modules/x/index.js      | node_modules/x/index.js"
            + " BUILD_DIRECTORY",
        "/home/travis/build/o/r2/a.py                        | /home/travis/build/o/r2/a.py -",
        "/home/travis/build/o/r                              | /home/travis/build/o/r -",
        "/home/travis/build/o/r/s:/x.c                       | /home/travis/build/o/r/s:/x.c -",
        "/usr/include/stdio.h                                | /usr/include/stdio.h -",
        "C:\\Windows\\x.h                                    | C:/Windows/x.h -",
        "../x.c                                              | /home/travis/build/o/x.c -",
        "/home/travis/build/o/r/.tox/py38/lib/python3.8/site-packages/pkg/a.py | pkg/a.py"
            + " SITE_PACKAGES",
        ".tox/py38/Lib/site-packages/pkg/a.py                | pkg/a.py SITE_PACKAGES",
        ".tox\\py38\\Lib\\site-packages\\pkg\\a.py           | pkg/a.py SITE_PACKAGES",
        "/home/travis/virtualenv/python3.8.1/lib/python3.8/site-packages/pkg/a.py | pkg/a.py"
            + " SITE_PACKAGES",
        "/usr/lib/python3/dist-packages/pkg/a.py             | pkg/a.py SITE_PACKAGES",
        "venv/lib/python3.8/site-packages/pkg-1.0-py3.8.egg/pkg/a.py | pkg/a.py SITE_PACKAGES",
        "src/site-packages/a.py                              | src/site-packages/a.py RELATIVE",
        "/app/src/a.py                                       | src/a.py CI_ROOT",
        "''                                                  | / -",
      })
  void takesWhatTheRulesMakeOfAPath(String written, String expected) {
    assertThat(place(PathPlacer.withoutCheckout(List.of()), origin(BUILD), written))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/home/travis/build/o/r/src/a.py",
        "/Users/travis/build/o/r/src/a.py",
        "C:/Users/travis/build/o/r/src/a.py",
        "C:\\Users\\travis\\build\\o\\r\\src\\a.py",
        "c:/users/Travis/build/o/r/src/a.py",
        "/c/Users/travis/build/o/r/src/a.py",
        "/home/runner/work/r/r/src/a.py",
        "/Users/runner/work/r/r/src/a.py",
        "D:\\a\\r\\r\\src\\a.py",
        "/d/a/r/r/src/a.py",
        "/__w/r/r/src/a.py",
        "/github/workspace/src/a.py",
        "/home/vsts/work/1/s/src/a.py",
        "D:/a/1/s/src/a.py",
        "/builds/group/project/src/a.py",
        "/home/circleci/project/src/a.py",
        "/root/project/src/a.py",
        "/app/src/a.py",
        "/workspace/src/a.py",
        "C:\\projects\\r\\src\\a.py",
      })
  void knowsWhereServicesCheckOut(String written) {
    ReportOrigin nowhere = new ReportOrigin("", Optional.empty(), List.of());

    assertThat(place(PathPlacer.withoutCheckout(List.of()), nowhere, written))
        .isEqualTo("src/a.py CI_ROOT");
  }

  @ParameterizedTest
  @CsvSource({
    "C:\\Users\\travis\\build\\o\\r, c:/users/travis/build/o/r/src/a.py",
    "/c/Users/travis/build/o/r, C:\\Users\\travis\\build\\o\\r\\src\\a.py",
    "C:/Users/travis/build/o/r, /c/Users/travis/build/o/r/src/a.py",
  })
  void comparesWindowsBuildDirectoriesWithoutCase(String build, String written) {
    assertThat(place(PathPlacer.withoutCheckout(List.of()), origin(build), written))
        .isEqualTo("src/a.py BUILD_DIRECTORY");
  }

  @Test
  void comparesOtherBuildDirectoriesByLetter() {
    assertThat(place(PathPlacer.withoutCheckout(List.of()), origin("/Home/x"), "/home/x/a.py"))
        .isEqualTo("/home/x/a.py -");
  }

  @Test
  void leavesAPathThatClimbsOutOfNowhere() {
    ReportOrigin nowhere = new ReportOrigin("", Optional.empty(), List.of());

    assertThat(place(PathPlacer.withoutCheckout(List.of()), nowhere, "src/../../x.c"))
        .isEqualTo("../x.c -");
  }

  @Test
  void prefixesTheRootOfTheReport() {
    PathPlacer placer = PathPlacer.withoutCheckout(List.of());

    assertThat(place(placer, origin(BUILD, BUILD + "/src"), "a.py"))
        .isEqualTo("src/a.py SOURCE_ROOT");
    assertThat(place(placer, origin(BUILD, BUILD), "src/a.py")).isEqualTo("src/a.py SOURCE_ROOT");
    assertThat(place(placer, origin(BUILD, "."), "src/a.py")).isEqualTo("src/a.py SOURCE_ROOT");
    assertThat(place(placer, origin(BUILD, "src\\main"), "a.py"))
        .isEqualTo("src/main/a.py SOURCE_ROOT");
    assertThat(place(placer, origin(BUILD, BUILD + "/src"), "../lib/a.py"))
        .isEqualTo("lib/a.py SOURCE_ROOT");
    assertThat(place(placer, origin(BUILD, BUILD + "/src"), BUILD + "/lib/a.py"))
        .isEqualTo("lib/a.py BUILD_DIRECTORY");
    assertThat(place(placer, origin(BUILD, "/venv/lib/python3.8/site-packages/pkg"), "a.py"))
        .isEqualTo("pkg/a.py SITE_PACKAGES");
  }

  @Test
  void takesAPathAsItIsWhereRootsDisagreeOrSayNothing() {
    PathPlacer placer = PathPlacer.withoutCheckout(List.of());

    assertThat(place(placer, origin(BUILD, BUILD + "/src", BUILD + "/lib"), "a.py"))
        .isEqualTo("a.py SEVERAL_ROOTS");
    assertThat(place(placer, origin(BUILD, "--source", ""), "src/a.py"))
        .isEqualTo("src/a.py RELATIVE");
    assertThat(place(placer, origin(BUILD, "/srv/unknown"), "src/a.py"))
        .isEqualTo("src/a.py UNKNOWN_ROOT");
  }

  @Test
  void keepsPathsApartThatDifferInControlCharacters() {
    Map<String, Placement> placed =
        PathPlacer.withoutCheckout(List.of())
            .place(origin(BUILD), List.of("a\u0000.c", "a.c", "a\u001b.c"));

    assertThat(placed.values().stream().map(Placement::path).distinct()).hasSize(3);
  }

  // Path maps

  @Test
  void appliesTheFirstPathMapThatMatchesBeforeAllElse() {
    List<PathMap> maps =
        List.of(
            PathMap.of("/build/*/gen=src/gen"), PathMap.of("/build=lib"), PathMap.of("old=new"));
    PathPlacer placer = PathPlacer.withoutCheckout(maps);

    assertThat(place(placer, origin("/build"), "/build/x/gen/a.c"))
        .isEqualTo("src/gen/a.c PATH_MAP");
    assertThat(place(placer, origin("/build"), "/build/x/y/gen/a.c"))
        .isEqualTo("lib/x/y/gen/a.c PATH_MAP");
    assertThat(place(placer, origin("/build"), "old/a.c")).isEqualTo("new/a.c PATH_MAP");
    assertThat(place(placer, origin("/build"), "older/a.c")).isEqualTo("older/a.c RELATIVE");
    assertThat(place(placer, origin("/build", "/build/src"), "a.c"))
        .isEqualTo("lib/src/a.c SOURCE_ROOT");
  }

  @Test
  void mapsToTheRootOrAbsolutePathsOrFromEverythingRelative() {
    assertThat(
            place(
                PathPlacer.withoutCheckout(List.of(PathMap.of("C:\\work\\="))),
                origin(BUILD),
                "C:/work/a.c"))
        .isEqualTo("a.c PATH_MAP");
    assertThat(
            place(
                PathPlacer.withoutCheckout(List.of(PathMap.of("/srv=" + BUILD))),
                origin(BUILD),
                "/srv/a.c"))
        .isEqualTo("a.c BUILD_DIRECTORY");
    assertThat(
            place(
                PathPlacer.withoutCheckout(List.of(PathMap.of("/srv=/mnt"))),
                origin(BUILD),
                "/srv/a.c"))
        .isEqualTo("/mnt/a.c -");
    assertThat(
            place(PathPlacer.withoutCheckout(List.of(PathMap.of("=client"))), origin(BUILD), "a.c"))
        .isEqualTo("client/a.c PATH_MAP");
  }

  /** It would be the repository itself, and go on as unplaced under the name of a file in it. */
  @Test
  void mapsNoFileToTheRootItself() {
    PathPlacer placer = PathPlacer.withoutCheckout(List.of(PathMap.of("old/a.c=")));

    assertThat(place(placer, origin(BUILD), "old/a.c")).isEqualTo("old/a.c RELATIVE");
    assertThat(place(placer, origin(BUILD), "old/a.c/b.c")).isEqualTo("b.c PATH_MAP");
  }

  @Test
  void refusesPathMapsThatMeanNothing() {
    assertThatThrownBy(() -> PathMap.of("src"))
        .hasMessage("a path map must read FROM=TO, but was \"src\"");
    assertThatThrownBy(() -> PathMap.of("/x/**/y=z"))
        .hasMessage(
            "in a path map each * stands for one folder, but FROM was \"/x/**/y\"; write */* for"
                + " two");
    assertThatThrownBy(() -> PathMap.of("x=../y"))
        .hasMessage(
            "a path map must lead into the repository or to an absolute path, but TO was \"../y\"");
  }

  // With a checkout

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "src/pkg/a.py                       | src/pkg/a.py RELATIVE",
        "gone.py                            | gone.py -",
        "/home/travis/build/o/r/index.js    | index.js BUILD_DIRECTORY",
        "/home/travis/build/o/r/node_modules/x/index.js | node_modules/x/index.js -",
        "/home/travis/build/o/r/build/src/pkg/a.py | build/src/pkg/a.py -",
        "node_modules/x/index.js            | node_modules/x/index.js -",
        "index.js                           | index.js RELATIVE",
        "pkg/a.py                           | src/pkg/a.py SUFFIX",
        "a.py                               | a.py -",
        "pkg/twice.py                       | pkg/twice.py ? lib/pkg/twice.py, src/pkg/twice.py",
        "/srv/ci/job-7/src/pkg/a.py         | src/pkg/a.py SUFFIX",
        "/src/pkg/a.py                      | src/pkg/a.py SUFFIX",
        "/srv/ci/job-7/index.js             | /srv/ci/job-7/index.js -",
        "/usr/lib/python3.8/src/pkg/a.py    | /usr/lib/python3.8/src/pkg/a.py -",
        "/usr/src/x/src/pkg/a.py            | src/pkg/a.py SUFFIX",
        "/opt/node_modules/src/pkg/a.py     | /opt/node_modules/src/pkg/a.py -",
        ".tox/py38/lib/python3.8/site-packages/pkg/a.py | src/pkg/a.py SUFFIX",
        ".tox/py38/lib/python3.8/site-packages/single.py | src/single.py SUFFIX",
        ".tox/py38/lib/python3.8/site-packages/a.py | a.py -",
        "/app/pkg/a.py                      | src/pkg/a.py SUFFIX",
        "/builds/group/subgroup/project/src/pkg/a.py | src/pkg/a.py SUFFIX",
        "SRC/pkg/a.py                       | SRC/pkg/a.py -",
        "D:/ci/SRC/Pkg/a.py                 | src/pkg/a.py SUFFIX",
        "/home/travis/build/o/other/src/pkg/a.py | /home/travis/build/o/other/src/pkg/a.py -",
        "../other/src/pkg/a.py              | /home/travis/build/o/other/src/pkg/a.py -",
        "../r/index.js                      | index.js BUILD_DIRECTORY",
        "../../../../../../usr/x.c          | /usr/x.c -",
      })
  void placesWhatTheCheckoutHas(String written, String expected) {
    assertThat(
            place(
                checkout(
                    "index.js",
                    "src/pkg/a.py",
                    "src/pkg/twice.py",
                    "lib/pkg/twice.py",
                    "src/single.py"),
                origin(BUILD),
                written))
        .isEqualTo(expected);
  }

  @Test
  void ignoresCaseOnWindowsOnlyAndOnlyWhereOneFileIsMeant() {
    ReportOrigin windows = origin("C:\\Users\\travis\\build\\o\\r");

    assertThat(place(checkout("src/Main.c"), windows, "C:/users/travis/build/o/r/SRC/main.c"))
        .isEqualTo("src/Main.c BUILD_DIRECTORY");
    assertThat(
            place(
                checkout("src/Main.c", "SRC/main.C"),
                windows,
                "C:/users/travis/build/o/r/src/main.c"))
        .isEqualTo("src/main.c -");
    assertThat(place(checkout("src/Main.c"), origin(BUILD), BUILD + "/SRC/main.c"))
        .isEqualTo("SRC/main.c -");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C:\\venv\\Lib\\site-packages\\PKG\\a.py     | src/Pkg/A.py SUFFIX",
        "C:\\venv\\Lib\\site-packages\\single.py     | src/Single.py SUFFIX",
        "D:\\a\\r\\r\\pkg\\a.py                      | src/Pkg/A.py SUFFIX",
        "/d/a/r/r/pkg/a.py                           | src/Pkg/A.py SUFFIX",
        "C:\\ci\\7\\SRC\\pkg\\a.py                   | src/Pkg/A.py SUFFIX",
        "/c/ci/7/SRC/pkg/a.py                        | src/Pkg/A.py SUFFIX",
        "C:\\venv\\Lib\\site-packages\\pkg\\two.py    | pkg/two.py ? lib/pkg/Two.py,"
            + " src/pkg/TWO.py",
        "C:\\venv\\Lib\\site-packages\\pkg\\one.py    | src/pkg/one.py SUFFIX",
        "/venv/lib/python3.8/site-packages/pkg/a.py  | pkg/a.py -",
        "/srv/ci/7/SRC/pkg/a.py                      | /srv/ci/7/SRC/pkg/a.py -",
      })
  void ignoresCaseByTheEndWhereAPathHasADrive(String written, String expected) {
    ReportOrigin nowhere = new ReportOrigin("", Optional.empty(), List.of());

    assertThat(
            place(
                checkout(
                    "src/Pkg/A.py",
                    "src/Single.py",
                    "src/pkg/TWO.py",
                    "lib/pkg/Two.py",
                    "src/pkg/one.py",
                    "lib/pkg/ONE.py"),
                nowhere,
                written))
        .isEqualTo(expected);
  }

  @Test
  void ignoresCaseBelowRootsAndFoldersOfAReportOnADrive() {
    ReportOrigin below =
        new ReportOrigin("", Optional.empty(), List.of("C:\\Users\\travis\\build\\o\\r\\SRC"));
    ReportOrigin beside =
        new ReportOrigin("Client/lcov.info", Optional.of("C:\\Users\\x\\r"), List.of());

    assertThat(place(checkout("src/Pkg/A.py", "A.py"), below, "pkg/a.py"))
        .isEqualTo("src/Pkg/A.py CI_ROOT");
    assertThat(place(checkout("client/Src/A.js"), beside, "src/a.js"))
        .isEqualTo("client/Src/A.js REPORT_FOLDER");
  }

  /** A longer end is no proof: every second library has a pkg/a.py. */
  @Test
  void doesNotLookUpPartOfAPathBelowAnUnknownFolder() {
    assertThat(place(checkout("src/pkg/a.py"), origin(BUILD), "/opt/service/pkg/a.py"))
        .isEqualTo("/opt/service/pkg/a.py -");
  }

  @Test
  void asksTheCheckoutWhichOfSeveralRootsIsMeant() {
    ReportOrigin origin = origin(BUILD, BUILD + "/src", BUILD + "/lib");

    assertThat(place(checkout("src/a.py", "lib/b.py", "b.py"), origin, "b.py"))
        .isEqualTo("lib/b.py SOURCE_ROOT");
    assertThat(place(checkout("src/a.py", "lib/a.py"), origin, "a.py"))
        .isEqualTo("a.py ? lib/a.py, src/a.py");
  }

  @Test
  void trustsRootsUnderWhichPartOfTheReportExists() {
    Map<String, String> placed =
        placeAll(checkout("gen/x.c", "main.c"), origin(BUILD, BUILD + "/gen"), "x.c", "main.c");

    assertThat(placed)
        .containsExactly(
            Map.entry("x.c", "gen/x.c SOURCE_ROOT"), Map.entry("main.c", "gen/main.c -"));
  }

  @Test
  void leavesRootsAloneUnderWhichNothingExists() {
    assertThat(place(checkout("src/a.py"), origin(BUILD, BUILD + "/src"), "src/a.py"))
        .isEqualTo("src/a.py RELATIVE");
  }

  @Test
  void findsUnknownRootsOfTheReport() {
    Map<String, String> placed =
        placeAll(
            checkout("src/pkg/a.py", "src/b.py", "b.py"),
            origin(BUILD, "/srv/7/src"),
            "pkg/a.py",
            "b.py");

    assertThat(placed)
        .containsExactly(
            Map.entry("pkg/a.py", "src/pkg/a.py SOURCE_ROOT"),
            Map.entry("b.py", "src/b.py SOURCE_ROOT"));
  }

  @Test
  void isExactBelowAFolderThatItFound() {
    Map<String, String> placed =
        placeAll(
            checkout("setup.py", "src/pkg/a.py"),
            origin(BUILD),
            "/srv/7/src/pkg/a.py",
            "/srv/7/setup.py",
            "/srv/7/build/src/pkg/a.py",
            "/srv/8/setup.py");

    assertThat(placed.values())
        .containsExactly(
            "src/pkg/a.py SUFFIX",
            "setup.py SUFFIX",
            "/srv/7/build/src/pkg/a.py -",
            "/srv/8/setup.py -");
  }

  @Test
  void startsRelativePathsWhereMostOfTheReportExists() {
    PathPlacer placer =
        checkout("src/index.js", "client/src/index.js", "client/src/view.js", "root.js");
    ReportOrigin origin =
        new ReportOrigin("client/coverage/lcov.info", Optional.of(BUILD), List.of());

    assertThat(placeAll(placer, origin, "src/index.js", "src/view.js").values())
        .containsExactly("client/src/index.js REPORT_FOLDER", "client/src/view.js REPORT_FOLDER");
    assertThat(placeAll(placer, origin, "src/index.js", "root.js").values())
        .containsExactly("src/index.js RELATIVE", "root.js RELATIVE");
    assertThat(placeAll(placer, origin, "src/index.js", "root.js", "src/view.js").values())
        .containsExactly(
            "src/index.js ? client/src/index.js, src/index.js",
            "root.js RELATIVE",
            "client/src/view.js REPORT_FOLDER");
  }

  @Test
  void findsJavaPackagesBelowSeveralRootsOfSources() {
    PathPlacer placer =
        checkout(
            "src/main/java/org/x/A.java", "src/main/kotlin/org/x/B.kt", "src/gen/org/x/C.java");

    assertThat(
            placeAll(placer, origin(BUILD), "org/x/A.java", "org/x/B.kt", "org/x/C.java").values())
        .containsExactly(
            "src/main/java/org/x/A.java SUFFIX",
            "src/main/kotlin/org/x/B.kt SUFFIX",
            "src/gen/org/x/C.java SUFFIX");
  }

  @Test
  void tellsJavaPackagesOfSeveralModulesApartByTheReportAndByItsGroups() {
    PathPlacer placer =
        checkout("core/src/main/java/org/x/A.java", "web/src/main/java/org/x/A.java", "pom.xml");

    assertThat(place(placer, report("core/target/site/jacoco/jacoco.xml"), "org/x/A.java"))
        .isEqualTo("core/src/main/java/org/x/A.java SUFFIX");
    assertThat(place(placer, report("web/target/site/jacoco/jacoco.xml"), "org/x/A.java"))
        .isEqualTo("web/src/main/java/org/x/A.java SUFFIX");
    assertThat(place(placer, report("report/jacoco.xml"), "org/x/A.java"))
        .isEqualTo(
            "org/x/A.java ? core/src/main/java/org/x/A.java, web/src/main/java/org/x/A.java");
    assertThat(
            placeAll(placer, report("report/jacoco.xml"), "core/org/x/A.java", "web/org/x/A.java")
                .values())
        .containsExactly(
            "core/src/main/java/org/x/A.java SUFFIX", "web/src/main/java/org/x/A.java SUFFIX");
    assertThat(place(placer, report("report/jacoco.xml"), "other/org/x/A.java"))
        .isEqualTo("other/org/x/A.java -");
  }

  @Test
  void takesTheModuleOfTheReportBeforeRootsOfAnotherModule() {
    PathPlacer placer =
        checkout(
            "m1/src/main/java/p/A.java",
            "m2/src/main/java/p/A.java",
            "m2/src/main/java/p/B.java",
            "m2/src/main/java/C.java",
            "m1/src/main/java/C.java");
    String m1 = "m1/src/main/java";
    String m2 = "m2/src/main/java";
    String inM2 = "m2/target/site/jacoco/jacoco.xml";

    assertThat(place(placer, packages("m1/target/site/jacoco/jacoco.xml", m1), "p/A.java"))
        .isEqualTo("m1/src/main/java/p/A.java SOURCE_ROOT");
    assertThat(placeAll(placer, packages(inM2, m1), "p/A.java", "p/B.java", "C.java").values())
        .containsExactly(
            "m2/src/main/java/p/A.java SUFFIX",
            "m2/src/main/java/p/B.java SUFFIX",
            "C.java ? m1/src/main/java/C.java, m2/src/main/java/C.java");
    assertThat(placeAll(placer, packages(inM2, m1, m2), "p/A.java", "C.java").values())
        .containsExactly(
            "m2/src/main/java/p/A.java SOURCE_ROOT", "m2/src/main/java/C.java SOURCE_ROOT");
    assertThat(place(placer, packages("report/jacoco.xml", m1), "p/A.java"))
        .isEqualTo("m1/src/main/java/p/A.java SOURCE_ROOT");
  }

  @Test
  void takesAModuleInFrontForJavaOnly() {
    assertThat(place(checkout("core/src/x/a.py"), report("report.xml"), "core/x/a.py"))
        .isEqualTo("core/x/a.py -");
  }

  @Test
  void namesAtMostAThousandPlacesOfOneFile() {
    String[] files = new String[KnownFiles.MAX_ENDING + 5];
    Arrays.setAll(files, i -> i + "/pkg/a.py");

    Placement found = checkout(files).place(origin(BUILD), List.of("pkg/a.py")).get("pkg/a.py");

    assertThat(found)
        .isInstanceOfSatisfying(
            Placement.Ambiguous.class,
            several -> assertThat(several.candidates()).hasSize(KnownFiles.MAX_ENDING));
  }

  @Test
  void looksUpNoPathOfMoreThanSixtyFourFolders() {
    String deep = "/" + "x/".repeat(61);

    assertThat(place(checkout("src/pkg/a.py"), origin(BUILD), deep + "src/pkg/a.py"))
        .isEqualTo("src/pkg/a.py SUFFIX");
    assertThat(place(checkout("src/pkg/a.py"), origin(BUILD), deep + "x/src/pkg/a.py"))
        .isEqualTo(deep + "x/src/pkg/a.py -");
  }

  @Test
  void mapsOnlyToFilesThatExist() {
    PathPlacer placer = checkout(List.of(PathMap.of("/srv=src")), "src/pkg/a.py");

    assertThat(place(placer, origin(BUILD), "/srv/pkg/a.py")).isEqualTo("src/pkg/a.py PATH_MAP");
    assertThat(place(placer, origin(BUILD), "/srv/x/src/pkg/a.py"))
        .isEqualTo("src/x/src/pkg/a.py -");
  }

  // With what other reports name

  @Test
  void looksUpInstalledFilesAmongThoseThatReportsName() {
    PathPlacer placer =
        PathPlacer.withoutCheckout(List.of())
            .knowing(paths("src/pkg/a.py", "lib/b/c.py", "src/b/c.py"));

    assertThat(place(placer, origin(BUILD), "venv/lib/python3.8/site-packages/pkg/a.py"))
        .isEqualTo("src/pkg/a.py SUFFIX");
    assertThat(place(placer, origin(BUILD), "venv/lib/python3.8/site-packages/b/c.py"))
        .isEqualTo("b/c.py ? lib/b/c.py, src/b/c.py");
    assertThat(place(placer, origin(BUILD), "venv/lib/python3.8/site-packages/x/y.py"))
        .isEqualTo("x/y.py SITE_PACKAGES");
    assertThat(place(placer, origin(BUILD), "/srv/7/src/pkg/a.py"))
        .isEqualTo("src/pkg/a.py SUFFIX");
    assertThat(place(placer, origin(BUILD), "/srv/7/new.py")).isEqualTo("/srv/7/new.py -");
    assertThat(place(placer, origin(BUILD), "pkg/a.py")).isEqualTo("pkg/a.py RELATIVE");
    assertThat(place(placer, origin(BUILD), BUILD + "/new.py")).isEqualTo("new.py BUILD_DIRECTORY");
  }

  @Test
  void looksUpFilesOfAKnownCiAmongThoseThatReportsName() {
    PathPlacer placer =
        PathPlacer.withoutCheckout(List.of()).knowing(paths("src/pkg/a.py", "src/a.py"));

    assertThat(place(placer, origin(BUILD), "/app/src/pkg/a.py")).isEqualTo("src/pkg/a.py CI_ROOT");
    assertThat(place(placer, origin(BUILD), "/app/pkg/a.py")).isEqualTo("src/pkg/a.py SUFFIX");
    assertThat(place(placer, origin(BUILD), "/builds/group/subgroup/project/src/a.py"))
        .isEqualTo("src/a.py SUFFIX");
    assertThat(place(placer, origin(BUILD), "/app/a.py")).isEqualTo("a.py CI_ROOT");
    assertThat(placeAll(placer, origin(BUILD), "/app/src/a.py", "/app/pkg/a.py").values())
        .as("/app is the root of the repository, so /app/pkg/a.py is a file of its own")
        .containsExactly("src/a.py CI_ROOT", "pkg/a.py CI_ROOT");
  }

  @Test
  void asksOtherReportsWhichOfSeveralRootsIsMeant() {
    ReportOrigin origin = origin(BUILD, BUILD + "/src", BUILD + "/lib");
    PathPlacer placer =
        PathPlacer.withoutCheckout(List.of())
            .knowing(paths("src/a.py", "lib/twice.py", "src/twice.py"));

    assertThat(placeAll(placer, origin, "a.py", "twice.py", "new.py").values())
        .containsExactly("src/a.py SOURCE_ROOT", "twice.py SEVERAL_ROOTS", "new.py SEVERAL_ROOTS");
  }

  @Test
  void asksOtherReportsWhereAnUnknownRootOfAReportLies() {
    PathPlacer placer = PathPlacer.withoutCheckout(List.of()).knowing(paths("src/pkg/a.py"));

    assertThat(placeAll(placer, origin(BUILD, "/code/src"), "pkg/a.py", "new.py").values())
        .containsExactly("src/pkg/a.py SOURCE_ROOT", "new.py UNKNOWN_ROOT");
  }

  // Laws

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void neverPlacesOutsideTheCheckoutAndNeverThrows(long seed) {
    List<String> pieces =
        List.of(
            "/",
            "/",
            "..",
            "src",
            "a.py",
            "C:",
            "\\",
            "site-packages",
            "lib",
            "home/travis/build/o/r",
            "\0",
            "app");
    Set<String> files = Set.of("src/a.py", "a.py", "lib/a.py", "app/src/a.py");
    PathPlacer placer = checkout(files.toArray(String[]::new));
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      String root = path(random, pieces);
      String written = path(random, pieces);

      Placement placement = placer.place(origin(BUILD, root), List.of(written)).get(written);

      if (placement instanceof Placement.Placed) {
        assertThat(files)
            .as("seed %d: %s below %s", seed, written, root)
            .contains(placement.path().value());
      } else if (placement instanceof Placement.Unplaced) {
        assertThat(files)
            .as("seed %d: %s below %s", seed, written, root)
            .doesNotContain(placement.path().value());
      }
    }
  }

  private static String path(Random random, List<String> pieces) {
    StringBuilder path = new StringBuilder();
    for (int n = random.nextInt(9); n >= 0; n--) {
      path.append(pieces.get(random.nextInt(pieces.size())))
          .append(random.nextBoolean() ? "/" : "");
    }
    return path.toString();
  }

  // Go

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "example.com/o/r/a.go              | a.go GO_MODULE",
        "example.com/o/r/pkg/a.go          | pkg/a.go GO_MODULE",
        "example.com/o/r/tools/cmd/b.go    | tools/cmd/b.go GO_MODULE",
        "example.com/o/r/v2/a.go           | next/a.go GO_MODULE",
        "example.com/o/r/pkg/gone.go       | pkg/gone.go -",
        "example.com/other/pkg/a.go        | example.com/other/pkg/a.go -",
        "example.com/dependency/pkg/c.go   | vendor/example.com/dependency/pkg/c.go SUFFIX",
        "example.com/o/r/pkg/a.js          | example.com/o/r/pkg/a.js -",
        "pkg/a.go                          | pkg/a.go RELATIVE",
      })
  void findsImportPathsInTheModulesOfTheCheckout(String written, String expected) {
    Map<String, String> modules =
        Map.of(
            "example.com/o/r", "", "example.com/o/r/tools", "tools", "example.com/o/r/v2", "next");
    PathPlacer placer =
        PathPlacer.withCheckout(
            List.of(),
            tree(
                modules,
                "a.go",
                "pkg/a.go",
                "pkg/a.js",
                "tools/cmd/b.go",
                "next/a.go",
                "vendor/example.com/dependency/pkg/c.go"));

    assertThat(place(placer, origin(BUILD), written)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "github.com/o/r/pkg/a.go    | pkg/a.go GO_MODULE",
        "github.com/o/r2/pkg/a.go   | github.com/o/r2/pkg/a.go RELATIVE",
        "github.com/o/r/x.c         | github.com/o/r/x.c RELATIVE",
      })
  void findsImportPathsBelowTheBuildDirectoryInGoPath(String written, String expected) {
    assertThat(
            place(
                PathPlacer.withoutCheckout(List.of()),
                origin("/home/travis/gopath/src/github.com/o/r"),
                written))
        .isEqualTo(expected);
  }

  @Test
  void takesImportPathsAsTheyAreWithoutACheckout() {
    assertThat(
            place(PathPlacer.withoutCheckout(List.of()), origin(BUILD), "github.com/o/r/pkg/a.go"))
        .isEqualTo("github.com/o/r/pkg/a.go RELATIVE");
  }

  // What the tests share

  private static ReportOrigin report(String path) {
    return new ReportOrigin(path, Optional.of(BUILD), List.of());
  }

  private static ReportOrigin packages(String path, String... roots) {
    return new ReportOrigin(
        path, Optional.of(BUILD), List.of(roots), PathNaming.PACKAGES_OF_MODULE);
  }

  private static ReportOrigin origin(String build, String... roots) {
    return new ReportOrigin("coverage.xml", Optional.of(build), List.of(roots));
  }

  private static PathPlacer checkout(String... files) {
    return checkout(List.of(), files);
  }

  private static PathPlacer checkout(List<PathMap> maps, String... files) {
    return PathPlacer.withCheckout(maps, tree(Map.of(), files));
  }

  private static SourceTree tree(Map<String, String> goModules, String... files) {
    Set<String> all = Set.of(files);
    return new SourceTree() {
      @Override
      public boolean contains(String path) {
        return all.contains(path);
      }

      @Override
      public Collection<String> files() {
        return all;
      }

      @Override
      public Map<String, String> goModules() {
        return goModules;
      }
    };
  }

  private static List<SourcePath> paths(String... paths) {
    return Arrays.stream(paths).map(SourcePath::new).toList();
  }

  private static String place(PathPlacer placer, ReportOrigin origin, String written) {
    return placeAll(placer, origin, written).get(written);
  }

  private static Map<String, String> placeAll(
      PathPlacer placer, ReportOrigin origin, String... written) {
    Map<String, String> shown = new LinkedHashMap<>();
    placer
        .place(origin, List.of(written))
        .forEach((path, placement) -> shown.put(path, shown(placement)));
    return shown;
  }

  static String shown(Placement placement) {
    String path = placement.path().value();
    if (placement instanceof Placement.Placed placed) {
      return path + " " + placed.rule();
    } else if (placement instanceof Placement.Ambiguous ambiguous) {
      return path
          + " ? "
          + String.join(", ", ambiguous.candidates().stream().map(SourcePath::value).toList());
    }
    return path + " -";
  }
}
