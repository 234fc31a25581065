package io.github.logcov.format.opencover;

import io.github.logcov.model.BranchId;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the decisions of each line in the order in which a module lists them. A decision is known
 * by its method and its offset there.
 */
final class Decisions {
  /** A decision, for as long as its module is read. */
  private record Decision(String path, int line, int method, int offset) {}

  private record Place(String path, int line) {}

  private final Map<Decision, String> numbers = new HashMap<>();
  private final Map<Place, Integer> counts = new HashMap<>();
  private final Map<String, Integer> methods = new HashMap<>();
  private int method;

  /** The next module begins. */
  void module() {
    numbers.clear();
    counts.clear();
    methods.clear();
  }

  /**
   * The next points are of that method. One that comes again (an instance of a generic method, or
   * of a module that was merged) has the same decisions.
   */
  void method(String name) {
    method = methods.computeIfAbsent(name, key -> methods.size());
  }

  /** The arm that leaves the decision at {@code offset} by path {@code branch}. */
  BranchId arm(String path, int line, int offset, int branch) {
    String number =
        numbers.computeIfAbsent(
            new Decision(path, line, method, offset),
            key -> Integer.toString(counts.merge(new Place(path, line), 1, Integer::sum) - 1));
    return new BranchId("opencover", number, Integer.toString(branch));
  }
}
