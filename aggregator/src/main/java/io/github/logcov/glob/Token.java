package io.github.logcov.glob;

/**
 * One step of a pattern. A token matches a character and hands on to the next token, or, when it
 * {@link #repeats}, stays where it is.
 */
interface Token {

  /** Whether this token takes the character. */
  boolean matches(int character);

  /** Whether it goes on taking characters. */
  default boolean repeats() {
    return false;
  }

  /** Whether this character, taken, also leads to the next token although this one repeats. */
  default boolean leaves(int character) {
    return false;
  }

  /** Whether nothing at all is enough for it. */
  default boolean skippable() {
    return false;
  }

  /** How many tokens are passed when it is skipped. */
  default int skip() {
    return 1;
  }

  /** One character of a set, or not of it. */
  record OneOf(CharacterSet set) implements Token {
    @Override
    public boolean matches(int character) {
      return set.contains(character);
    }
  }

  /** Any characters of a set, none included. */
  record AnyOf(CharacterSet set) implements Token {
    @Override
    public boolean matches(int character) {
      return set.contains(character);
    }

    @Override
    public boolean repeats() {
      return true;
    }

    @Override
    public boolean skippable() {
      return true;
    }
  }

  /**
   * The entry to {@link Folders}: takes the first character of a folder, or is passed together with
   * it.
   */
  record FoldersOrNone() implements Token {
    @Override
    public boolean matches(int character) {
      return true;
    }

    @Override
    public boolean skippable() {
      return true;
    }

    @Override
    public int skip() {
      return 2;
    }
  }

  /**
   * The rest of one or more whole folders, each with its slash; cannot be left in the midst of a
   * name.
   */
  record Folders() implements Token {
    @Override
    public boolean matches(int character) {
      return true;
    }

    @Override
    public boolean repeats() {
      return true;
    }

    @Override
    public boolean leaves(int character) {
      return character == '/';
    }
  }
}
