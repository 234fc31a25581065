package io.github.logcov.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.verdict.Metric;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkdownSummaryTest {
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern BLOCK = Pattern.compile("(?s)\n(~~~+)text\n.*\n\\1\n");

  private static String text(Outcomes outcomes) {
    return FormTexts.of(new MarkdownSummary(), outcomes.outcome());
  }

  @Test
  void isWhatAMaintainerWantsToSee() {
    Outcomes outcomes =
        new Outcomes()
            .jobs(List.of("8112.1"))
            .threshold(Metric.LINE, "100")
            .file("8112.1", "src/a.py", facts -> facts.line(1, 1))
            .file("8112.1", "src/a.py", facts -> facts.line(2, 0))
            .file("8112.1", "src/a.py", facts -> facts.countedArms(1, 2, 1))
            .problem(
                Problem.note(ProblemType.JOB_LEFT_OUT, Origin.NOWHERE, "left out: job 8112.5"));

    assertThat(text(outcomes))
        .isEqualTo(
            """
            ## \u274c Coverage: missed, 50.00 % of lines

            | | covered | of | |
            | --- | ---: | ---: | ---: |
            | lines | 1 | 2 | 50.00 % |
            | branches | 1 | 2 | 50.00 % |
            | flag `unit tests`: lines | 1 | 2 | 50.00 % |
            | flag `unit tests`: branches | 1 | 2 | 50.00 % |

            - \u274c lines: 50.00 % (1 of 2), needs 100 %: 1 line short

            ### Missed

            | file | lines | branches | missed |
            | --- | ---: | ---: | --- |
            | `src/a.py` | 50.00 % | 50.00 % | 2, and branches on 1 |

            ### Jobs

            | job | reports | lines | only here | remarks |
            | --- | ---: | ---: | ---: | --- |
            | `8112.1` | 1 | 50.00 % (1 of 2) | 1 | `unit tests, 1 line repaired` |

            ### Problems

            ~~~text
            note: left out: job 8112.5 [job-left-out]
            ~~~
            """);
  }

  @Test
  void saysThatThereIsNoVerdict() {
    assertThat(text(Outcomes.broken()))
        .startsWith("## \u26a0\ufe0f Coverage: incomplete, ")
        .contains("\n1 error below; the figures are of what could be read\n")
        .contains("error: job 8112.2: has no report in its log [coverage-missing]");
  }

  /** Outside of code nothing of it is left: no HTML, link, mention or reference can be made. */
  @Test
  void keepsWhatIsFromOutsideInCode() {
    String text = FormTexts.of(new MarkdownSummary(), Outcomes.all().get("hostile"));

    String own = CODE.matcher(BLOCK.matcher(text).replaceAll("\n")).replaceAll("");

    assertThat(own).matches("(?s)[A-Za-z0-9 .,:;()%|#\n\u274c\u26a0\ufe0f\u2705-]*");
    assertThat(own.replaceAll("(?m)^#+ [\u274c\u26a0\u2705\ufe0f A-Z].*$", "")).doesNotContain("#");
    assertThat(text).contains("@octocat", "<script>");
    assertThat(own).doesNotContain("octocat", "script", "evil", "123");
  }

  @Test
  void givesEveryRowOfATableItsCells() {
    String text = FormTexts.of(new MarkdownSummary(), Outcomes.all().get("hostile"));

    String files = text.substring(text.indexOf("### Missed"), text.indexOf("### Jobs"));

    assertThat(files.lines().filter(line -> line.startsWith("|")))
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.chars().filter(c -> c == '|').count() == 5);
  }

  @Test
  void fitsIntoACommentHoweverMuchIsMissed() {
    Outcomes outcomes =
        new Outcomes()
            .threshold(Metric.FILE_LINE, "100")
            .jobs(IntStream.range(0, 300).mapToObj(job -> "8112." + job).toList());
    for (int file = 0; file < 300; file++) {
      outcomes.file(
          "8112.1",
          "dir/".repeat(800) + "\u0007".repeat(90) + file + ".py",
          facts -> IntStream.range(1, 300).forEach(line -> facts.line(1_000_000 + line * 2, 0)));
      outcomes.problem(
          Problem.error(
              ProblemType.COVERAGE_MISSING, Origin.ofJob("8112." + file), "x".repeat(5000) + file));
    }

    String text = text(outcomes);

    assertThat(text).hasSizeLessThan(65_536);
    assertThat(text)
        .contains("\nand 250 more files\n")
        .contains("\nand 240 more jobs\n")
        .contains("\nand 280 more thresholds\n")
        .contains(", 289 more |")
        .endsWith(" more lines\n");
  }
}
