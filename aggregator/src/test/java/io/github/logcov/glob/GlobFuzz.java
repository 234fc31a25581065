package io.github.logcov.glob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Patterns: a wrong one is refused, and one without sets matches as a slow reading of it does. */
class GlobFuzz {

  /** A pattern in the first line, a text in the others. */
  @MethodSource("patterns")
  @FuzzTest
  void match(byte[] data) {
    String all = new String(data, UTF_8);
    int end = all.indexOf('\n') < 0 ? all.length() : all.indexOf('\n');
    String pattern = all.substring(0, end);
    String text = all.substring(Math.min(end + 1, all.length()));

    assertThat(matches(p -> Glob.ofPathPart(p)::matches, pattern, pattern)).isIn("yes", "refused");
    matches(p -> PathGlob.of(p)::matches, pattern, text);
    String found = matches(p -> Glob.ofName(p)::matches, pattern, text);
    if (!found.equals("refused") && pattern.indexOf('[') < 0 && all.length() < 24) {
      int[] wanted = pattern.codePoints().toArray();
      int[] given = text.codePoints().toArray();
      assertThat(found).isEqualTo(slow(wanted, 0, given, 0) ? "yes" : "no");
    }
  }

  static Stream<byte[]> patterns() {
    return Stream.of("a*b?c\naxxbyc", "**/src/[!a-z]*.py\nx/src/A.py", "src/\nsrc/a", "[]]\n]")
        .map(text -> text.getBytes(UTF_8));
  }

  private static String matches(
      Function<String, Function<String, Boolean>> reader, String pattern, String text) {
    Function<String, Boolean> glob;
    try {
      glob = reader.apply(pattern);
    } catch (IllegalArgumentException e) {
      return "refused";
    }
    return glob.apply(text) ? "yes" : "no";
  }

  private static boolean slow(int[] pattern, int at, int[] text, int from) {
    if (at == pattern.length) {
      return from == text.length;
    }
    if (pattern[at] == '*') {
      return slow(pattern, at + 1, text, from)
          || from < text.length && slow(pattern, at, text, from + 1);
    }
    return from < text.length
        && (pattern[at] == '?' || pattern[at] == text[from])
        && slow(pattern, at + 1, text, from + 1);
  }
}
