package io.github.logcov.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** JSON for the tests, by the reader that the schema validator brings along. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static JsonNode of(String text) {
    return MAPPER.readTree(text);
  }
}
