package io.github.logcov.summary;

import io.github.logcov.aggregate.JobOutcome;
import io.github.logcov.aggregate.Outcome;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.Session;
import io.github.logcov.summary.Question.Target;
import io.github.logcov.summary.SourceTexts.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which jobs ran the lines that were asked for, file by file, in the order of the questions. */
public final class Explanation implements TextSection {
  private final List<Question> questions;
  private final SourceTexts sources;

  /** An answer to these questions. */
  public Explanation(List<Question> questions, SourceTexts sources) {
    this.questions = List.copyOf(questions);
    this.sources = sources;
  }

  @Override
  public List<String> lines(Outcome outcome, Screen screen) {
    Set<Target> targets = new LinkedHashSet<>();
    for (Question question : questions) {
      question.target(outcome.coverage()).ifPresent(targets::add);
    }
    List<String> lines = new ArrayList<>();
    for (Target target : targets) {
      lines.addAll(lines(target, outcome, screen));
      lines.add("");
    }
    return lines;
  }

  private List<String> lines(Target target, Outcome outcome, Screen screen) {
    FileCoverage file =
        Optional.ofNullable(outcome.coverage().files().get(target.path())).orElseThrow();
    Set<Session> measured = new HashSet<>(file.sessions().all());
    List<String> jobs = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (JobOutcome job : outcome.jobs()) {
      if (measured.contains(new Session(job.job().number()))) {
        jobs.add(job.job().number());
      } else if (!job.payloads().isEmpty()) {
        others.add(job.job().number());
      }
    }
    SourceText source = sources.of(target.path());
    List<String> lines = new ArrayList<>();
    ExplainedFile explained = new ExplainedFile(file, jobs, others, source, screen);
    String path = target.path().value();
    if (target.line().isPresent()) {
      int line = target.line().getAsInt();
      add(lines, path + ":" + line + ": " + explained.about(line), screen);
      lines.add("");
      lines.addAll(explained.around(line));
      lines.add("");
      explained.jobsOf(line).forEach(text -> add(lines, text, screen));
    } else {
      add(lines, path + ": " + explained.total(), screen);
      lines.add("");
      lines.addAll(explained.all());
    }
    if (!source.isThere()) {
      lines.add("");
      add(lines, "the source is not shown: " + source.absence(), screen);
    }
    return lines;
  }

  private static void add(List<String> lines, String text, Screen screen) {
    lines.addAll(Printable.paragraph(text, screen.width()));
  }
}
