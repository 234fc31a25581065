package io.github.logcov.format.jacoco;

import io.github.logcov.model.FunctionId;
import java.util.HashMap;
import java.util.Map;

/**
 * What the methods of one class are known by, asked in the order of the class. That is class, name
 * and types, but for lambdas: compilers number them ({@code lambda$run$3}), javac 17 differently
 * from javac 25. They are known by class, types and line, and their order there.
 */
final class MethodNames {
  /** Shared by reports and execution data, whose methods are the same ones. */
  private static final String SCHEME = "jacoco";

  private final String className;
  private final Map<String, Integer> lambdas = new HashMap<>();

  MethodNames(String className) {
    this.className = className;
  }

  /**
   * What the next method is known by: {@code com/foo/A.bar(I)V}, or {@code com/foo/A.#1(I)V}.
   *
   * @param method its name and its types
   * @param line the first of its lines, 0 where that is not known
   */
  FunctionId of(String method, int line) {
    int parenthesis = method.indexOf('(');
    int end = parenthesis < 0 ? method.length() : parenthesis;
    if (line == 0 || !isNumbered(method.substring(0, end))) {
      return new FunctionId(SCHEME, FunctionId.Kind.NAME, className + "." + method);
    }
    String types = method.substring(end);
    int number = lambdas.merge(line + types, 1, Integer::sum);
    String name = className + ".#" + number + types;
    return new FunctionId(SCHEME, FunctionId.Kind.PLACE, name);
  }

  // javac: lambda$run$3, Eclipse: lambda$3, Kotlin: run$lambda$3
  private static boolean isNumbered(String name) {
    int end = name.length();
    while (end > 0 && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9') {
      end--;
    }
    return end < name.length() && name.startsWith("$", end - 1) && name.contains("lambda$");
  }
}
