package io.github.logcov.after;

import java.util.ArrayList;
import java.util.List;

/**
 * The names that a list of tox environments stands for: {@code py{36,37}-django{18,19}, lint} are
 * five. Commas and line ends separate, blanks do not count, a {@code #} begins a comment, braces
 * multiply and may be nested ({@code tox.config._split_env} of tox 3; nesting is ours).
 */
final class EnvironmentNames {
  /** Far beyond any matrix; a dozen braces of ten would be a million million. */
  static final int MAX_NAMES = 10_000;

  private static final int MAX_DEPTH = 20;

  private final String text;
  private int at;

  private EnvironmentNames(String text) {
    this.text = text;
  }

  /**
   * The names in their order, perhaps some of them twice.
   *
   * @throws MalformedToxIniException with a message that begins with what was expected; where it
   *     was is known to the caller
   */
  static List<String> of(List<String> lines) throws MalformedToxIniException {
    EnvironmentNames names = new EnvironmentNames(joined(lines));
    List<String> all = names.alternatives(0);
    if (names.at < names.text.length()) {
      throw names.malformed("a \"{\" for every \"}\"");
    }
    all.removeIf(String::isEmpty);
    return all;
  }

  /** One line: a line end separates, but for one beside a comma or a brace that is left open. */
  private static String joined(List<String> lines) {
    StringBuilder all = new StringBuilder();
    for (String line : lines) {
      int comment = line.indexOf('#');
      String said = (comment < 0 ? line : line.substring(0, comment)).replaceAll("\\s+", "");
      if (said.isEmpty()) {
        continue;
      }
      boolean open = all.isEmpty() || ",{".indexOf(all.charAt(all.length() - 1)) >= 0;
      all.append(open || ",}".indexOf(said.charAt(0)) >= 0 ? "" : ",").append(said);
    }
    return all.toString();
  }

  /** {@code alternative ("," alternative)*}, up to a closing brace or the end. */
  private List<String> alternatives(int depth) throws MalformedToxIniException {
    if (depth > MAX_DEPTH) {
      throw malformed("braces at most " + MAX_DEPTH + " deep");
    }
    List<String> all = new ArrayList<>(sequence(depth));
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      all.addAll(sequence(depth));
      bound(all.size());
    }
    return all;
  }

  /** {@code (characters | "{" alternatives "}")*}: the product of its parts. */
  private List<String> sequence(int depth) throws MalformedToxIniException {
    List<String> all = List.of("");
    while (at < text.length() && ",}".indexOf(text.charAt(at)) < 0) {
      List<String> next;
      if (text.charAt(at) == '{') {
        at++;
        next = alternatives(depth + 1);
        if (at == text.length()) {
          throw malformed("a \"}\" for every \"{\"");
        }
        at++;
      } else {
        int start = at;
        while (at < text.length() && ",{}".indexOf(text.charAt(at)) < 0) {
          at++;
        }
        next = List.of(text.substring(start, at));
      }
      all = product(all, next);
    }
    return all;
  }

  private List<String> product(List<String> left, List<String> right)
      throws MalformedToxIniException {
    bound((long) left.size() * right.size());
    List<String> all = new ArrayList<>(left.size() * right.size());
    for (String first : left) {
      for (String second : right) {
        all.add(first + second);
      }
    }
    return all;
  }

  private void bound(long count) throws MalformedToxIniException {
    if (count > MAX_NAMES) {
      throw malformed("at most " + MAX_NAMES + " names");
    }
  }

  private MalformedToxIniException malformed(String expected) {
    return new MalformedToxIniException("expected " + expected + ", but found " + Quoted.of(text));
  }
}
