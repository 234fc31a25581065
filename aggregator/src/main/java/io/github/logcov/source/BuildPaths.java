package io.github.logcov.source;

import io.github.logcov.source.OpenPaths.Layout;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The paths of all reports of one build. With a checkout each is placed at once. Without one, paths
 * that say by themselves where they lie are placed at once too; the others wait until all reports
 * are there, since what these name are the candidates. The answers depend on the set of reports,
 * not on their order.
 *
 * <p>Reports of one layout, with the same build directory and the same roots, are placed together:
 * so what waits does not grow with the number of jobs. Safe for several threads.
 */
public final class BuildPaths {
  private static final int MOST_ANSWERS = 8;

  private final PathPlacer placer;
  private final OpenPaths open;

  /** Jobs run the same tests of the same files: the latest answers, which to give again. */
  private final Map<Asked, Map<String, Place>> answers = new LinkedHashMap<>();

  private record Asked(ReportOrigin origin, List<String> paths) {}

  /**
   * Where a path lies as far as is known.
   *
   * @param placement what its report says of it
   * @param open what {@link #settled} answers at the end; empty when the placement is final
   */
  public record Place(Placement placement, Optional<OpenPath> open) {}

  /**
   * Without any path as yet.
   *
   * @param maxPaths how many different files may be known, and how many paths may wait; with a
   *     checkout neither is remembered
   */
  public BuildPaths(PathPlacer placer, int maxPaths) {
    this.placer = placer;
    this.open = new OpenPaths(maxPaths);
  }

  /**
   * Places the paths of one report, each given once.
   *
   * @return path as written -> where it lies, in the order given
   */
  public Map<String, Place> add(ReportOrigin origin, Collection<String> paths) {
    Asked asked = new Asked(origin, List.copyOf(paths));
    Optional<Map<String, Place>> answer = answer(asked);
    if (answer.isPresent()) {
      return answer.get();
    }
    Map<String, Placement> placements = placer.place(origin, paths);
    Map<String, Place> places = new LinkedHashMap<>();
    synchronized (this) {
      if (placer.hasCheckout()) {
        placements.forEach((path, found) -> places.put(path, new Place(found, Optional.empty())));
      } else {
        Layout layout = Layout.of(origin);
        placements.forEach(
            (path, found) -> places.put(path, new Place(found, open.add(layout, path, found))));
      }
      remember(asked, places);
    }
    return Collections.unmodifiableMap(places);
  }

  /** What was answered before; to place such paths once more would tell nothing new. */
  private synchronized Optional<Map<String, Place>> answer(Asked asked) {
    return open.exceeded() ? Optional.empty() : Optional.ofNullable(answers.get(asked));
  }

  private void remember(Asked asked, Map<String, Place> places) {
    answers.put(asked, Collections.unmodifiableMap(places));
    if (answers.size() > MOST_ANSWERS) {
      answers.remove(answers.keySet().iterator().next());
    }
  }

  /** Lets a report that does not count itself say what files there are. */
  public void addNames(ReportOrigin origin, Collection<String> paths) {
    if (!placer.hasCheckout()) {
      Map<String, Placement> placements = placer.place(origin, paths);
      Layout layout = Layout.of(origin);
      synchronized (this) {
        placements.forEach(
            (path, found) -> {
              if (OpenPaths.isCertain(found)) {
                open.add(layout, path, found);
              }
            });
      }
    }
  }

  /** Whether there were more paths than may be remembered; then what waits is not placed. */
  public synchronized boolean exceeded() {
    return open.exceeded();
  }

  /** Where the paths that waited lie, all of them; to be asked when all reports are there. */
  public synchronized Map<OpenPath, Placement> settled() {
    return open.settled(placer);
  }
}
