package io.github.logcov.after;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of a tox.ini in the shapes that tox and tox-travis give them.
 *
 * @param where how messages name the file
 * @param sections section -> key -> value
 */
record ToxIni(String where, Map<String, Map<String, IniValue>> sections) {
  /** A section; empty when there is none of that name. */
  Map<String, IniValue> section(String name) {
    Map<String, IniValue> section = sections.get(name);
    return section == null ? Map.of() : section;
  }

  /** The value of a key of a section. */
  Optional<IniValue> value(String section, String key) {
    return Optional.ofNullable(section(section).get(key));
  }

  /**
   * The environments that a value lists.
   *
   * @param environment for {@code {env:NAME}}
   * @throws MalformedToxIniException when braces or references make no sense
   */
  List<String> names(IniValue value, Map<String, String> environment)
      throws MalformedToxIniException {
    return names(value.number(), value.texts(), environment);
  }

  /** As {@link #names(IniValue, Map)}, of a text that is in this line. */
  List<String> names(int number, List<String> lines, Map<String, String> environment)
      throws MalformedToxIniException {
    try {
      return EnvironmentNames.of(new References(this, environment).resolved(lines));
    } catch (MalformedToxIniException e) {
      throw malformed(number, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The {@code name: text} lines of a value (tox-travis' parse_dict): name -> the line with what is
   * behind the colon; of a name that comes twice the last.
   */
  Map<String, IniLine> pairs(@Nullable IniValue value) throws MalformedToxIniException {
    Map<String, IniLine> pairs = new LinkedHashMap<>();
    for (IniLine line : value == null ? List.<IniLine>of() : value.lines()) {
      int colon = line.text().indexOf(':');
      if (colon <= 0) {
        throw malformed(
            line.number(), "expected \"NAME: value\", but found " + Quoted.of(line.text()));
      }
      String name = line.text().substring(0, colon).strip();
      String text = line.text().substring(colon + 1).strip();
      pairs.put(name, new IniLine(line.number(), text));
    }
    return pairs;
  }

  /** The error for this line. */
  MalformedToxIniException malformed(int number, String message) {
    return new MalformedToxIniException(where + ":" + number + ": " + message);
  }
}
