package io.github.logcov.format;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import okio.Buffer;

/**
 * What the first bytes of a JSON document tell of it; enough to recognise a format by.
 *
 * @param keys the keys in sight of the outer {@value #LEVELS} levels of objects, as JSON pointers:
 *     {@code /meta/version}, {@code /files/src~1a.py}; empty when this is no JSON object
 */
public record JsonHead(Set<String> keys) {
  /** Levels of objects that are looked at. */
  static final int LEVELS = 3;

  /** Levels of objects and arrays that are looked at for an outline. */
  static final int OUTLINE_LEVELS = 6;

  /** Copies what it is given. */
  public JsonHead {
    keys = Set.copyOf(keys);
  }

  /** Looks at the head of the file; never fails. */
  public static JsonHead of(ReportFile file) {
    byte[] head = file.head();
    String text = new String(head, encoding(head));
    int start = text.startsWith("\ufeff") ? 1 : 0;
    Set<String> keys = new LinkedHashSet<>();
    if (text.startsWith("{", start + leadingBlanks(text, start))) {
      JsonReader json = JsonReader.of(new Buffer().writeUtf8(text, start, text.length()));
      try {
        object(json, "", keys);
      } catch (IOException | JsonDataException e) {
        return new JsonHead(keys); // the head ends anywhere
      }
    }
    return new JsonHead(keys);
  }

  /**
   * The keys in sight of the outer {@value #OUTLINE_LEVELS} levels, where arrays are levels, too;
   * of each only the first element is looked at: {@code /files/0/lines}. Never fails.
   */
  public static Set<String> outline(ReportFile file) {
    byte[] head = file.head();
    String text = new String(head, encoding(head));
    int start = text.startsWith("\ufeff") ? 1 : 0;
    Set<String> keys = new LinkedHashSet<>();
    if (text.startsWith("{", start + leadingBlanks(text, start))) {
      JsonReader json = JsonReader.of(new Buffer().writeUtf8(text, start, text.length()));
      try {
        outline(json, "", 0, keys);
      } catch (IOException | JsonDataException e) {
        return keys; // the head ends anywhere
      }
    }
    return keys;
  }

  private static void outline(JsonReader json, String pointer, int level, Set<String> keys)
      throws IOException {
    JsonReader.Token token = json.peek();
    if (level < OUTLINE_LEVELS && token == JsonReader.Token.BEGIN_OBJECT) {
      json.beginObject();
      while (json.hasNext()) {
        String below = pointer + "/" + escaped(json.nextName());
        keys.add(below);
        outline(json, below, level + 1, keys);
      }
      json.endObject();
    } else if (level < OUTLINE_LEVELS && token == JsonReader.Token.BEGIN_ARRAY) {
      json.beginArray();
      for (int i = 0; json.hasNext(); i++) {
        outline(json, pointer + "/" + i, i == 0 ? level + 1 : OUTLINE_LEVELS, keys);
      }
      json.endArray();
    } else {
      json.skipValue();
    }
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private static int leadingBlanks(String text, int start) {
    int blanks = 0;
    while (start + blanks < text.length() && " \t\r\n".indexOf(text.charAt(start + blanks)) >= 0) {
      blanks++;
    }
    return blanks;
  }

  /** So that a report in UTF-16 is recognised, and its encoding refused, rather than unknown. */
  private static Charset encoding(byte[] head) {
    if (head.length < 2) {
      return StandardCharsets.UTF_8;
    }
    int first = head[0] & 0xff;
    int second = head[1] & 0xff;
    if (first == 0xfe && second == 0xff || first == 0 && second != 0) {
      return StandardCharsets.UTF_16BE;
    }
    boolean little = first == 0xff && second == 0xfe || first != 0 && second == 0;
    return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  /** As deep as {@link #LEVELS}; pointers of two levels, and so on, have so many slashes. */
  private static void object(JsonReader json, String pointer, Set<String> keys) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String key = json.nextName();
      String below = pointer + "/" + escaped(key);
      keys.add(below);
      boolean outer = below.chars().filter(c -> c == '/').count() < LEVELS;
      if (outer && json.peek() == JsonReader.Token.BEGIN_OBJECT) {
        object(json, below, keys);
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }
}
