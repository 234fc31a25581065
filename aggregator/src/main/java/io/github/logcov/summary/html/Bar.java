package io.github.logcov.summary.html;

import io.github.logcov.model.Ratio;
import io.github.logcov.verdict.Percent;
import java.io.IOException;

/** A ratio as a bar; a drawing, since the page's policy allows no style of a single element. */
final class Bar {
  private Bar() {}

  static void write(Markup page, Ratio ratio) throws IOException {
    if (ratio.total() == 0) {
      return;
    }
    String percent = Percent.of(ratio).orElseThrow();
    page.open(
            "svg",
            "class",
            "bar",
            "viewBox",
            "0 0 100 6",
            "preserveAspectRatio",
            "none",
            "aria-hidden",
            "true")
        .open("rect", "width", percent, "height", "6")
        .close()
        .close();
  }
}
