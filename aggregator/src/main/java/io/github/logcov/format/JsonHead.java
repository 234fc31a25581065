package io.github.logcov.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

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
    Set<String> keys = new LinkedHashSet<>();
    look(file, cursor -> objects(cursor, "", 1, keys));
    return new JsonHead(keys);
  }

  /**
   * The keys in sight of the outer {@value #OUTLINE_LEVELS} levels, where arrays are levels, too;
   * of each only the first element is looked at: {@code /files/0/lines}. Never fails.
   */
  public static Set<String> outline(ReportFile file) {
    Set<String> keys = new LinkedHashSet<>();
    look(file, cursor -> outline(cursor, "", 0, keys));
    return keys;
  }

  /** Looks at a document, which may end anywhere. */
  @FunctionalInterface
  private interface Look {
    void at(JsonCursor cursor) throws MalformedReportException, IOException;
  }

  private static void look(ReportFile file, Look look) {
    byte[] head = file.head();
    Charset encoding = encoding(head);
    // Most files are no JSON, and several formats ask.
    if (encoding == StandardCharsets.UTF_8 && !seemsToBeginWith('{', head)) {
      return;
    }
    String text = new String(head, encoding);
    int start = text.startsWith("\ufeff") ? 1 : 0;
    while (start < text.length() && isPassedOver(text.charAt(start))) {
      start++;
    }
    if (text.startsWith("{", start)) {
      try {
        // A report with such a character is refused for that, rather than unknown.
        look.at(JsonCursor.onHead(text.substring(start).replaceAll("[\\x00-\\x1f]", " ")));
      } catch (MalformedReportException | IOException e) {
        // The head ends anywhere; what was seen until then is what it tells.
      }
    }
  }

  /** Whether this is the first printable character in sight of ASCII. */
  private static boolean seemsToBeginWith(char wanted, byte[] head) {
    for (byte b : head) {
      if (b > ' ') {
        return b == wanted;
      }
    }
    return false;
  }

  private static boolean isPassedOver(char c) {
    return c < ' ' || Character.isWhitespace(c);
  }

  private static void objects(JsonCursor cursor, String pointer, int level, Set<String> keys)
      throws MalformedReportException, IOException {
    cursor.object(
        key -> {
          String below = pointer + "/" + escaped(key);
          keys.add(below);
          if (level < LEVELS && cursor.atObject()) {
            objects(cursor, below, level + 1, keys);
          } else {
            cursor.skip();
          }
        });
  }

  private static void outline(JsonCursor cursor, String pointer, int level, Set<String> keys)
      throws MalformedReportException, IOException {
    if (level < OUTLINE_LEVELS && cursor.atObject()) {
      cursor.object(
          key -> {
            String below = pointer + "/" + escaped(key);
            keys.add(below);
            outline(cursor, below, level + 1, keys);
          });
    } else if (level < OUTLINE_LEVELS && cursor.atArray()) {
      int[] index = {0};
      cursor.array(
          () -> {
            int inside = index[0] == 0 ? level + 1 : OUTLINE_LEVELS;
            outline(cursor, pointer + "/" + index[0]++, inside, keys);
          });
    } else {
      cursor.skip();
    }
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
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
}
