package io.github.logcov.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.logcov.model.PathNaming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Paths of reports: where they are placed lies in the repository, and in the checkout when there is
 * one, whatever order they come in.
 */
class PathFuzz {
  private static final Set<String> FILES =
      Set.of("src/a.py", "src/b/a.py", "lib/A.java", "main.go", "pkg/mod.py", "x/C:/y.c", "[a].c");

  private static final SourceTree CHECKOUT =
      new SourceTree() {
        @Override
        public boolean contains(String path) {
          return FILES.contains(path);
        }

        @Override
        public Collection<String> files() {
          return FILES;
        }

        @Override
        public Map<String, String> goModules() {
          return Map.of("example.com/m", "");
        }
      };

  /**
   * Lines: how paths are named, path map, build directory, path of the report, root; all others are
   * paths.
   */
  @MethodSource("reports")
  @FuzzTest
  void place(byte[] data) {
    List<String> lines = new ArrayList<>(Arrays.asList(new String(data, UTF_8).split("\n", 40)));
    while (lines.size() < 6) {
      lines.add("");
    }
    PathNaming naming =
        PathNaming.values()[Math.floorMod(lines.get(0).hashCode(), PathNaming.values().length)];
    List<PathMap> maps = map(lines.get(1));
    ReportOrigin origin =
        new ReportOrigin(
            lines.get(3),
            Optional.of(lines.get(2)).filter(text -> !text.isEmpty()),
            Arrays.asList(lines.get(4).split("\\|")),
            naming);
    List<String> paths = List.copyOf(new LinkedHashSet<>(lines.subList(5, lines.size())));

    check(PathPlacer.withCheckout(maps, CHECKOUT), origin, paths);
    check(PathPlacer.withoutCheckout(maps), origin, paths);
    BuildPaths build = new BuildPaths(PathPlacer.withoutCheckout(maps), 100);
    build.add(origin, paths).values().forEach(place -> inside(place.placement(), false));
    build.settled().values().forEach(placement -> inside(placement, false));
  }

  static Stream<byte[]> reports() {
    return Stream.of(
            "0\n\n/home/travis/build/o/r\ncoverage.xml\n\nsrc/a.py\n/home/travis/build/o/r/main.go",
            "0\n/x=src\n\nsub/lcov.info\n/home/runner/work/r/r\na.py\n../../x\nC:\\a\\r\\r\\a.py",
            "1\nold/*=pkg\n/b\nt/jacoco.xml\nsrc|lib\nA.java\ncom/foo/A.java\nold/1/mod.py",
            "2\n=\n/b\n\n\n.tox/py38/lib/python3.8/site-packages/pkg/mod.py\nexample.com/m/main.go",
            "0\n*/[a-z]=/y\n/b\n\n/w\nfile:///b/src/a.py\n\\\\?\\C:\\b\\x.c\n./C:/x\n..\n.\n/")
        .map(text -> text.getBytes(UTF_8));
  }

  private static List<PathMap> map(String text) {
    try {
      return List.of(PathMap.of(text));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static void check(PathPlacer placer, ReportOrigin origin, List<String> paths) {
    Map<String, Placement> placements = placer.place(origin, paths);
    assertThat(placements.keySet()).containsExactlyElementsOf(paths);
    placements.values().forEach(placement -> inside(placement, placer.hasCheckout()));
    List<String> reversed = new ArrayList<>(paths);
    Collections.reverse(reversed);
    assertThat(placer.place(origin, reversed)).isEqualTo(placements);
  }

  private static void inside(Placement placement, boolean checkout) {
    if (placement instanceof Placement.Placed placed) {
      inside(placed.path().value(), checkout);
    } else if (placement instanceof Placement.Ambiguous several) {
      assertThat(several.candidates()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
      several.candidates().forEach(candidate -> inside(candidate.value(), checkout));
    } else if (!checkout) {
      // What has no place never has the name of a file of the repository.
      String path = placement.path().value();
      assertThat(RawPath.of(path).inside()).as(path).isFalse();
    }
  }

  private static void inside(String path, boolean checkout) {
    assertThat(List.of(path.split("/", -1))).as(path).doesNotContain("", ".", "..");
    assertThat(RawPath.of(path).inside()).as(path).isTrue();
    if (checkout) {
      assertThat(FILES).contains(path);
    }
  }
}
