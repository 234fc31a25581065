package io.github.logcov.summary;

import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameSize;
import io.github.logcov.inspect.Contents;
import io.github.logcov.inspect.JobContents;
import io.github.logcov.inspect.PayloadContents;
import io.github.logcov.problem.Severity;
import io.github.logcov.summary.TextTable.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code inspect} prints: logs, payloads, problems, the sum. */
public final class InspectionText {
  private static final String NONE = "-";

  private final int width;

  /** A text of lines of at most {@code width} characters, as far as what is shown has blanks. */
  public InspectionText(int width) {
    this.width = width;
  }

  /** The lines. */
  public List<String> lines(Contents contents) {
    List<String> lines = new ArrayList<>(logs(contents));
    lines.add("");
    List<String> payloads = payloads(contents);
    lines.addAll(payloads);
    if (!payloads.isEmpty()) {
      lines.add("");
    }
    contents
        .paths()
        .ifPresent(
            paths -> {
              lines.addAll(PathTable.lines(paths, width));
              lines.add("");
            });
    List<String> problems = new ProblemList(width).lines(contents.problems());
    lines.addAll(problems);
    if (!problems.isEmpty()) {
      lines.add("");
    }
    lines.addAll(HeaderFacts.of(contents).lines(width));
    lines.add(sum(contents));
    return lines;
  }

  private List<String> logs(Contents contents) {
    TextTable table =
        new TextTable(width)
            .column("log", Align.LEFT)
            .column("state", Align.LEFT)
            .column("whole", Align.RIGHT)
            .column("damaged", Align.RIGHT)
            .column("remarks", Align.LEFT);
    HeaderFacts facts = HeaderFacts.of(contents);
    for (JobContents job : contents.jobs()) {
      long whole = job.payloads().stream().filter(PayloadContents::isWhole).count();
      table.row(
          Printable.of(job.job().number()),
          job.job().state().map(state -> Printable.cut(state, 20)).orElse(NONE),
          Long.toString(whole),
          Long.toString(job.payloads().size() - whole),
          remarks(job, facts));
    }
    return table.lines();
  }

  private static String remarks(JobContents job, HeaderFacts facts) {
    List<String> remarks = new ArrayList<>();
    job.job().name().ifPresent(name -> remarks.add(Printable.of(name)));
    if (job.termination().isPresent()) {
      remarks.add("ends with: " + Printable.of(job.termination().get()));
    } else if (job.closed()) {
      remarks.add("ends with Travis' closing line");
    }
    Set<String> said = facts.of(job);
    if (!said.isEmpty()) {
      remarks.add("its headers say " + String.join(", ", said));
    }
    return String.join("; ", remarks);
  }

  private List<String> payloads(Contents contents) {
    TextTable table =
        new TextTable(width)
            .column("payload", Align.LEFT)
            .column("format", Align.LEFT)
            .column("codec", Align.LEFT)
            .column("bytes", Align.RIGHT)
            .column("packed", Align.RIGHT)
            .column("in log", Align.RIGHT)
            .column("remarks", Align.LEFT);
    for (JobContents job : contents.jobs()) {
      for (PayloadContents payload : job.payloads()) {
        Optional<FrameHeader> header = payload.header();
        table.row(
            Printable.of(job.job().number() + " > " + header.map(FrameHeader::path).orElse("?")),
            format(payload),
            header.map(h -> Printable.cut(h.codec(), 10)).orElse(NONE),
            header.map(h -> Long.toString(h.decodedBytes())).orElse(NONE),
            header.map(h -> Long.toString(h.encodedBytes())).orElse(NONE),
            header.map(h -> Long.toString(FrameSize.inLog(h))).orElse(NONE),
            remarks(payload));
      }
    }
    return table.isEmpty() ? List.of() : table.lines();
  }

  private static String format(PayloadContents payload) {
    if (payload.header().filter(FrameHeader::carried).isPresent()) {
      return "carried";
    }
    return payload.format().orElse(payload.isWhole() ? "unknown" : NONE);
  }

  private static String remarks(PayloadContents payload) {
    List<String> remarks = new ArrayList<>();
    payload
        .damage()
        .ifPresent(
            damage ->
                remarks.add(
                    damage.type().slug()
                        + (damage.severity() == Severity.NOTE ? ", but not needed" : "")));
    payload
        .header()
        .map(FrameHeader::flags)
        .filter(flags -> !flags.isEmpty())
        .ifPresent(flags -> remarks.add("flag " + Printable.of(String.join(", ", flags))));
    if (payload.repaired() > 0) {
      remarks.add(
          payload.repaired() == 1 ? "1 line repaired" : payload.repaired() + " lines repaired");
    }
    return String.join("; ", remarks);
  }

  private static String sum(Contents contents) {
    int logs = contents.jobs().size();
    List<PayloadContents> all =
        contents.jobs().stream().flatMap(job -> job.payloads().stream()).toList();
    long whole = all.stream().filter(PayloadContents::isWhole).count();
    return "inspected: %s, %s, %d damaged"
        .formatted(
            logs == 1 ? "1 log" : logs + " logs",
            whole == 1 ? "1 whole payload" : whole + " whole payloads",
            all.size() - whole);
  }
}
