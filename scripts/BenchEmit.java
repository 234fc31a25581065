import io.github.logcov.encoder.EmitCommand;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The logs of {@code scripts/bench}: runs the encoder on many reports in one JVM.
 *
 * <p>{@code java -cp encoder/target/logcov-emit.jar scripts/BenchEmit.java CODEC NAME BUILD_DIR DIR COUNT}: for each job
 * {@code N} of 1 to COUNT, {@code DIR/N/NAME} goes into {@code DIR/N/frames}.
 */
final class BenchEmit {
  public static void main(String[] args) {
    String codec = args[0];
    String name = args[1];
    String buildDir = args[2];
    Path directory = Path.of(args[3]);
    IntStream.rangeClosed(1, Integer.parseInt(args[4]))
        .parallel()
        .forEach(job -> emit(codec, name, buildDir, directory, job));
  }

  private static void emit(String codec, String name, String buildDir, Path parent, int job) {
    Map<String, String> environment =
        Map.of(
            "LOGCOV_SALT", "0",
            "TRAVIS_BUILD_ID", "270009000",
            "TRAVIS_JOB_ID", String.valueOf(620090000 + job),
            "TRAVIS_JOB_NUMBER", "9000." + job,
            "TRAVIS_COMMIT", "5f0c1b6e7d1c4b0e9a3f2d8c7b6a59483726150f",
            "TRAVIS_BUILD_DIR", buildDir);
    Path directory = parent.resolve(String.valueOf(job));
    try (OutputStream frames =
        new BufferedOutputStream(Files.newOutputStream(directory.resolve("frames")))) {
      EmitCommand emit = new EmitCommand("emit", environment, directory, frames, System.err);
      int status = emit.run(List.of("--codec", codec, "--max-bytes", "20000000", name));
      if (status != 0) {
        throw new IllegalStateException("the encoder ended with " + status);
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
