package io.github.logcov.after;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reference inside a value, as tox writes them: <code>{[section]key}</code>, <code>{env:NAME}
 * </code> and <code>{env:NAME:default}</code>. Other things with a colon in braces are none that a
 * list of environments could be made of here.
 *
 * @param before the text before it
 * @param text itself, with the braces
 * @param section the section it names; null for an environment variable
 * @param key the key of that section, or the name of the variable
 * @param fallback what an unset variable stands for; null when the reference does not say
 * @param behind the text behind it
 */
record Reference(
    String before,
    String text,
    @Nullable String section,
    String key,
    @Nullable String fallback,
    String behind) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\{(?:\\[([^\\]{}]+)\\]([^{}]+)|\\s*env:([^:{}]+)(?::([^{}]*))?|([^{},]*:[^{}]*))\\}");

  /** The first one in a line; null when there is none. */
  static @Nullable Reference firstIn(String line) throws MalformedToxIniException {
    Matcher found = FORM.matcher(line);
    if (!found.find()) {
      return null;
    }
    if (found.group(5) != null) {
      throw new MalformedToxIniException(
          "expected {[section]key} or {env:NAME}, which is what logcov knows of tox's references,"
              + " but found "
              + Quoted.of(found.group())
              + "; write the environments out");
    }
    boolean variable = found.group(3) != null;
    return new Reference(
        line.substring(0, found.start()),
        found.group(),
        variable ? null : found.group(1).strip(),
        (variable ? found.group(3) : found.group(2)).strip(),
        variable ? found.group(4) : null,
        line.substring(found.end()));
  }
}
