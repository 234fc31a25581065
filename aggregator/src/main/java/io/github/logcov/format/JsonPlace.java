package io.github.logcov.format;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk through a JSON document is, written only when somebody asks: {@code
 * $.files["a.py"].missing_lines[3]}. Not thread-safe.
 */
final class JsonPlace {
  /** In place of an index. */
  private static final int OBJECT = -2;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,79}");

  /** The key of each level, null in an array and before the first key. */
  private @Nullable String[] keys = new String[16];

  /** The index of each level that is an array, -1 before its first element; else OBJECT. */
  private int[] indices = new int[16];

  private int depth;

  /** Into an object, before its first member. */
  void enterObject() {
    enter(OBJECT);
  }

  /** Into an array, before its first element. */
  void enterArray() {
    enter(-1);
  }

  private void enter(int index) {
    if (depth == indices.length) {
      keys = Arrays.copyOf(keys, 2 * depth);
      indices = Arrays.copyOf(indices, 2 * depth);
    }
    keys[depth] = null;
    indices[depth++] = index;
  }

  /** Whether the innermost of those that are open is an object; otherwise it is an array. */
  boolean inObject() {
    return indices[depth - 1] == OBJECT;
  }

  void key(String key) {
    keys[depth - 1] = key;
  }

  void nextElement() {
    indices[depth - 1]++;
  }

  /** Out of the object or array; what is left is the place of the whole. */
  void leave() {
    depth--;
  }

  int depth() {
    return depth;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("$");
    for (int i = 0; i < depth; i++) {
      String key = keys[i];
      if (key == null) {
        text.append(indices[i] < 0 ? "" : "[" + indices[i] + "]");
      } else if (PLAIN.matcher(key).matches()) {
        text.append('.').append(key);
      } else {
        text.append('[').append(Excerpt.of(key)).append(']');
      }
    }
    return text.toString();
  }
}
