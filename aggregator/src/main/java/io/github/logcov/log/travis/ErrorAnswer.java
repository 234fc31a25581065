package io.github.logcov.log.travis;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import okio.Buffer;

/**
 * What the body of an error says. It is read whatever its content type is, since the API labels
 * JSON as text; what the answer means is decided by its status, and by the type where several
 * causes share one.
 *
 * @param type {@code error_type} of JSON, such as {@code log_expired}; as it came
 * @param words the message of JSON, else the text; as it came, empty when there is none
 */
record ErrorAnswer(Optional<String> type, String words) {

  static ErrorAnswer of(String body) {
    Optional<ErrorAnswer> json = json(body);
    if (json.isPresent()) {
      return json.get();
    }
    return new ErrorAnswer(Optional.empty(), isHtml(body) ? "an HTML page" : body);
  }

  private static Optional<ErrorAnswer> json(String body) {
    Fields fields = new Fields();
    try {
      JsonReader reader = JsonReader.of(new Buffer().writeUtf8(body));
      JsonCursor json = new JsonCursor(reader, new Shown(Optional.empty()));
      json.object(
          field -> {
            switch (field) {
              case "error_type" -> fields.type = json.scalar();
              case "error_message", "error" -> fields.words = json.scalar();
              default -> json.skip();
            }
          });
    } catch (IOException | JsonDataException e) {
      // No JSON, or cut at our bound: what was met before that counts.
      if (fields.type.isEmpty() && fields.words.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(new ErrorAnswer(fields.type, fields.words.orElse("")));
  }

  /** Whether it is a page for browsers; neither JSON nor a log begins so. */
  static boolean isHtml(String body) {
    int start = body.startsWith("\ufeff") ? 1 : 0;
    String text = body.substring(start).stripLeading();
    String head = text.substring(0, Math.min(text.length(), 15)).toLowerCase(Locale.ROOT);
    return head.startsWith("<!doctype") || head.startsWith("<html");
  }

  private static final class Fields {
    Optional<String> type = Optional.empty();
    Optional<String> words = Optional.empty();
  }
}
