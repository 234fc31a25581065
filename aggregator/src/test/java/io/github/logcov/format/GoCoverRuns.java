package io.github.logcov.format;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Go's profiles, each line a block of one statement; in mode set or count. */
final class GoCoverRuns implements RunWriter {
  @Override
  public String format() {
    return "gocover";
  }

  @Override
  public Arms arms() {
    return Arms.NONE;
  }

  @Override
  public byte[] write(ProgramRun run) {
    StringBuilder text = new StringBuilder();
    text.append("mode: " + (run.ran().size() % 2 == 0 ? "set" : "count") + "\n");
    for (int line : run.program().lines()) {
      text.append("%s:%d.2,%d.9 1 %d\n".formatted(ProgramRun.PATH, line, line, run.hits(line)));
    }
    return text.toString().getBytes(UTF_8);
  }
}
