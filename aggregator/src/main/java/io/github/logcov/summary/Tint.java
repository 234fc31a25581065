package io.github.logcov.summary;

import io.github.logcov.model.Ratio;
import io.github.logcov.problem.Severity;

/** What a colour says. */
enum Tint {
  NONE(""),
  GOOD("32"),
  FAIR("33"),
  BAD("31"),
  NEWS("36");

  private final String code;

  Tint(String code) {
    this.code = code;
  }

  /** Of SGR, the control sequence for colours; empty for the terminal's own. */
  String code() {
    return code;
  }

  /** Good where nothing is missed, fair from three quarters on. */
  static Tint of(Ratio ratio) {
    if (ratio.total() == 0) {
      return NONE;
    }
    if (ratio.missed() == 0) {
      return GOOD;
    }
    return ratio.covered() / 3 >= ratio.total() - ratio.covered() ? FAIR : BAD;
  }

  static Tint of(Severity severity) {
    return switch (severity) {
      case ERROR -> BAD;
      case WARNING -> FAIR;
      case NOTE -> NEWS;
    };
  }
}
