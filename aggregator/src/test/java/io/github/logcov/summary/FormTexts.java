package io.github.logcov.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.logcov.aggregate.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a writer writes, in memory. */
final class FormTexts {
  private FormTexts() {}

  static String of(SummaryWriter writer, Outcome outcome) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writer.write(outcome, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(UTF_8);
  }
}
