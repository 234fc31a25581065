package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.format.cobertura.CoberturaFormat;
import io.github.logcov.format.coveragepy.CoveragePyFormat;
import io.github.logcov.format.gcovr.GcovrFormat;
import io.github.logcov.format.lcov.LcovFormat;
import io.github.logcov.format.llvmcov.LlvmCovFormat;
import io.github.logcov.format.simplecov.SimpleCovFormat;
import io.github.logcov.model.CoverageLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds that were made small, each reached and each exceeded by one. */
class BoundsTest {
  private static final FormatLimits SMALL =
      new FormatLimits(new CoverageLimits(9, 2, 2, 4), 6, 120, 4);

  /** The same for formats that nest deeply. */
  private static final FormatLimits DEEP = new FormatLimits(SMALL.coverage(), 9, 120, 4);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SF:a DA:9,1 end_of_record | a = 9:1",
        "SF:a DA:10,1 end_of_record | malformed 2: line number 10 is above 9; --max-line raises"
            + " that bound",
        "SF:a BRDA:10,0,0,1 end_of_record | malformed 2: line number 10 is above 9; --max-line"
            + " raises that bound",
        "SF:a BRDA:1,0,0,1 BRDA:1,0,1,1 end_of_record | a = 1[0,0]:1 1[0,1]:1",
        "SF:a BRDA:1,0,0,1 BRDA:1,0,1,1 BRDA:1,0,2,1 end_of_record | malformed : \"a\": line 1 has"
            + " more than 2 arms; --max-arms raises that bound",
        "SF:a end_of_record SF:b end_of_record SF:a end_of_record | a = / b =",
        "SF:a end_of_record SF:b end_of_record SF:c end_of_record | malformed 5: more than 2 source"
            + " files; --max-files raises that bound",
        "SF:a DA:1,1 DA:2,1 DA:3,1 DA:4,1 end_of_record | a = 1:1 2:1 3:1 4:1",
        "SF:a DA:1,1 DA:2,1 DA:3,1 end_of_record SF:b DA:1,1 DA:2,1 end_of_record | malformed :"
            + " \"b\": more than 4 lines, arms and functions; --max-units raises that bound",
        "SF:abcd end_of_record | abcd =",
        "SF:abcde end_of_record | malformed 1: a path has more than 4 bytes; --max-path raises that"
            + " bound",
        "SF:abé end_of_record | abé =",
        "SF:abcé end_of_record | malformed 1: a path has more than 4 bytes; --max-path raises that"
            + " bound",
      })
  void boundsLcov(String report, String expected) throws IOException {
    byte[] content = report.replace(' ', '\n').getBytes(StandardCharsets.UTF_8);

    String outcome = Fixtures.outcome(new LcovFormat(SMALL), content);

    assertThat(outcome.strip().replace(" \n", " / ")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<line number='9' hits='1'/> | a = 9:1",
        "<line number='10' hits='1'/> | malformed 1:104: line number 10 is above 9; --max-line"
            + " raises that bound",
        "<line number='1' hits='1' branch='true' condition-coverage='0% (0/2)'/> | a = 1:1 1(0/2)",
        "<line number='1' hits='1' branch='true' condition-coverage='0% (0/3)'/> | malformed 1:147:"
            + " line 1 has more than 2 arms; --max-arms raises that bound",
        "<line number='1' hits='1'/></class><class filename='b'></class><class filename='c'> |"
            + " malformed 1:159: more than 2 source files; --max-files raises that bound",
        "<line number='1' hits='1'/></class><class filename='abcé'> | malformed 1:134: a path has"
            + " more than 4 bytes; --max-path raises that bound",
        "<lines><line number='1' hits='1'/></lines> | a = 1:1",
        "<lines><x><line number='1' hits='1'/></x></lines> | malformed 1:113: the XML has more than"
            + " 6 levels; --max-depth raises that bound",
      })
  void boundsCobertura(String lines, String expected) throws IOException {
    String report =
        "<coverage><packages><package><class filename='a'>                          "
            + lines
            + "</class></package></packages></coverage>";

    String outcome =
        Fixtures.outcome(new CoberturaFormat(SMALL), report.getBytes(StandardCharsets.UTF_8));

    assertThat(outcome.strip()).isEqualTo(expected);
  }

  @Test
  void boundsAllFilesTogetherWhileItReads() throws IOException {
    FormatLimits limits = new FormatLimits(new CoverageLimits(9, 2, 9, 4), 6, 120, 4);
    String four = "DA:1,1 DA:2,1 DA:3,1 DA:4,1 end_of_record ";
    String report = "SF:a " + four + "SF:b " + four + "SF:c " + four + "SF:d no LCOV";

    String outcome =
        Fixtures.outcome(
            new LcovFormat(limits), report.replace(' ', '\n').getBytes(StandardCharsets.UTF_8));

    assertThat(outcome)
        .isEqualTo(
            "malformed 19: more than 4 lines, arms and functions; --max-units raises that bound\n");
  }

  @Test
  void countsLinesThatComeAgainOnlyOnce() throws IOException {
    FormatLimits limits = new FormatLimits(new CoverageLimits(9, 2, 9, 4), 6, 120, 4);
    String two = "DA:1,1 DA:2,1 end_of_record ";
    String report = ("SF:a " + two + "SF:b " + two).repeat(2) + "SF:c end_of_record";

    String outcome =
        Fixtures.outcome(
            new LcovFormat(limits), report.replace(' ', '\n').getBytes(StandardCharsets.UTF_8));

    assertThat(outcome).isEqualTo("a = 1:2 2:2\nb = 1:2 2:2\nc = \n");
  }

  @Test
  void boundsAttributesAndSources() throws IOException {
    assertThat(cobertura("<class filename='a' name='" + "n".repeat(120) + "'/>", ""))
        .isEqualTo("a = \n");
    assertThat(cobertura("<class filename='a' name='" + "n".repeat(121) + "'/>", ""))
        .matches(
            "malformed 1:\\d+: the attribute \"name\" has more than 120 characters; --max-string"
                + " raises that bound\n");
    assertThat(cobertura("", "<sources><source>" + "s".repeat(121) + "</source></sources>"))
        .matches(
            "malformed 1:\\d+: a <source> has more than 120 characters; --max-string raises that"
                + " bound\n");
  }

  @Test
  void boundsTheNumberOfSources() throws IOException {
    assertThat(cobertura("", "<sources>" + "<source>a</source>".repeat(1000) + "</sources>"))
        .doesNotContain("malformed");
    assertThat(cobertura("", "<sources>" + "<source>a</source>".repeat(1001) + "</sources>"))
        .matches(
            "malformed 1:\\d+: <sources> may have 1000 elements <source>, but has more; keep those"
                + " of this repository\n");
  }

  @Test
  void stopsReadingATagThatDoesNotEnd() throws IOException {
    String endless = "<!--" + "x".repeat(1_000_000) + "-->";

    assertThat(cobertura(endless, ""))
        .matches(
            "malformed 1:\\d+: a tag, text or comment has more than 120 characters; --max-string"
                + " raises that bound\n");
    assertThat(
            Fixtures.outcome(new CoberturaFormat(SMALL), endless.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            "malformed : the text before the root element has more than 120 characters;"
                + " --max-string raises that bound\n");
  }

  @Test
  void boundsLinesOfATracefile() throws IOException {
    String report = "TN:" + "t".repeat(118) + "\n";

    assertThat(Fixtures.outcome(new LcovFormat(SMALL), report.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("malformed 1: a line has more than 120 bytes; --max-string raises that bound\n");
  }

  private static String cobertura(String content, String sources) throws IOException {
    String report = "<coverage>" + sources + "<packages>" + content + "</packages></coverage>";
    return Fixtures.outcome(new CoberturaFormat(SMALL), report.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'a': [9] | a = 9:0 statements[1]",
        "'a': [10] | malformed $.files.a.missing_lines[0]: line number 10 is above 9; --max-line"
            + " raises that bound",
        "'a': [1, 2], 'b': [1, 2] | a = 1:0 2:0 statements[2] / b = 1:0 2:0 statements[2]",
        "'a': [1, 2], 'b': [1, 2, 3] | malformed : \"b\": more than 4 lines, arms and"
            + " functions; --max-units raises that bound",
        "'a': [], 'b': [], 'c': [] | malformed $.files.c: more than 2 source files; --max-files"
            + " raises that bound",
        "'abcd': [] | abcd = statements[0]",
        "'abcé': [] | malformed $.files[\"abcé\"]: a path has more than 4 bytes; --max-path raises"
            + " that bound",
      })
  void boundsCoveragePy(String files, String expected) throws IOException {
    StringBuilder report = new StringBuilder("{'meta': {'branch_coverage': false}, 'files': {");
    Matcher file = Pattern.compile("('\\S*': )\\[([^]]*)](, )?").matcher(files);
    while (file.find()) {
      int count = file.group(2).isEmpty() ? 0 : file.group(2).split(",").length;
      report.append(file.group(1)).append("{'executed_lines': [], 'missing_lines': [");
      report.append(file.group(2)).append("], 'summary': {'num_statements': ").append(count);
      report.append("}}").append(file.group(3) == null ? "" : ", ");
    }
    String json = report.append("}}").toString().replace('\'', '"');

    String outcome =
        Fixtures.outcome(new CoveragePyFormat(SMALL), json.getBytes(StandardCharsets.UTF_8));

    assertThat(outcome.strip().replace("\n", " / ")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'a': [1, 1, 1, 1] | a = 1:1 2:1 3:1 4:1",
        "'a': [1, 1, 1, 1, 1] | malformed $.x.coverage.a[4]: more than 4 lines, arms and"
            + " functions; --max-units raises that bound",
        "'a': [1, 1, 1], 'b': [1, 1] | malformed $.x.coverage.b: more than 4 lines, arms and"
            + " functions; --max-units raises that bound",
        "'a': [], 'b': [], 'c': [] | malformed $.x.coverage.c: more than 2 source files;"
            + " --max-files raises that bound",
        "'a': [null, null, null, null, null, null, null, null, null, null] | malformed"
            + " $.x.coverage.a[9]: line number 10 is above 9; --max-line raises that bound",
        "'abcde': [] | malformed $.x.coverage.abcde: a path has more than 4 bytes; --max-path raises"
            + " that bound",
      })
  void boundsSimpleCov(String files, String expected) throws IOException {
    String json = "{'x': {'coverage': {" + files + "}}}";

    assertThat(json(new SimpleCovFormat(SMALL), json)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'count': 1} | a = 9:1 9[,]:1",
        "{'count': 1}, {'count': 1}, {'count': 1} | malformed $.files[0].lines[0].branches[2]: line 9"
            + " has more than 2 arms; --max-arms raises that bound",
      })
  void boundsGcovr(String branches, String expected) throws IOException {
    String json =
        "{'gcovr/format_version': '0.5', 'files': [{'file': 'a', 'lines': [{'line_number': 9,"
            + " 'count': 1, 'branches': ["
            + branches
            + "]}]}]}";

    assertThat(json(new GcovrFormat(DEEP), json)).isEqualTo(expected);
  }

  /** Two segments may stand for all lines there can be. */
  @Test
  void boundsTheLinesBetweenSegments() throws IOException {
    String json =
        "{'type': 'llvm.coverage.json.export', 'version': '2.0.1', 'data': [{'files': [{'filename':"
            + " 'a', 'segments': [[1, 1, 1, true, true], [9, 1, 0, false, false]]}]}]}";

    assertThat(json(new LlvmCovFormat(DEEP), json))
        .isEqualTo(
            "malformed $.data[0].files[0].segments[1]: more than 4 lines, arms and functions;"
                + " --max-units raises that bound");
  }

  private static String json(ReportFormat format, String json) throws IOException {
    byte[] content = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return Fixtures.outcome(format, content).strip().replace("\n", " / ");
  }
}
