package io.github.logcov.format.jacoco;

import io.github.logcov.format.Bound;
import io.github.logcov.format.Excerpt;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.OptionMissingException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.LimitExceededException;
import io.github.logcov.model.PathNaming;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JaCoCo's execution data ({@code jacoco.exec}), held against the class files of the build.
 *
 * <p>Specification: {@code ExecutionDataWriter} and {@code ExecutionDataReader} of <a
 * href="https://github.com/jacoco/jacoco/tree/master/org.jacoco.core/src/org/jacoco/core/data">org.jacoco.core</a>,
 * version 0x1007. Producers seen: JaCoCo's agent, its Maven plugin, its command line, Gradle. The
 * file is a list of blocks; sessions and repeated headers, which JaCoCo leaves when it appends, are
 * passed over.
 *
 * <p>Carried: per class, by the CRC-64 of its bytes, one bit for each probe, which is an edge of
 * its control flow. What a probe means for lines and branches only the class file says, so classes
 * come through the constructor. A line is covered when one of its instructions was executed, so
 * hits are 1 or 0; each branch has an identity (its class, and its number on the line), so unions
 * are exact as those of probes are. A method is covered when one of its instructions was, and known
 * by class, name and types, as in the XML report. Lines and branches of a class that did not run
 * are missed.
 *
 * <p>Ignored: classes that are not among those files (tests, libraries). What Kotlin inlines
 * elsewhere does not count for the line where it was written.
 */
public final class JacocoExecFormat implements ReportFormat {
  /** The word for it. */
  static final String NAME = "jacoco-exec";

  private final FormatLimits limits;
  private final ClassFiles classes;
  private final List<String> sourceRoots;

  /** {@link #notRun()}, once somebody asked; which of two threads made it makes no difference. */
  private volatile @Nullable SortedMap<String, FileFacts> notRun;

  /**
   * With the bounds a report has to keep.
   *
   * @param classes what execution data is held against; without any, reading asks for them
   * @param sourceRoots folders of the repository below which packages lie; may be empty
   */
  public JacocoExecFormat(FormatLimits limits, ClassFiles classes, List<String> sourceRoots) {
    this.limits = limits;
    this.classes = classes;
    this.sourceRoots = List.copyOf(sourceRoots);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** By block type and number of the header; its version is the reader's to complain about. */
  @Override
  public boolean recognises(ReportFile file) {
    byte[] head = file.head();
    return head.length >= 3 && head[0] == 0x01 && head[1] == (byte) 0xc0 && head[2] == (byte) 0xc0;
  }

  @Override
  public Report read(ReportFile file) throws MalformedReportException, IOException {
    ExecReader exec = new ExecReader(file.content(), classes);
    exec.read();
    if (classes.isEmpty()) {
      throw new MalformedReportException(
          "",
          "JaCoCo's execution data means nothing without the class files that ran; name the very"
              + " files that the jobs tested, --classes target/classes (Gradle: --classes"
              + " build/classes/java/main; or a jar), or emit target/site/jacoco/jacoco.xml in the"
              + " jobs instead, which needs no --classes",
          new OptionMissingException("--classes"));
    }
    SortedMap<String, FileFacts> files = new TreeMap<>(notRun());
    int number = 0;
    for (Map.Entry<String, FileFacts> source : files.entrySet()) {
      long[] executed = exec.executed().of(number);
      source.setValue(source.getValue().inRun(classes.source(number), executed));
      number++;
    }
    // The classes are those of all modules, wherever the data lies.
    return new Report(sourceRoots, files, warnings(exec), unread(exec), PathNaming.PACKAGES);
  }

  /** What all reports have in common: all source files, as if nothing of them ran. */
  private SortedMap<String, FileFacts> notRun() throws MalformedReportException {
    SortedMap<String, FileFacts> made = notRun;
    if (made == null) {
      made = new TreeMap<>();
      long units = 0;
      for (Map.Entry<String, SourceFlow> source : classes.sources().entrySet()) {
        try {
          FileFacts facts = source.getValue().notRun(limits.coverage());
          units += facts.units();
          limits.coverage().checkUnits(units);
          made.put(source.getKey(), facts);
        } catch (LimitExceededException e) {
          throw Bound.in(source.getKey(), e);
        }
      }
      notRun = made;
    }
    return made;
  }

  private List<Report.Warning> warnings(ExecReader exec) {
    Warnings warnings = new Warnings();
    if (exec.executed().isEmpty() && exec.foreign().isEmpty()) {
      warnings.add(
          "none",
          "",
          "not one of the classes in it is in --classes, so nothing of it counts; name the class"
              + " files that this job tested");
    }
    if (classes.withoutSource() > 0) {
      warnings.add(
          "source",
          "",
          "%d classes of --classes do not say which source file they come from and are left out; compile them with -g"
              .formatted(classes.withoutSource()));
    }
    return warnings.list();
  }

  private List<Report.Unread> unread(ExecReader exec) {
    List<Report.Unread> unread = new ArrayList<>();
    exec.foreign()
        .forEach(
            (name, difference) ->
                unread.add(
                    new Report.Unread(
                        Objects.requireNonNull(classes.byName(name)).path().orElse(""),
                        "class " + Excerpt.of(name) + " (" + difference + ")")));
    return unread;
  }
}
