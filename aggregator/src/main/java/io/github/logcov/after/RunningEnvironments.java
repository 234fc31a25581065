package io.github.logcov.after;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tox environments that this job runs: those of TOXENV, else those that tox-travis takes from
 * the declared ones ({@code src/tox_travis/envlist.py}): per Travis factor that the job has
 * (language version, system, variables of {@code [travis:env]}) a list of wishes, and of the
 * products of these lists every declared environment that has all their parts.
 */
final class RunningEnvironments {
  /** Travis factor -> the variable that tells it. */
  static final Map<String, String> FACTORS = factors();

  private static final Pattern CPYTHON = Pattern.compile("(\\d)\\.(\\d+)(?:\\.\\d+)?(?:-dev)?");
  private static final Pattern PYPY = Pattern.compile("pypy(\\d)\\.(\\d+)(?:-.*)?");

  private final ToxIni ini;
  private final Map<String, String> environment;

  RunningEnvironments(ToxIni ini, Map<String, String> environment) {
    this.ini = ini;
    this.environment = environment;
  }

  private static Map<String, String> factors() {
    Map<String, String> factors = new LinkedHashMap<>();
    factors.put("os", "TRAVIS_OS_NAME");
    factors.put("language", "TRAVIS_LANGUAGE");
    factors.put("python", "TRAVIS_PYTHON_VERSION");
    return factors;
  }

  /** The names; empty (no Optional inside) when nothing in the environment tells. */
  Optional<Set<String>> names() throws MalformedToxIniException {
    String toxenv = environment.getOrDefault("TOXENV", "");
    if (!toxenv.isBlank()) {
      List<String> named = given(toxenv, "TOXENV");
      // What tox 3 does; no environment is called so.
      return Optional.of(new LinkedHashSet<>(named.contains("ALL") ? declared() : named));
    }
    List<List<String>> wishes = wishes();
    if (wishes.isEmpty()) {
      return Optional.empty();
    }
    List<String> products = products(wishes);
    Set<String> matching = new LinkedHashSet<>();
    for (String name : declared()) {
      Set<String> parts = new HashSet<>(List.of(name.split("-", -1)));
      if (products.stream().anyMatch(wish -> parts.containsAll(List.of(wish.split("-", -1))))) {
        matching.add(name);
      }
    }
    boolean verbatim = matching.isEmpty() && wishes.size() == 1;
    return Optional.of(verbatim ? new LinkedHashSet<>(products) : matching);
  }

  /** The environments of {@code [tox] envlist}, then those that have sections of their own. */
  private List<String> declared() throws MalformedToxIniException {
    List<String> declared = new ArrayList<>();
    // tox 4 calls it env_list and takes both.
    for (String key : List.of("envlist", "env_list")) {
      Optional<IniValue> list = ini.value("tox", key);
      if (list.isPresent()) {
        declared.addAll(ini.names(list.get(), environment));
      }
    }
    for (String section : ini.sections().keySet()) {
      if (section.startsWith("testenv:")) {
        declared.addAll(given(section.substring("testenv:".length()), "[" + section + "]"));
      }
    }
    return declared;
  }

  private static List<String> given(String text, String where) throws MalformedToxIniException {
    try {
      return EnvironmentNames.of(text.lines().toList());
    } catch (MalformedToxIniException e) {
      throw new MalformedToxIniException(Quoted.bare(where) + ": " + e.getMessage());
    }
  }

  private List<List<String>> wishes() throws MalformedToxIniException {
    List<List<String>> wishes = new ArrayList<>();
    String version = environment.getOrDefault("TRAVIS_PYTHON_VERSION", "");
    boolean python = false;
    List<Factor> found = new ArrayList<>();
    for (Map.Entry<String, String> factor : FACTORS.entrySet()) {
      Optional<IniValue> mapping = ini.value("travis", factor.getKey());
      if (mapping.isPresent()) {
        boolean isPython = factor.getKey().equals("python");
        python |= isPython;
        found.add(new Factor(factor.getValue(), ini.pairs(mapping.get()), isPython));
      }
    }
    if (ini.sections().containsKey("tox:travis")) {
      // What [travis] python was called before.
      found.add(new Factor("TRAVIS_PYTHON_VERSION", lines(ini.section("tox:travis")), true));
      python = true;
    }
    if (!python && !version.isEmpty()) {
      found.add(0, new Factor("TRAVIS_PYTHON_VERSION", Map.of(), true));
    }
    for (Map.Entry<String, IniValue> variable : ini.section("travis:env").entrySet()) {
      found.add(new Factor(variable.getKey(), ini.pairs(variable.getValue()), false));
    }
    for (Factor factor : found) {
      String value = environment.getOrDefault(factor.variable(), "");
      IniLine line = factor.mapping().get(value);
      if (line != null) {
        wishes.add(ini.names(line.number(), line.text().lines().toList(), environment));
      } else if (!value.isEmpty() && factor.isPython()) {
        wishes.add(ofVersion(value));
      }
    }
    return wishes;
  }

  private static Map<String, IniLine> lines(Map<String, IniValue> section) {
    Map<String, IniLine> lines = new LinkedHashMap<>();
    section.forEach(
        (key, value) ->
            lines.put(key, new IniLine(value.number(), String.join("\n", value.texts()))));
    return lines;
  }

  /**
   * What a version is called without any configuration. tox-travis asks the Python that runs it
   * where the version is not of two single digits; here the text of the version has to tell.
   */
  private static List<String> ofVersion(String version) throws MalformedToxIniException {
    if (version.equals("pypy") || version.equals("pypy3")) {
      return List.of(version);
    }
    Matcher cpython = CPYTHON.matcher(version);
    if (cpython.matches()) {
      return List.of("py" + cpython.group(1) + cpython.group(2));
    }
    Matcher pypy = PYPY.matcher(version);
    if (pypy.matches()) {
      // The old name, which tox-travis takes, and the one with the version.
      String old = pypy.group(1).equals("2") ? "pypy" : "pypy3";
      return List.of(old, "pypy" + pypy.group(1) + pypy.group(2));
    }
    throw new MalformedToxIniException(
        "TRAVIS_PYTHON_VERSION: expected a version such as 3.12 or pypy3.9-7.3, but found "
            + Quoted.of(version)
            + ", which does not tell the tox environments of this job; set TOXENV, or name them in"
            + " [travis] python");
  }

  private static List<String> products(List<List<String>> wishes) throws MalformedToxIniException {
    List<String> all = List.of("");
    for (List<String> wish : wishes) {
      if ((long) all.size() * wish.size() > EnvironmentNames.MAX_NAMES) {
        throw new MalformedToxIniException(
            "expected at most "
                + EnvironmentNames.MAX_NAMES
                + " environments from the factors of [travis] and [travis:env], but there are more");
      }
      List<String> next = new ArrayList<>();
      for (String first : all) {
        for (String second : wish) {
          next.add(first.isEmpty() ? second : first + "-" + second);
        }
      }
      all = next;
    }
    return all;
  }

  /**
   * A variable, and what its values wish for.
   *
   * @param isPython whether a value that is not mapped stands for the environment of that version
   */
  private record Factor(String variable, Map<String, IniLine> mapping, boolean isPython) {}
}
