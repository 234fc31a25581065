package io.github.logcov.summary.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PageScriptTest {
  /** What makes markup or code of a text, or asks for something. */
  private static final List<String> SINKS =
      List.of(
          "innerHTML",
          "outerHTML",
          "insertAdjacentHTML",
          "document.write",
          "DOMParser",
          "createContextualFragment",
          "srcdoc",
          "eval",
          "Function(",
          "setTimeout",
          "setInterval",
          "import",
          "fetch",
          "XMLHttpRequest",
          "WebSocket",
          "sendBeacon",
          "new Image",
          "localStorage",
          "document.cookie",
          "window.open",
          ".src",
          "setAttribute('on");

  private static String text(String name) throws IOException {
    try (InputStream in = HtmlSummary.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void makesNoMarkupOrCodeOfTextsAndAsksForNothing() throws IOException {
    assertThat(text("page.js")).doesNotContain(SINKS).startsWith("'use strict';");
  }

  @Test
  void theStyleAsksForNothing() throws IOException {
    assertThat(text("page.css")).doesNotContain("url(", "@import", "@font-face", "http");
  }

  @Test
  void neitherEndsItsOwnElement() throws IOException {
    assertThat(text("page.js") + text("page.css")).doesNotContain("</", "<!--", "]]>");
  }
}
