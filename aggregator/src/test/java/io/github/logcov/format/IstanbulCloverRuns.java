package io.github.logcov.format;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Clover's XML of istanbul: of the arms of a line, how many were taken and how many missed. */
final class IstanbulCloverRuns implements RunWriter {
  @Override
  public String format() {
    return "clover";
  }

  @Override
  public String label() {
    return "clover of istanbul";
  }

  @Override
  public Arms arms() {
    return Arms.COUNTED;
  }

  @Override
  public byte[] write(ProgramRun run) {
    StringBuilder text = new StringBuilder("<coverage clover='3.2.0'><project>");
    text.append("<file path='" + ProgramRun.PATH + "' name='a.py'>" + CloverRuns.metrics(run));
    for (int line : run.program().lines()) {
      long arms = run.program().armsOf(line).size();
      long taken = run.takenOf(line);
      text.append("<line num='%d' count='%d'".formatted(line, run.hits(line)));
      if (arms == 0) {
        text.append(" type='stmt'/>");
      } else {
        text.append(" type='cond' truecount='%d' falsecount='%d'/>".formatted(taken, arms - taken));
      }
    }
    return (text + "</file></project></coverage>").getBytes(UTF_8);
  }
}
