package io.github.logcov.cli;

import io.github.logcov.jobvalue.JobValues;
import io.github.logcov.summary.Explanation;
import io.github.logcov.summary.JobValueText;
import io.github.logcov.summary.Question;
import io.github.logcov.summary.SourceTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which jobs ran what, and what they are worth. */
final class InsightOptions {
  @Option(
      names = "--explain",
      paramLabel = "PATH[:LINE]",
      description = "Show this file, or this line of it, with the jobs that ran it; repeatable.")
  List<String> explain = new ArrayList<>();

  @Option(
      names = "--job-value",
      description =
          "Show what the union would be without each job, the cheapest jobs that keep it, and"
              + " lines that one job alone ran.")
  boolean jobValue;

  /** What is to be explained, in the order in which it was given. */
  List<Question> questions() throws UsageException {
    return Values.all("--explain", explain, Question::new);
  }

  /**
   * What is asked for.
   *
   * @param root the checkout, for the sources
   */
  Insights insights(List<Question> questions, Optional<Path> root) {
    JobValues values = jobValue ? JobValues.asked() : JobValues.unasked();
    // Not those of the page: each reader has a bound of its own on what it reads.
    SourceTexts sources = root.<SourceTexts>map(CheckoutSources::new).orElse(SourceTexts.NONE);
    return new Insights(
        List.of(new JobValueText(values), new Explanation(questions, sources)), values);
  }
}
