package io.github.logcov.after;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.logcov.problem.Legible;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A tox.ini is refused, or decides, each in words that can be shown. */
class ToxIniFuzz {
  private static final String SECRET = "s3cr3t-value";

  /** The environments of the job in the first line, the file in the others. */
  @MethodSource("files")
  @FuzzTest
  void decide(byte[] data) {
    String text = new String(data, UTF_8);
    int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
    Map<String, String> environment =
        Map.of(
            "TOXENV",
            text.substring(0, end),
            "TRAVIS_PYTHON_VERSION",
            "3.8",
            "TRAVIS_OS_NAME",
            "linux",
            "SECRET",
            SECRET);
    String file = text.substring(end);
    try {
      AfterDecision decision = AfterRules.read(file, "tox.ini").decide(environment);
      assertThat(AfterRules.read(file, "tox.ini").decide(environment)).isEqualTo(decision);
      decision.notes().forEach(ToxIniFuzz::shown);
      if (decision instanceof AfterDecision.NoMatch not) {
        shown(not.reason());
      } else if (decision instanceof AfterDecision.Misconfigured wrong) {
        shown(wrong.message());
      }
    } catch (MalformedToxIniException e) {
      shown(String.valueOf(e.getMessage()));
    }
  }

  static Stream<byte[]> files() {
    return Stream.of(
            "py36\n[travis:after]\nenvlist = py36\n",
            "\n[tox]\nenvlist = py{36,37}-{a,b}, lint\n[travis]\npython =\n  3.8: py38, lint\n"
                + "[travis:after]\nenvlist = py38\ntravis =\n  os: linux\nenv =\n  SECRET: x\n",
            "py37-b\n[base]\nnames = py{36,37}-b\n[travis:after]\n# c\n"
                + "envlist =\n  {[base]names}\n  {env:TOXENV:py36}\n",
            "{,}\n[travis:after]\nenvlist: {py27,py3{6,7}}{,-x}\ntoxenv=a\nunknown = 1\n",
            "a\n[travis:after]\nenvlist = {[travis:after]envlist}\n")
        .map(text -> text.getBytes(UTF_8));
  }

  private static void shown(String message) {
    assertThat(message)
        .hasSizeLessThan(5_000)
        .doesNotContain(SECRET)
        .matches(Legible::is, "legible");
  }
}
