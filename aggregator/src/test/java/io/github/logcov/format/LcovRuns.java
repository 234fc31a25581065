package io.github.logcov.format;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Tracefiles whose branches are named as coverage.py names them. */
final class LcovRuns implements RunWriter {
  @Override
  public String format() {
    return "lcov";
  }

  @Override
  public Arms arms() {
    return Arms.NAMED;
  }

  @Override
  public byte[] write(ProgramRun run) {
    StringBuilder text = new StringBuilder("SF:" + ProgramRun.PATH + "\n");
    for (int line : run.program().lines()) {
      text.append("DA:" + line + "," + run.hits(line) + "\n");
      for (String arm : run.program().armsOf(line)) {
        String times = run.taken().contains(arm) ? "1" : run.ran().contains(line) ? "0" : "-";
        text.append("BRDA:" + line + ",0,to " + arm.split(":")[1] + "," + times + "\n");
      }
    }
    return (text + "end_of_record\n").getBytes(UTF_8);
  }
}
