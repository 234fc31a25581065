package io.github.logcov.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Where extracted files are put. */
public interface FileTarget {
  /**
   * Puts a file under its name, or, where that is taken, under {@code name~2}, {@code name~3} and
   * so on. When the content cannot be read to its end, nothing is left.
   *
   * @param path names of folders and of the file, safe ones ({@link SafePath})
   * @return the path that it got, {@code /} as separator
   * @throws UnsafePathException when a file of that name cannot be here
   * @throws io.github.logcov.payload.MalformedPayloadException what the content threw
   * @throws IOException when it cannot be written
   */
  String put(List<String> path, InputStream content) throws UnsafePathException, IOException;
}
