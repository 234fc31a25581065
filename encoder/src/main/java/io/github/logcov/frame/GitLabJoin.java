package io.github.logcov.frame;

/**
 * Continuation records of GitLab's runner: a line feed and {@code 2024-05-01T10:00:00.123456Z 01O+}
 * go on with the line before. The runner cuts so when 8 kB came without a line feed (gitlab-runner,
 * logger/internal/timestamper).
 */
final class GitLabJoin {
  private static final String FORM = "\ndddd-dd-ddTdd:dd:dd.ddddddZ xxs+";
  static final int LENGTH = FORM.length();

  private GitLabJoin() {}

  /**
   * The index behind the join that begins with the line feed at {@code at}; -1 when there is none.
   */
  static int end(byte[] b, int at, int limit) {
    if (limit - at < LENGTH) {
      return -1;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (!matches(FORM.charAt(i), b[at + i])) {
        return -1;
      }
    }
    return at + LENGTH;
  }

  private static boolean matches(char form, byte c) {
    switch (form) {
      case 'd':
        return c >= '0' && c <= '9';
      case 'x':
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
      case 's':
        return c == 'O' || c == 'E';
      default:
        return c == form;
    }
  }
}
