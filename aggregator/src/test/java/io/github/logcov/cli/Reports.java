package io.github.logcov.cli;

import java.util.stream.IntStream;

/** Small reports. */
final class Reports {
  private Reports() {}

  /** A tracefile of one source file: the hits of line 1, of line 2 and so on. */
  static String lcov(String path, int... hits) {
    StringBuilder text = new StringBuilder("TN:\nSF:").append(path).append('\n');
    for (int i = 0; i < hits.length; i++) {
      text.append("DA:").append(i + 1).append(',').append(hits[i]).append('\n');
    }
    return text.append("end_of_record\n").toString();
  }

  /** A tracefile of one line with two arms, the second of them taken so many times. */
  static String lcovBranches(String path, int second) {
    return "SF:%s\nDA:1,1\nBRDA:1,0,0,1\nBRDA:1,0,1,%d\nend_of_record\n".formatted(path, second);
  }

  /** A coverage.xml as coverage.py writes it: the hits of line 1, of line 2 and so on. */
  static String xml(String path, int... hits) {
    StringBuilder lines = new StringBuilder();
    IntStream.range(0, hits.length)
        .forEach(
            i -> lines.append("<line number=\"%d\" hits=\"%d\"/>\n".formatted(i + 1, hits[i])));
    return """
        <?xml version="1.0" ?>
        <coverage version="6.5.0" branch-rate="0" branches-covered="0" branches-valid="0">
        <packages><package name="."><classes>
        <class name="a" filename="%s"><lines>
        %s</lines></class>
        </classes></package></packages>
        </coverage>
        """
        .formatted(path, lines);
  }
}
