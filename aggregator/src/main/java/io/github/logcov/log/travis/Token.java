package io.github.logcov.log.travis;

import java.util.List;
import java.util.Optional;

/** A secret that Travis knows a user by. It never shows itself. */
public final class Token {

  /** What is shown in its place. */
  static final String MASK = "[token]";

  /**
   * What Travis itself masks at least. Those of Travis have 20 characters and more; of a shorter
   * one every text would be full.
   */
  public static final int SHORTEST = 3;

  private final String secret;
  private final List<String> spellings;

  private Token(String secret) {
    this.secret = secret;
    this.spellings = TokenSpellings.of(secret);
  }

  /**
   * Reads the value of TRAVIS_TOKEN; blanks around it do not count.
   *
   * @return empty when there is nothing
   * @throws IllegalArgumentException when a character may not stand in a header of HTTP; the
   *     message does not quote the value
   */
  public static Optional<Token> of(String value) {
    String secret = value.strip();
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    if (!secret.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
      throw new IllegalArgumentException(
          "TRAVIS_TOKEN must be letters, digits and signs of ASCII, without blanks in it, but has"
              + " another character; copy it anew from the settings of your Travis account");
    }
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "TRAVIS_TOKEN must have at least %d characters, or it could not be kept out of what is shown, but has %d; copy it anew from the settings of your Travis account, or unset it"
              .formatted(SHORTEST, secret.length()));
    }
    return Optional.of(new Token(secret));
  }

  /** What is shown in the place of this token: nothing that it is a part of. */
  public static String mask(String secret) {
    return MASK.contains(secret) ? "***" : MASK;
  }

  /** The value of the header Authorization; API v3 knows the word in lower case only. */
  String authorization() {
    return "token " + secret;
  }

  /** The text without the token. */
  String redact(String text) {
    String told = text;
    for (String spelling : spellings) {
      told = told.replace(spelling, mask(secret));
    }
    return told;
  }

  /** Does not tell it. */
  @Override
  public String toString() {
    return MASK;
  }
}
