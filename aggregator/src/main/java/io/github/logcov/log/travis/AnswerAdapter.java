package io.github.logcov.log.travis;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer that is one object with one list in it. Its {@code @type} tells it from the
 * object of an error; fields that are not known are passed over, as they must be, since the API
 * grows.
 *
 * @param <T> what the answer becomes
 */
abstract class AnswerAdapter<T> extends JsonAdapter<T> {
  private final String type;
  private final Shown shown;

  /**
   * @param type of the object, and name of the list
   */
  AnswerAdapter(String type, Shown shown) {
    this.type = type;
    this.shown = shown;
  }

  /** Reads the list. */
  abstract T list(JsonCursor json) throws IOException;

  @Override
  public final T fromJson(JsonReader reader) throws IOException {
    try {
      return answer(new JsonCursor(reader, shown));
    } catch (JsonEncodingException e) {
      throw new JsonDataException(
          "expected JSON, but found something else at " + shown.text(reader.getPath()), e);
    }
  }

  private T answer(JsonCursor json) throws IOException {
    Fields fields = new Fields();
    json.object(
        field -> {
          switch (field) {
            case "@type" -> fields.type = json.text();
            case "error_type", "error" -> fields.error = json.scalar();
            case "error_message" -> fields.message = json.scalar();
            default -> {
              if (field.equals(type)) {
                fields.answer = Optional.of(list(json));
              } else {
                json.skip();
              }
            }
          }
        });
    String expected = "an object of type " + type;
    if (fields.error.isPresent() || fields.message.isPresent()) {
      throw JsonCursor.odd(
          "$",
          expected,
          "an error ("
              + fields.error.map(shown::text).orElse("without a type")
              + fields.message.map(text -> ", " + json.quoted(text)).orElse("")
              + ")");
    }
    Optional<String> other = fields.type.filter(found -> !found.equals(type));
    if (other.isPresent()) {
      throw JsonCursor.odd("$", expected, "one of type " + json.quoted(other.get()));
    }
    return fields.answer.orElseThrow(() -> JsonCursor.odd("$." + type, "a list", "nothing"));
  }

  /** What was met so far. */
  private final class Fields {
    Optional<String> type = Optional.empty();
    Optional<String> error = Optional.empty();
    Optional<String> message = Optional.empty();
    Optional<T> answer = Optional.empty();
  }

  @Override
  public final void toJson(JsonWriter writer, @Nullable T value) {
    throw new UnsupportedOperationException("answers are read only");
  }
}
