package io.github.logcov.cli;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.jobvalue.JobValue;
import io.github.logcov.problem.Problem;
import io.github.logcov.summary.Explanation;
import io.github.logcov.summary.JobValueText;
import io.github.logcov.summary.Question;
import io.github.logcov.summary.SourceTexts;
import io.github.logcov.summary.TextSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which jobs ran what, and what they are worth. */
final class InsightOptions {
  @Option(
      names = "--explain",
      paramLabel = "PATH[:LINE]",
      description = "Show the lines of this file, or this one, with the jobs that ran them; repeatable.")
  List<String> explain = new ArrayList<>();

  @Option(
      names = "--job-value",
      description =
          "Show what the union would be without each job, the cheapest jobs that keep it, and"
              + " lines that one job alone ran.")
  boolean jobValue;

  /** What is asked, understood. */
  Asked asked() throws UsageException {
    return new Asked(Values.all("--explain", explain, Question::new), jobValue);
  }

  /**
   * What is asked.
   *
   * @param questions in the order in which they were given
   */
  record Asked(List<Question> questions, boolean jobValue) {
    /** The outcome with a warning for each question that has no answer. */
    Outcome noted(Outcome outcome) {
      Outcome noted = outcome;
      for (Question question : questions) {
        Optional<Problem> problem = question.problem(outcome.coverage());
        noted = problem.isPresent() ? noted.with(problem.get()) : noted;
      }
      return noted;
    }

    /** The answers, in lines of at most {@code width} characters. */
    Insights insights(Outcome outcome, int width, SourceTexts sources) {
      List<TextSection> sections = new ArrayList<>();
      Optional<JobValue> value = jobValue ? Optional.of(JobValue.of(outcome)) : Optional.empty();
      value.ifPresent(known -> sections.add(new JobValueText(width, known)));
      if (!questions.isEmpty()) {
        sections.add(new Explanation(width, questions, sources));
      }
      return new Insights(sections, value);
    }
  }
}
