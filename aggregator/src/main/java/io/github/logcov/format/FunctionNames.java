package io.github.logcov.format;

import io.github.logcov.model.FunctionId;
import java.util.HashMap;
import java.util.Map;

/**
 * Names the functions of one source file in the order in which a report lists them. What Istanbul
 * calls {@code (anonymous_3)} has the number of one build, which changes with every function above
 * it; such functions are known by their line and, where it has several, by their order there.
 */
public final class FunctionNames {
  private static final String NUMBERED = "(anonymous_";

  private final String scheme;
  private final Map<Integer, Integer> nameless = new HashMap<>();

  /** Names of this scheme. */
  public FunctionNames(String scheme) {
    this.scheme = scheme;
  }

  /** The next source file, or the same once more, begins. */
  public void clear() {
    nameless.clear();
  }

  /** What the function of this name that begins on {@code line} is known by. */
  public FunctionId of(String name, int line) {
    return isNumber(name)
        ? numbered(line)
        : new FunctionId(scheme, FunctionId.Kind.NAME_AND_LINE, name);
  }

  /** The same where there is an identity of that name and of this scheme already. */
  public FunctionId of(FunctionId named, int line) {
    return isNumber(named.name()) ? numbered(line) : named;
  }

  private FunctionId numbered(int line) {
    int number = nameless.merge(line, 1, Integer::sum);
    return new FunctionId(scheme, FunctionId.Kind.PLACE, "#" + number);
  }

  private static boolean isNumber(String name) {
    return name.isEmpty() || name.startsWith(NUMBERED) && name.endsWith(")");
  }
}
