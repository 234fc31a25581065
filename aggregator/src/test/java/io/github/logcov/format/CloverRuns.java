package io.github.logcov.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Clover's own XML: conditions stand beside statements, and how often each was true or false. */
final class CloverRuns implements RunWriter {
  @Override
  public String format() {
    return "clover";
  }

  @Override
  public Arms arms() {
    return Arms.NAMED;
  }

  @Override
  public byte[] write(ProgramRun run) {
    StringBuilder text = new StringBuilder("<coverage clover='4.5.2'><project>");
    text.append("<file path='" + ProgramRun.PATH + "' name='a.py'>");
    for (int line : run.program().lines()) {
      text.append("<line num='%d' type='stmt' count='%d'/>".formatted(line, run.hits(line)));
      List<String> arms = run.program().armsOf(line);
      if (!arms.isEmpty()) {
        text.append(
            "<line num='%d' type='cond' truecount='%d' falsecount='%d'/>"
                .formatted(line, run.times(arms.get(0)), run.times(arms.get(1))));
      }
    }
    return (text + metrics(run) + "</file></project></coverage>").getBytes(UTF_8);
  }

  static String metrics(ProgramRun run) {
    return "<metrics statements='%d' coveredstatements='%d' conditionals='%d' coveredconditionals='%d'/>"
        .formatted(
            run.program().lines().size(),
            run.ran().size(),
            run.program().arms().size(),
            run.taken().size());
  }
}
