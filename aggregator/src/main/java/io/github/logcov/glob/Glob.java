package io.github.logcov.glob;

import java.util.BitSet;
import java.util.List;

/**
 * A pattern with wildcards, matched against the whole of a text; upper and lower case differ.
 *
 * <ul>
 *   <li>{@code *} any characters, none included;
 *   <li>{@code ?} one character;
 *   <li>{@code [abc]}, {@code [a-z]}, {@code [!a-z]} or {@code [^a-z]} one character of a set, or
 *       not of it. A {@code ]} directly behind the opening bracket belongs to the set; a bracket
 *       that is never closed is itself.
 * </ul>
 *
 * <p>There is no escape character: {@code [*]} is a star. A pattern also matches the text that
 * equals it letter by letter, so that a name such as {@code test [3.8]} can be given as it stands.
 * Characters are Unicode code points.
 *
 * <p>Patterns and texts may come from hostile hands. Matching therefore follows all possibilities
 * at once (Thompson's automaton) and never backtracks: its time is at most the product of both
 * lengths.
 */
public final class Glob {

  /** Longest pattern, in characters: as long as the longest path that is read. */
  static final int MAX_LENGTH = 4096;

  private final String text;
  private final List<Token> tokens;
  private final boolean alsoBelow;

  Glob(String text, List<Token> tokens, boolean alsoBelow) {
    this.text = text;
    this.tokens = tokens;
    this.alsoBelow = alsoBelow;
  }

  /**
   * A pattern for names, such as those of jobs: {@code *} and {@code ?} match every character, a
   * slash too.
   *
   * @throws IllegalArgumentException when it is empty or longer than 4,096 characters
   */
  public static Glob ofName(String pattern) {
    return GlobParser.name(pattern);
  }

  /**
   * A pattern for one part of a path: {@code *} and {@code ?} do not match a slash.
   *
   * @throws IllegalArgumentException when it is empty or longer than 4,096 characters
   */
  public static Glob ofPathPart(String pattern) {
    return GlobParser.pathPart(pattern);
  }

  /** Whether the whole text matches. */
  public boolean matches(String candidate) {
    return candidate.equals(text) || follow(candidate);
  }

  private boolean follow(String candidate) {
    BitSet states = new BitSet(tokens.size() + 1);
    enter(states, 0);
    for (int at = 0; at < candidate.length(); ) {
      int character = candidate.codePointAt(at);
      if (alsoBelow && character == '/' && states.get(tokens.size())) {
        return true;
      }
      BitSet next = new BitSet(tokens.size() + 1);
      for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
        if (state < tokens.size()) {
          step(next, state, character);
        }
      }
      if (next.isEmpty()) {
        return false;
      }
      states = next;
      at += Character.charCount(character);
    }
    return states.get(tokens.size());
  }

  private void step(BitSet next, int state, int character) {
    Token token = tokens.get(state);
    if (token.matches(character)) {
      enter(next, token.repeats() ? state : state + 1);
    }
    if (token.leaves(character)) {
      enter(next, state + 1);
    }
  }

  /** Adds a state and those that can be reached from it without a character. */
  private void enter(BitSet states, int first) {
    int state = first;
    states.set(state);
    while (state < tokens.size() && tokens.get(state).skippable()) {
      state += tokens.get(state).skip();
      states.set(state);
    }
  }

  /** The pattern, as written. */
  @Override
  public String toString() {
    return text;
  }
}
