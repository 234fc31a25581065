package io.github.logcov.summary.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonWriter;
import io.github.logcov.model.BranchId;
import io.github.logcov.model.Coverage;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.Session;
import io.github.logcov.model.SessionSets;
import io.github.logcov.model.SourcePath;
import io.github.logcov.summary.SourceTexts.SourceText;
import java.io.IOException;
import java.util.List;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class FileDataTest {
  private static final SourceText NO_SOURCE = new SourceText(List.of(), "there is no checkout");

  @Test
  void givesLinesWithTheSetsOfJobsThatRanAndListThem() throws IOException {
    Trees trees =
        new Trees()
            .file(
                "1.1",
                "a",
                facts -> {
                  facts.line(3, 2);
                  facts.line(5, 0);
                })
            .file(
                "1.2",
                "a",
                facts -> {
                  facts.line(3, 1);
                  facts.line(9, 4);
                });

    SessionSets sets = new SessionSets(List.of(new Session("1.1"), new Session("1.2")));
    assertThat(json(trees.coverage(), sets, NO_SOURCE))
        .isEqualTo(
            "{\"p\":\"a\",\"s\":\"lines 66.66 % (2 of 3)\",\"n\":[3,2,4],\"h\":[3,0,4],"
                + "\"r\":[0,1,2],\"l\":[0,3,2],\"b\":{},\"t\":null,"
                + "\"x\":\"The source is not shown: there is no checkout.\"}");
    assertThat(sets.sets()).hasToString("[{0, 1}, {}, {1}, {0}]");
  }

  @Test
  void saysWhatIsMissingOfBranches() throws IOException {
    Trees trees =
        new Trees()
            .file(
                "1.1",
                "a",
                facts -> {
                  facts.arm(1, new BranchId("0", "left"), 3);
                  facts.arm(1, new BranchId("0", "right"), FactsBuilder.NEVER_EVALUATED);
                  facts.missingArms(2, 3, new int[] {7, -1});
                  facts.countedArms(3, 4, 1);
                  facts.arm(4, new BranchId("0", "only"), 1);
                });

    assertThat(json(trees.coverage(), oneJob(), NO_SOURCE))
        .contains(
            "\"b\":{\"0\":[1,1,2,\"missing: 0/right (never evaluated)\"],"
                + "\"1\":[1,1,3,\"missing: exit, to line 7\"],"
                + "\"2\":[1,1,4,\"3 of 4 branches missing\"],"
                + "\"3\":[1,1,1,\"\"]}");
  }

  @Test
  void aNumberBeyondJavaScriptsIsAText() throws IOException {
    Trees trees =
        new Trees()
            .file(
                "1.1",
                "a",
                facts -> {
                  facts.line(1, (1L << 53) - 1);
                  facts.line(2, Long.MAX_VALUE);
                });

    assertThat(json(trees.coverage(), oneJob(), NO_SOURCE))
        .contains("\"h\":[9007199254740991,\"9223372036854775807\"]");
  }

  @Test
  void cutsALineThatNobodyReadsToItsEnd() throws IOException {
    SourceText source = new SourceText(List.of("x".repeat(20_007), "y"), "");

    assertThat(json(new Trees().file("a", 1, 1).coverage(), oneJob(), source))
        .contains("x\u2026 (7 more characters)\",\"y\"],\"x\":null}");
  }

  private static SessionSets oneJob() {
    return new SessionSets(List.of(new Session("1.1")));
  }

  private static String json(Coverage coverage, SessionSets sets, SourceText source)
      throws IOException {
    Buffer buffer = new Buffer();
    JsonWriter json = JsonWriter.of(buffer);
    json.setSerializeNulls(true);
    SourcePath path = coverage.files().firstKey();
    new FileData(json, sets).write(path, coverage.files().get(path), source);
    json.close();
    return buffer.readUtf8();
  }
}
