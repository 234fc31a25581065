package io.github.logcov.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** OpenCover's XML, the whole program in one method. */
final class OpenCoverRuns implements RunWriter {
  @Override
  public String format() {
    return "opencover";
  }

  @Override
  public Arms arms() {
    return Arms.NAMED;
  }

  @Override
  public byte[] write(ProgramRun run) {
    StringBuilder points = new StringBuilder();
    StringBuilder branches = new StringBuilder();
    for (int line : run.program().lines()) {
      points.append("<SequencePoint vc='%d' sl='%d' fileid='1'/>".formatted(run.hits(line), line));
      List<String> arms = run.program().armsOf(line);
      for (int path = 0; path < arms.size(); path++) {
        branches.append(
            "<BranchPoint vc='%d' sl='%d' path='%d' offset='%d' fileid='1'/>"
                .formatted(run.times(arms.get(path)), line, path, 4 * line));
      }
    }
    return """
        <CoverageSession><Modules><Module><Files><File uid="1" fullPath="%s"/></Files>
        <Classes><Class><FullName>A</FullName><Methods><Method><Name>A::run</Name>
        <SequencePoints>%s</SequencePoints><BranchPoints>%s</BranchPoints>
        </Method></Methods></Class></Classes></Module></Modules></CoverageSession>
        """
        .formatted(ProgramRun.PATH, points, branches)
        .getBytes(UTF_8);
  }
}
