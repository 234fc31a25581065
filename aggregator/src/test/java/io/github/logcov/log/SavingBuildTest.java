package io.github.logcov.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingBuildTest {
  private static final Job ONE = Job.ofNumber("8112.1");
  private static final Job TWO = Job.ofNumber("8112.2");

  @TempDir private Path folder;
  private final Map<String, InputStream> logs = new HashMap<>();

  @Test
  void keepsEachLogAsItWasReadAtLast() throws Exception {
    SavingBuild build = saving(folder.resolve("new/saved"));

    assertThat(read(build, ONE, "first")).isEqualTo("first");
    assertThat(read(build, ONE, "first and second")).isEqualTo("first and second");
    build.describe(new BuildFile(BuildInfo.UNKNOWN, List.of(ONE), List.of()));

    assertThat(files("new/saved")).containsExactly("8112.1.log", "build.json");
    assertThat(folder.resolve("new/saved/8112.1.log")).hasContent("first and second");
    assertThat(build.has(ONE)).isTrue();
    assertThat(build.has(TWO)).isFalse();
    assertThat(build.fault()).isEmpty();
  }

  @Test
  void keepsWhatWasWholeBeforeWhenALaterReadIsCut() throws Exception {
    SavingBuild build = saving(folder.resolve("saved"));
    read(build, ONE, "whole");

    logs.put(ONE.number(), new SequenceInputStream(stream("cut"), new Reset()));
    assertThatThrownBy(() -> build.openLog(ONE).transferTo(java.io.OutputStream.nullOutputStream()))
        .hasMessage("reset");
    logs.put(ONE.number(), stream("given up"));
    build.openLog(ONE).close();

    assertThat(folder.resolve("saved/8112.1.log")).hasContent("whole");
  }

  @Test
  void forgetsALogThatIsGone() throws Exception {
    SavingBuild build = saving(folder.resolve("saved"));
    read(build, ONE, "of the first run");
    read(build, TWO, "whole");

    assertThatThrownBy(() -> build.openLog(ONE)).isInstanceOf(LogAbsentException.class);
    build.forget(TWO);

    assertThat(files("saved")).isEmpty();
  }

  @Test
  void replacesAnEarlierRunAndNothingElse() throws Exception {
    Path saved = Files.createDirectory(folder.resolve("saved"));
    describe(saved, ONE, TWO);
    Files.writeString(saved.resolve("8112.1.log"), "old");
    Files.writeString(saved.resolve(".8111.1.7.part"), "left by somebody who was killed");
    Files.writeString(saved.resolve("notes.md"), "mine");
    Files.createDirectory(saved.resolve("carried"));

    saving(saved);

    assertThat(files("saved")).containsExactly("carried", "notes.md");
  }

  @Test
  void refusesADirectoryWithALogThatAnEarlierRunDoesNotName() throws Exception {
    Path saved = Files.createDirectory(folder.resolve("saved"));
    describe(saved, ONE);
    Files.writeString(saved.resolve("8112.1.log"), "old");
    Files.writeString(saved.resolve("valgrind.log"), "not ours to delete");

    assertThatThrownBy(() -> saving(saved))
        .isInstanceOf(LogSourceException.class)
        .hasMessage(
            saved
                + ": expected an empty directory, a new one, or one that was saved before, but it"
                + " has valgrind.log, which its build.json does not name and --logs would read;"
                + " name another");
    assertThat(files("saved")).containsExactly("8112.1.log", "build.json", "valgrind.log");
  }

  @Test
  void goesOnWhereARunWasKilledBeforeItDescribedItsJobs() throws Exception {
    Path saved = Files.createDirectory(folder.resolve("saved"));
    Files.writeString(saved.resolve(".build.1.part"), "half");

    saving(saved);

    assertThat(files("saved")).isEmpty();
  }

  @Test
  void saysWhyNothingIsKeptWhereNoDirectoryCanBeMade() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");

    SavingBuild build = saving(file.resolve("saved"));

    assertThat(read(build, ONE, "read all the same")).isEqualTo("read all the same");
    assertThat(build.fault())
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.isError()).isTrue();
              assertThat(problem.type()).isEqualTo(ProblemType.LOGS_UNWRITABLE);
              assertThat(problem.message())
                  .startsWith("the logs cannot be saved in " + file.resolve("saved") + ": ")
                  .endsWith("; name a directory that can be written");
            });
  }

  private static void describe(Path saved, Job... jobs) throws IOException {
    try (OutputStream out = Files.newOutputStream(saved.resolve("build.json"))) {
      new BuildFile(BuildInfo.UNKNOWN, List.of(jobs), List.of()).write(out);
    }
  }

  @Test
  void refusesADirectoryThatHoldsSomethingElse() throws Exception {
    Files.writeString(folder.resolve("8111.1.log"), "not ours to delete");

    assertThatThrownBy(() -> saving(folder))
        .isInstanceOf(LogSourceException.class)
        .hasMessage(
            folder
                + ": expected an empty directory, a new one, or one that was saved before, but it"
                + " has other files, such as 8111.1.log; name another");
    assertThatThrownBy(() -> saving(folder.resolve("8111.1.log")))
        .hasMessage(
            folder.resolve("8111.1.log")
                + ": expected an empty directory, a new one, or one that was saved before, but it"
                + " is none; name another");
  }

  @Test
  void readsOnWhenTheDirectoryCannotBeWritten() throws Exception {
    Path saved = folder.resolve("saved");
    SavingBuild build = saving(saved);
    Files.delete(saved);

    assertThat(read(build, ONE, "read all the same")).isEqualTo("read all the same");

    assertThat(build.fault())
        .contains(
            Problem.error(
                ProblemType.LOGS_UNWRITABLE,
                Origin.NOWHERE,
                "the logs cannot be saved in "
                    + saved
                    + ": it is gone, or cannot be made there; name a directory that can be written"));
  }

  private SavingBuild saving(Path directory) throws LogSourceException {
    return SavingBuild.of(new Scripted(), directory, UnaryOperator.identity());
  }

  private String read(LiveBuild build, Job job, String text) throws Exception {
    logs.put(job.number(), stream(text));
    try (InputStream in = build.openLog(job)) {
      return new String(in.readAllBytes(), UTF_8);
    } finally {
      logs.remove(job.number());
    }
  }

  private List<String> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** A connection that breaks. */
  private static final class Reset extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("reset");
    }
  }

  private final class Scripted implements LiveBuild {
    @Override
    public Siblings siblings() {
      return new Siblings(BuildInfo.UNKNOWN, List.of(), List.of());
    }

    @Override
    public InputStream openLog(Job job) throws LogAbsentException {
      return Optional.ofNullable(logs.get(job.number()))
          .orElseThrow(() -> new LogAbsentException(false, "is empty"));
    }

    @Override
    public void close() {}
  }
}
