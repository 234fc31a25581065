import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameWriter;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * The logs of {@code scripts/load}: jobs with one tracefile each, on the same files.
 *
 * <p>{@code java -cp encoder/target/logcov-emit.jar scripts/LoadLogs.java DIR JOBS FILES LINES SPREAD LOG_BYTES}: writes {@code
 * DIR/9000.N.log} for N of 1 to JOBS. Each report has FILES files of LINES lines. Every fiftieth line is missed by all. Of the others
 * each job ran blocks of its own choice, about two thirds. Hits are 1 to SPREAD; above 100 each line has its own, which hardly packs. Ordinary
 * output is put before the report until the log has LOG_BYTES.
 */
final class LoadLogs {
  private final Path directory;
  private final int files;
  private final int lines;
  private final int spread;
  private final int logBytes;

  private LoadLogs(String[] args) {
    directory = Path.of(args[0]);
    files = Integer.parseInt(args[2]);
    lines = Integer.parseInt(args[3]);
    spread = Integer.parseInt(args[4]);
    logBytes = Integer.parseInt(args[5]);
  }

  public static void main(String[] args) {
    LoadLogs logs = new LoadLogs(args);
    IntStream.rangeClosed(1, Integer.parseInt(args[1])).parallel().forEach(logs::write);
  }

  private void write(int job) {
    byte[] report = report(job);
    byte[] packed = gzip(report);
    FrameHeader header =
        FrameHeader.builder()
            .path("lcov.info")
            .codec("gzip")
            .payload(packed, report.length, sha256(report))
            .buildDir("/home/travis/build/example/load")
            .build();
    try (OutputStream log = new BufferedOutputStream(Files.newOutputStream(directory.resolve("9000." + job + ".log")))) {
      log.write(ascii("Worker information\r\n$ make test\r\n"));
      byte[] line = ascii("tests/test_module.py::test_something[value-0123456789] PASSED   [ 42%]\r\n");
      // A third more than the packed bytes for base64, and a little for the frames.
      for (long left = logBytes - packed.length * 16L / 9; left > 0; left -= line.length) {
        log.write(line);
      }
      new FrameWriter(header, packed)
          .write(
              (record, length) -> {
                log.write(record, 0, length);
                log.write('\n');
              });
      log.write(ascii("\r\n\r\nDone. Your build exited with 0.\r\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] report(int job) {
    SplittableRandom random = new SplittableRandom(job);
    StringBuilder out = new StringBuilder();
    for (int file = 0; file < files; file++) {
      out.append("SF:src/core/module_").append(file).append(".c\n");
      boolean ran = false;
      int hits = 1;
      for (int line = 1; line <= lines; line++) {
        // Lines run in blocks, as functions do.
        if (line % 10 == 1) {
          ran = line % 30 == 11 + job % 2 * 10 || random.nextInt(3) > 0;
          hits = random.nextInt(1, spread + 1);
        } else if (spread > 100) {
          hits = random.nextInt(1, spread + 1);
        }
        out.append("DA:").append(line).append(',').append(ran && line % 50 != 0 ? hits : 0).append('\n');
      }
      out.append("end_of_record\n");
    }
    return ascii(out.toString());
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
