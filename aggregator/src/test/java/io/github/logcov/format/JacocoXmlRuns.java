package io.github.logcov.format;

import static java.nio.charset.StandardCharsets.UTF_8;

/** JaCoCo's XML report: one instruction a line, and one more to decide. */
final class JacocoXmlRuns implements RunWriter {
  @Override
  public String format() {
    return "jacoco";
  }

  @Override
  public Arms arms() {
    return Arms.COUNTED;
  }

  @Override
  public byte[] write(ProgramRun run) {
    StringBuilder text = new StringBuilder("<report name='r'><package name='src'>");
    text.append("<sourcefile name='a.py'>");
    for (int line : run.program().lines()) {
      int hit = run.hits(line);
      long arms = run.program().armsOf(line).size();
      long taken = run.takenOf(line);
      text.append("<line nr='%d' mi='%d' ci='%d'".formatted(line, 1 - hit, hit));
      text.append(" mb='%d' cb='%d'/>".formatted(arms - taken, taken));
    }
    int lines = run.program().lines().size();
    text.append(counter("LINE", lines - run.ran().size(), run.ran().size()));
    int arms = run.program().arms().size();
    text.append(counter("BRANCH", arms - run.taken().size(), run.taken().size()));
    return (text + "</sourcefile></package></report>").getBytes(UTF_8);
  }

  private static String counter(String type, int missed, int covered) {
    return "<counter type='%s' missed='%d' covered='%d'/>".formatted(type, missed, covered);
  }
}
