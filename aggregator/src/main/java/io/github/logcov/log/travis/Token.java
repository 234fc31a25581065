package io.github.logcov.log.travis;

import java.util.Optional;

/** A secret that Travis knows a user by. It never shows itself. */
public final class Token {

  /** What is shown in its place. */
  static final String MASK = "[token]";

  private final String secret;

  private Token(String secret) {
    this.secret = secret;
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
    return Optional.of(new Token(secret));
  }

  /** The value of the header Authorization; API v3 knows the word in lower case only. */
  String authorization() {
    return "token " + secret;
  }

  /** The text without the token. */
  String redact(String text) {
    return text.replace(secret, MASK);
  }

  /** Does not tell it. */
  @Override
  public String toString() {
    return MASK;
  }
}
