package io.github.logcov.problem;

import java.util.List;

/**
 * Finds, character by character, where a text becomes something that a CI takes for a command of
 * its own, or logcov for a record: a text from outside that is printed into a log must not say such
 * words.
 */
public final class Lookalike {
  /**
   * {@code ::error::} (GitHub), {@code ##vso[}, {@code ##[group]} (Azure), {@code ##teamcity[},
   * {@code travis_fold:start:}, {@code travis_time:end:}, and the sigil of frames.
   */
  private static final List<String> WORDS =
      List.of("::", "##", "travis_fold:", "travis_time:", "~lc");

  private final int[] known = new int[WORDS.size()];

  /**
   * Takes the next character (a code point, or a byte of ASCII).
   *
   * @return whether it completes such a word; written in another way it completes none
   */
  public boolean completes(int character) {
    boolean completes = false;
    for (int i = 0; i < known.length; i++) {
      String word = WORDS.get(i);
      if (character != word.charAt(known[i])) {
        known[i] = 0;
      }
      if (character == word.charAt(known[i]) && ++known[i] == word.length()) {
        completes = true;
        // Of three colons the second one is escaped, and the third one, too.
        known[i] = character == word.charAt(0) ? 1 : 0;
      }
    }
    return completes;
  }
}
