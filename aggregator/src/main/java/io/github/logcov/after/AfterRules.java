package io.github.logcov.after;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code [travis:after]} of a tox.ini: which of the jobs waits for the others. Every
 * condition has to hold, and texts have to be equal to the letter ({@code after_config_matches} in
 * {@code src/tox_travis/after.py}). Unlike there, pull requests are treated like branches, what is
 * passed over is said, and a file without the section is an error, since somebody named it.
 *
 * <pre>
 * [travis:after]
 * envlist = py36, py{37,38}-django2    all of these run in this job (toxenv is the old name)
 * travis =
 *     os: linux                        TRAVIS_OS_NAME; also language and python
 * env =
 *     DJANGO: 1.11                     any variable
 * </pre>
 */
public final class AfterRules {
  private static final String SECTION = "travis:after";
  private static final Set<String> KEYS = Set.of("envlist", "toxenv", "travis", "env");

  private final ToxIni ini;

  private AfterRules(ToxIni ini) {
    this.ini = ini;
  }

  /**
   * Reads a tox.ini.
   *
   * @param text all of it, at most 2^20 characters
   * @param where how messages name it
   * @throws MalformedToxIniException when it is too long, or some line is none of an INI file
   */
  public static AfterRules read(String text, String where) throws MalformedToxIniException {
    return new AfterRules(new ToxIni(where, IniFile.read(text, where)));
  }

  /**
   * Whether the job with these environment variables waits.
   *
   * @param environment TOXENV, the TRAVIS_ variables and those that the section names
   */
  public AfterDecision decide(Map<String, String> environment) {
    List<String> notes = new ArrayList<>();
    try {
      return decide(environment, notes);
    } catch (MalformedToxIniException e) {
      return new AfterDecision.Misconfigured(String.valueOf(e.getMessage()), notes);
    }
  }

  private AfterDecision decide(Map<String, String> environment, List<String> notes)
      throws MalformedToxIniException {
    Map<String, IniValue> section = ini.section(SECTION);
    if (section.isEmpty()) {
      throw new MalformedToxIniException(
          ini.where()
              + ": expected a section [travis:after] that says which job waits, but "
              + (ini.sections().containsKey(SECTION) ? "it is empty" : "there is none"));
    }
    section.forEach(
        (key, value) -> {
          if (!KEYS.contains(key)) {
            notes.add(
                place(value.number())
                    + Quoted.of(key)
                    + " is passed over; [travis:after] has envlist, travis and env");
          }
        });
    // All is read before any of it decides, so that a mistake shows in every job.
    List<Condition> conditions = conditions(section, notes);
    Optional<String> unmet = unmetList(section, environment, notes);
    for (Condition condition : conditions) {
      unmet = unmet.or(() -> unmet(condition, environment));
    }
    return unmet.isPresent()
        ? new AfterDecision.NoMatch(unmet.get(), notes)
        : new AfterDecision.Match(notes);
  }

  /** What is wrong with the environments, if {@code envlist} is given and anything is. */
  private Optional<String> unmetList(
      Map<String, IniValue> section, Map<String, String> environment, List<String> notes)
      throws MalformedToxIniException {
    IniValue old = section.get("toxenv");
    if (old != null) {
      notes.add(place(old.number()) + "the key toxenv is deprecated in favor of envlist");
    }
    IniValue list = section.getOrDefault("envlist", old);
    if (list == null) {
      return Optional.empty();
    }
    List<String> required = ini.names(list, environment);
    if (required.isEmpty()) {
      notes.add(place(list.number()) + "envlist names no environment, so it asks for nothing");
      return Optional.empty();
    }
    Set<String> running =
        new RunningEnvironments(ini, environment)
            .names()
            .orElseThrow(
                () ->
                    ini.malformed(
                        list.number(),
                        "expected TOXENV or TRAVIS_PYTHON_VERSION to compare envlist with, but"
                            + " neither is set; set TOXENV to the tox environments of this job"));
    return required.stream()
        .filter(name -> !running.contains(name))
        .findFirst()
        .map(
            name ->
                place(list.number())
                    + "envlist has "
                    + Quoted.of(name)
                    + ", and this job runs "
                    + (running.isEmpty()
                        ? "no environment that is declared"
                        : Quoted.of(String.join(", ", running))));
  }

  private List<Condition> conditions(Map<String, IniValue> section, List<String> notes)
      throws MalformedToxIniException {
    List<Condition> conditions = new ArrayList<>();
    ini.pairs(section.get("travis"))
        .forEach(
            (factor, line) -> {
              String variable = RunningEnvironments.FACTORS.get(factor);
              if (variable == null) {
                notes.add(
                    place(line.number())
                        + "the factor "
                        + Quoted.of(factor)
                        + " is passed over; known are os, language and python");
              } else {
                conditions.add(new Condition(variable, line, true));
              }
            });
    ini.pairs(section.get("env"))
        .forEach((variable, line) -> conditions.add(new Condition(variable, line, false)));
    for (Condition condition : conditions) {
      if (condition.line().text().contains(" #")) {
        notes.add(
            place(condition.line().number())
                + "what stands behind \"#\" is no comment but part of the value");
      }
    }
    return conditions;
  }

  private Optional<String> unmet(Condition condition, Map<String, String> environment) {
    String required = condition.line().text();
    @Nullable String found = environment.get(condition.variable());
    if (required.equals(found)) {
      return Optional.empty();
    }
    // Other variables may be secret.
    String is =
        found == null ? "not set" : condition.isPublic() ? Quoted.of(found) : "something else";
    return Optional.of(
        place(condition.line().number())
            + Quoted.bare(condition.variable())
            + " must be "
            + Quoted.of(required)
            + ", and is "
            + is);
  }

  private String place(int number) {
    return ini.where() + ":" + number + ": ";
  }

  /**
   * A variable that must have a value.
   *
   * @param line the value, and where it is
   * @param isPublic whether messages may show what the variable is
   */
  private record Condition(String variable, IniLine line, boolean isPublic) {}
}
