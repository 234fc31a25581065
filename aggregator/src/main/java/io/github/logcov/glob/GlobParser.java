package io.github.logcov.glob;

import java.util.ArrayList;
import java.util.List;

/** Reads the text of a pattern. */
final class GlobParser {

  private final String pattern;
  private final boolean slash;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private GlobParser(String pattern, boolean slash) {
    this.pattern = pattern;
    this.slash = slash;
  }

  static Glob name(String pattern) {
    return new Glob(checked(pattern), new GlobParser(pattern, true).simple(), false);
  }

  static Glob pathPart(String pattern) {
    return new Glob(checked(pattern), new GlobParser(pattern, false).simple(), false);
  }

  /** Tokens of a path pattern that has neither a leading nor a trailing slash. */
  static List<Token> path(String pattern) {
    GlobParser parser = new GlobParser(pattern, false);
    while (parser.at < pattern.length()) {
      if (parser.atPartStart() && pattern.startsWith("**/", parser.at)) {
        parser.tokens.add(new Token.FoldersOrNone());
        parser.tokens.add(new Token.Folders());
        parser.at += 3;
      } else if (pattern.startsWith("**", parser.at)) {
        parser.tokens.add(new Token.AnyOf(CharacterSet.all(true)));
        parser.at += 2;
      } else {
        parser.token();
      }
    }
    return parser.tokens;
  }

  static String checked(String pattern) {
    if (pattern.isEmpty()) {
      throw new IllegalArgumentException(
          "a pattern must have at least one character, but was empty");
    }
    if (pattern.length() > Glob.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a pattern may have "
              + Glob.MAX_LENGTH
              + " characters, but this has "
              + pattern.length());
    }
    return pattern;
  }

  private List<Token> simple() {
    while (at < pattern.length()) {
      token();
    }
    return tokens;
  }

  private boolean atPartStart() {
    return at == 0 || pattern.charAt(at - 1) == '/';
  }

  private void token() {
    int character = next();
    if (character == '*') {
      tokens.add(new Token.AnyOf(CharacterSet.all(slash)));
    } else if (character == '?') {
      tokens.add(new Token.OneOf(CharacterSet.all(slash)));
    } else if (character == '[' && closingBracket() > 0) {
      tokens.add(new Token.OneOf(set(closingBracket())));
    } else {
      tokens.add(new Token.OneOf(CharacterSet.only(character)));
    }
  }

  /** Where the set that begins here ends; -1 when it does not. */
  private int closingBracket() {
    int first = at;
    if (first < pattern.length() && isNegation(pattern.charAt(first))) {
      first++;
    }
    return pattern.indexOf(']', first + 1);
  }

  private CharacterSet set(int end) {
    boolean negated = isNegation(pattern.charAt(at));
    if (negated) {
      at++;
    }
    List<CharacterSet.Range> ranges = new ArrayList<>();
    while (at < end) {
      int first = next();
      int last = first;
      // A hyphen at the end of the set is one of its characters, as in every shell.
      if (at + 1 < end && pattern.charAt(at) == '-') {
        at++;
        last = next();
      }
      ranges.add(new CharacterSet.Range(first, last));
    }
    at = end + 1;
    return new CharacterSet(ranges, negated, slash);
  }

  private static boolean isNegation(char character) {
    return character == '!' || character == '^';
  }

  private int next() {
    int character = pattern.codePointAt(at);
    at += Character.charCount(character);
    return character;
  }
}
