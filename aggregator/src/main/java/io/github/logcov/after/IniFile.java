package io.github.logcov.after;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sections of an INI file as Python's configparser reads them without interpolation: lines that
 * begin with {@code #} or {@code ;} are comments, a line that is further in than its key goes on
 * with the value, the first {@code =} or {@code :} ends the key, keys and sections keep their case
 * and may not come twice. The reader of tox-travis (py.iniconfig) takes the same files but those
 * with indented keys.
 *
 * <p>Comments behind a value are part of it, there as here.
 */
final class IniFile {
  /** A tox.ini has a few kB. */
  static final int MAX_CHARS = 1 << 20;

  private final String where;
  private final Map<String, Map<String, IniValue>> sections = new LinkedHashMap<>();

  private @Nullable Map<String, IniValue> section;
  private String sectionName = "";
  private @Nullable String key;
  private int keyNumber;
  private int indent;
  private final List<IniLine> lines = new ArrayList<>();

  private IniFile(String where) {
    this.where = where;
  }

  /** section -> key -> value, in the order of the file. */
  static Map<String, Map<String, IniValue>> read(String text, String where)
      throws MalformedToxIniException {
    if (text.length() > MAX_CHARS) {
      throw new MalformedToxIniException(
          where
              + ": expected at most "
              + MAX_CHARS
              + " characters, but there are "
              + text.length()
              + "; is it the right file?");
    }
    IniFile file = new IniFile(where);
    int number = 0;
    // As Python splits lines, and no further: a form feed does not end one here.
    for (String line : withoutMark(text).split("\r\n|\r|\n", -1)) {
      file.take(++number, line);
    }
    file.finishValue();
    return file.sections;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void take(int number, String line) throws MalformedToxIniException {
    String stripped = line.strip();
    if (stripped.isEmpty() || stripped.startsWith("#") || stripped.startsWith(";")) {
      return;
    }
    int in = line.indexOf(stripped.charAt(0));
    if (key != null && in > indent) {
      lines.add(new IniLine(number, stripped));
      return;
    }
    finishValue();
    indent = in;
    int end = stripped.lastIndexOf(']');
    if (stripped.startsWith("[") && end > 1) {
      begin(number, stripped.substring(1, header(stripped, end)));
    } else {
      key(number, stripped);
    }
  }

  /** Where a section's name ends: a comment behind it may have brackets too. */
  private static int header(String line, int last) {
    int first = line.indexOf(']');
    String behind = line.substring(first + 1).strip();
    return first > 1 && (behind.startsWith("#") || behind.startsWith(";")) ? first : last;
  }

  private void begin(int number, String name) throws MalformedToxIniException {
    section = new LinkedHashMap<>();
    sectionName = name;
    if (sections.put(name, section) != null) {
      throw malformed(
          number, "expected each section once, but [" + Quoted.bare(name) + "] comes again");
    }
  }

  private void key(int number, String line) throws MalformedToxIniException {
    if (section == null) {
      throw malformed(
          number, "expected a section such as [tox] first, but found " + Quoted.of(line));
    }
    int end = 0;
    while (end < line.length() && line.charAt(end) != '=' && line.charAt(end) != ':') {
      end++;
    }
    if (end == 0 || end == line.length()) {
      throw malformed(
          number,
          "expected \"key = value\", a [section] or an indented line that goes on with a value, but"
              + " found "
              + Quoted.of(line));
    }
    String name = line.substring(0, end).strip();
    if (section.containsKey(name)) {
      throw malformed(
          number,
          "expected each key of ["
              + Quoted.bare(sectionName)
              + "] once, but "
              + Quoted.of(name)
              + " comes again");
    }
    key = name;
    keyNumber = number;
    String value = line.substring(end + 1).strip();
    if (!value.isEmpty()) {
      lines.add(new IniLine(number, value));
    }
  }

  private void finishValue() {
    if (key != null && section != null) {
      section.put(key, new IniValue(keyNumber, lines));
    }
    key = null;
    lines.clear();
  }

  private MalformedToxIniException malformed(int number, String message) {
    return new MalformedToxIniException(where + ":" + number + ": " + message);
  }
}
