package io.github.logcov.cli;

import io.github.logcov.fixtures.travis.FakeTravis;
import io.github.logcov.fixtures.travis.LogText;
import io.github.logcov.fixtures.travis.Request;
import io.github.logcov.fixtures.travis.Scenario;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A build at a stand-in for Travis, and the command line run about it in this process. */
final class AtTravis implements AutoCloseable {
  private final FakeTravis travis;
  private final Sandbox sandbox;

  AtTravis(Path directory, Scenario scenario) {
    travis = FakeTravis.start(scenario);
    sandbox = new Sandbox(directory);
  }

  /** The whole log of a job: what it says, and these payloads in between. */
  static LogText log(Emitted... payloads) {
    return LogText.of(text(payloads));
  }

  static String text(Emitted... payloads) {
    return Sandbox.logText(Arrays.stream(payloads).map(Emitted::lines).toList());
  }

  /** The same without the last line of Travis. */
  static String unfinished(Emitted... payloads) {
    return text(payloads).replaceFirst("\nDone\\. .*\n$", "");
  }

  FakeTravis travis() {
    return travis;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  AtTravis environment(String name, String value) {
    sandbox.environment(name, value);
    return this;
  }

  /** Runs inside a job of the build, of which Travis says this in its environment. */
  AtTravis inJob(String number, String id) {
    return environment("TRAVIS", "true")
        .environment("TRAVIS_BUILD_ID", "8112")
        .environment("TRAVIS_JOB_ID", id)
        .environment("TRAVIS_JOB_NUMBER", number)
        .environment("TRAVIS_API_URL", travis.url());
  }

  /** Runs {@code logcov}, asking about the build from outside, with more arguments. */
  Run fromOutside(String command, String... more) {
    Stream<String> first =
        Stream.of(command, "--build", "8112", "--api-url", travis.url(), "--poll", "1");
    return sandbox.run(Stream.concat(first, Stream.of(more)).toArray(String[]::new));
  }

  /** Runs {@code logcov check} from outside. */
  Run check(String... more) {
    return fromOutside("check", more);
  }

  /** What was asked, in order. */
  List<String> asked() {
    return travis.requests().stream().map(Request::toString).toList();
  }

  /** A text with the address of the stand-in, which is another one each time, as HOST. */
  String withoutHost(String text) {
    return text.replace(travis.url(), "HOST");
  }

  @Override
  public void close() {
    travis.close();
  }
}
