package io.github.logcov.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.model.BranchId;
import io.github.logcov.model.Ratio;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

class CoberturaSummaryTest {
  static Stream<Map.Entry<String, Outcome>> outcomes() {
    return Outcomes.all().entrySet().stream();
  }

  private static String text(Outcome outcome) {
    return FormTexts.of(new CoberturaSummary(), outcome);
  }

  @Test
  void saysAllThatTheFormCanSay() {
    Outcomes outcomes =
        new Outcomes()
            .jobs(List.of("1.1"))
            .file(
                "1.1",
                "src/p/a.c",
                facts -> {
                  facts.line(1, 0);
                  facts.line(4, 3);
                  facts.arm(4, new BranchId("0", "0"), 3);
                  facts.arm(4, new BranchId("0", "1"), 0);
                  facts.arm(4, new BranchId("1", "0"), 0);
                  facts.arm(4, new BranchId("1", "1"), 2);
                  facts.arm(4, new BranchId("1", "2"), 0);
                })
            .file(
                "1.1",
                "b.py",
                facts -> {
                  facts.line(2, 1);
                  facts.missingArms(2, 3, new int[] {9, -1});
                  facts.line(3, 1);
                  facts.countedArms(3, 2, 2);
                });

    assertThat(text(outcomes.outcome()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <coverage line-rate="0.75" branch-rate="0.5" lines-covered="3" lines-valid="4"\
             branches-covered="5" branches-valid="10" complexity="0" version="logcov"\
             timestamp="1770091506789">
             <sources>
              <source>.</source>
             </sources>
             <packages>
              <package name="." line-rate="1" branch-rate="0.6" complexity="0">
               <classes>
                <class name="b.py" filename="b.py" line-rate="1" branch-rate="0.6" complexity="0">
                 <methods/>
                 <lines>
                  <line number="2" hits="1" branch="true" condition-coverage="33% (1/3)"\
             missing-branches="exit,9"/>
                  <line number="3" hits="1" branch="true" condition-coverage="100% (2/2)"></line>
                 </lines>
                </class>
               </classes>
              </package>
              <package name="src.p" line-rate="0.5" branch-rate="0.4" complexity="0">
               <classes>
                <class name="a.c" filename="src/p/a.c" line-rate="0.5" branch-rate="0.4"\
             complexity="0">
                 <methods/>
                 <lines>
                  <line number="1" hits="0"/>
                  <line number="4" hits="3" branch="true" condition-coverage="40% (2/5)">
                   <conditions>
                    <condition number="0" type="jump" coverage="50%"/>
                    <condition number="1" type="switch" coverage="33%"/>
                   </conditions>
                  </line>
                 </lines>
                </class>
               </classes>
              </package>
             </packages>
            </coverage>
            """);
  }

  @Test
  void saysWhichBranchesHaveNoPlace() {
    Outcomes outcomes =
        new Outcomes().file("1.1", "A.java", facts -> facts.countedArms(0, 2, 1)).jobs(jobs());

    assertThat(text(outcomes.outcome()))
        .contains("<!-- 2 branches of files without a statement have no place here -->")
        .contains("branches-valid=\"0\"")
        .contains("timestamp=\"0\"");
  }

  private static List<String> jobs() {
    return List.of();
  }

  @ParameterizedTest
  @CsvSource({"0,0,0", "0,3,0", "1,3,0.3333", "99999,100000,0.9999", "1,1000000,0.000001", "5,5,1"})
  void cutsRates(long covered, long total, String rate) {
    assertThat(CoberturaSummary.rate(new Ratio(covered, total))).isEqualTo(rate);
  }

  /** The DTD is Cobertura's, with coverage.py's one attribute. */
  @ParameterizedTest
  @MethodSource("outcomes")
  void isValid(Map.Entry<String, Outcome> named) throws Exception {
    String xml = text(named.getValue());
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setValidating(true);
    DocumentBuilder parser = factory.newDocumentBuilder();
    parser.setErrorHandler(new Strict());

    String valid = xml.replaceFirst("\n", "\n<!DOCTYPE coverage [\n" + dtd() + "]>\n");

    assertThat(parser.parse(new InputSource(new StringReader(valid))).getDocumentElement())
        .isNotNull();
  }

  private static String dtd() throws IOException {
    return Files.readString(Path.of("../fixtures/src/main/resources/summaries/coverage-04.dtd"));
  }

  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) throws SAXParseException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXParseException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
      throw e;
    }
  }
}
