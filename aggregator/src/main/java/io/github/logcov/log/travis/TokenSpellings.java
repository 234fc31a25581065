package io.github.logcov.log.travis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a token may be written where somebody echoes it: as it is, and as JSON, addresses and pages
 * escape it. Those of Travis are letters, digits, hyphens and underscores, so it is one spelling
 * most of the time.
 */
public final class TokenSpellings {
  private static final String UNRESERVED = "-._~";

  private TokenSpellings() {}

  /** All spellings, each once, the longest first. */
  public static List<String> of(String secret) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(secret);
    String json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
    spellings.add(json);
    spellings.add(json.replace("/", "\\/"));
    // JSON that may stand in a page.
    String script = json.replace("&", "\\u0026").replace("<", "\\u003c");
    spellings.add(script);
    spellings.add(script.replace(">", "\\u003e"));
    String address = percent(secret, false);
    spellings.add(address);
    spellings.add(address.replace("%2F", "/"));
    spellings.add(percent(secret, true));
    String page = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    spellings.add(page);
    spellings.add(page.replace("\"", "&quot;"));
    spellings.add(page.replace("\"", "&quot;").replace("'", "&#39;"));
    List<String> longestFirst = new ArrayList<>(spellings);
    longestFirst.sort((one, other) -> other.length() - one.length());
    return longestFirst;
  }

  private static String percent(String secret, boolean lower) {
    StringBuilder text = new StringBuilder();
    for (byte b : secret.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || UNRESERVED.indexOf(b) >= 0);
      String hex = String.format(Locale.ROOT, "%%%02X", b);
      text.append(plain ? String.valueOf((char) b) : lower ? hex.toLowerCase(Locale.ROOT) : hex);
    }
    return text.toString();
  }
}
