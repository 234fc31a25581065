package io.github.logcov.after;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts what they refer to in place of the references in one list of environments. What is put in
 * stands in braces, so {@code {[tox]envlist}-cov} is every environment of that list with its
 * ending.
 */
final class References {
  private static final int MAX_DEPTH = 10;
  private static final int MAX_COUNT = 1000;

  private final ToxIni ini;
  private final Map<String, String> environment;
  private int count;

  References(ToxIni ini, Map<String, String> environment) {
    this.ini = ini;
    this.environment = environment;
  }

  /** The lines without references and comments. */
  List<String> resolved(List<String> lines) throws MalformedToxIniException {
    return resolved(lines, 0);
  }

  private List<String> resolved(List<String> lines, int depth) throws MalformedToxIniException {
    List<String> all = new ArrayList<>();
    for (String line : lines) {
      int comment = line.indexOf('#');
      String rest = comment < 0 ? line : line.substring(0, comment);
      for (Reference next = Reference.firstIn(rest); next != null; next = Reference.firstIn(rest)) {
        if (depth == MAX_DEPTH || ++count > MAX_COUNT) {
          throw new MalformedToxIniException(
              "expected at most "
                  + MAX_COUNT
                  + " references, "
                  + MAX_DEPTH
                  + " deep, but "
                  + Quoted.of(next.text())
                  + " is beyond that; do they go in a circle?");
        }
        all.add(next.before() + "{");
        all.addAll(resolved(referred(next), depth + 1));
        rest = "}" + next.behind();
      }
      all.add(rest);
    }
    return all;
  }

  private List<String> referred(Reference reference) throws MalformedToxIniException {
    if (reference.section() != null) {
      IniValue value = ini.section(reference.section()).get(reference.key());
      if (value == null) {
        throw new MalformedToxIniException(
            "expected a key "
                + Quoted.of(reference.key())
                + " in ["
                + Quoted.bare(reference.section())
                + "] for "
                + Quoted.of(reference.text())
                + ", but there is none");
      }
      return value.texts();
    }
    @Nullable String value = environment.get(reference.key());
    if (value == null) {
      value = reference.fallback();
    }
    if (value == null) {
      throw new MalformedToxIniException(
          "expected the environment variable "
              + Quoted.bare(reference.key())
              + " for "
              + Quoted.of(reference.text())
              + ", but it is not set");
    }
    return List.of(value);
  }
}
