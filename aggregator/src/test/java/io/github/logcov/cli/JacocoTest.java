package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Jobs that send JaCoCo's execution data, held against what jacococli says of the same files; a
 * library of Maven Central on JDK 17 and 25 (scripts/fixtures/jacoco-matrix).
 */
class JacocoTest {
  private static final String LIBRARY = "commons-cli-1.9.0.jar";

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void classes() {
    sandbox =
        new Sandbox(directory).file(LIBRARY, bytes(LIBRARY)).file("new17.jar", bytes("new17.jar"));
  }

  @Test
  void countsWhatJacococliCountsInTheMergedFile() {
    sandbox.job("8.1", exec("a")).job("8.2", exec("b")).job("8.3", exec("c"));

    Run run = sandbox.check("--classes", LIBRARY, "--json", "exec.json");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(total("exec.json", "line")).isEqualTo(counter("merged.xml", "LINE"));
    assertThat(total("exec.json", "branch")).isEqualTo(counter("merged.xml", "BRANCH"));
    assertThat(total("exec.json", "function")).isEqualTo(counter("merged.xml", "METHOD"));
    assertThat(files("exec.json")).isEqualTo(filesOfJacocosReport("merged.xml"));
  }

  /** More than any job alone, and more than the best of counts would give. */
  @Test
  void unitesBranchesThatDifferentJobsTook() {
    sandbox.job("8.1", exec("a")).job("8.2", exec("b")).job("8.3", exec("c"));

    sandbox.check("--classes", LIBRARY, "--json", "exec.json");

    assertThat(sandbox.read("exec.json")).doesNotContain("\"branchBounds\": {");
  }

  @Test
  void namesClassesThatAreOthersThanThoseItHas() {
    sandbox.job("8.1", exec("new17")).job("8.2", exec("new25"));

    Run run = sandbox.check("--classes", "new17.jar", "--json", "exec.json");

    assertThat(run.status()).isZero();
    assertThat(run.problems())
        .startsWith(
            "warning: job 8.2 > target/jacoco.exec: ran other classes than --classes names: class"
                + " \"org/apache/commons/cli/")
        .contains("and ")
        .endsWith(
            " more; what it ran of these does not count; emit jacoco.xml there as well, or test the"
                + " very class files that --classes names [classes-differ]\n")
        .doesNotContain("8.1");
    assertThat(total("exec.json", "line")).isEqualTo(counter("new.xml", "LINE"));
    assertThat(total("exec.json", "branch")).isEqualTo(counter("new.xml", "BRANCH"));
    assertThat(files("exec.json")).isEqualTo(filesOfJacocosReport("new.xml"));
  }

  /** The XML of the job tells what its classes ran; the lines are those of the same sources. */
  @Test
  void takesTheXmlOfTheSameJobForClassesThatAreOthers() {
    sandbox.job("8.1", exec("a")).job("8.2", exec("b")).job("8.3");
    Run same = sandbox.check("--classes", LIBRARY, "--optional-job", "8.3", "--json", "same.json");
    sandbox.job("8.1", exec("new17")).job("8.2", exec("new25"), xml("new25.xml"));

    Run run =
        sandbox.check("--classes", "new17.jar", "--optional-job", "8.3", "--json", "exec.json");

    assertThat(same.status()).isZero();
    assertThat(run.status()).isZero();
    assertThat(run.problems())
        .startsWith(
            "warning: job 8.2 > target/jacoco.exec: ran other classes than --classes names: ")
        .contains("; for these the job's jacoco.xml counts [classes-differ]\n")
        .doesNotContain("does not count");
    assertThat(total("exec.json", "line")).isEqualTo(total("same.json", "line"));
  }

  /** In whatever order they were printed. The counts of the XML would only widen the bounds. */
  @Test
  void takesNothingFromTheXmlForClassesThatAreTheSame() {
    sandbox
        .job("8.1", xml("new.xml"), exec("new17"))
        .job("8.2", exec("new17").flags("it"), xml("new.xml"));

    Run run = sandbox.check("--classes", "new17.jar", "--json", "exec.json");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(total("exec.json", "line")).isEqualTo(counter("new.xml", "LINE"));
    assertThat(total("exec.json", "branch")).isEqualTo(counter("new.xml", "BRANCH"));
    assertThat(files("exec.json")).isEqualTo(filesOfJacocosReport("new.xml"));
  }

  @Test
  void knowsEachBranchWhereClassesAreTheSame() {
    sandbox.job("8.1", exec("new17"), xml("new.xml")).job("8.2", xml("new.xml"), exec("new17"));

    sandbox.check("--classes", "new17.jar", "--json", "exec.json");

    assertThat(sandbox.read("exec.json")).doesNotContain("\"branchBounds\": {");
  }

  /** The XML of more runs than the data: nothing that it saw is lost. */
  @Test
  void takesFromTheXmlWhatTheDataDoNotHave() {
    sandbox.job("8.1", exec("a"), xml("merged.xml"));

    Run run = sandbox.check("--classes", LIBRARY, "--json", "exec.json");

    assertThat(run.err()).isEmpty();
    assertThat(total("exec.json", "line")).isEqualTo(counter("merged.xml", "LINE"));
    assertThat(total("exec.json", "branch")).isEqualTo(counter("merged.xml", "BRANCH"));
  }

  @Test
  void refusesExecutionDataWithoutClasses() {
    sandbox.job("8.1", exec("a")).job("8.2", exec("b"));

    Run run = sandbox.check("--json", "exec.json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.problems())
        .isEqualTo(
            "logcov check: job 8.1 > target/jacoco.exec (and 1 more): JaCoCo's execution data means nothing without the class files that ran; name the very files that the jobs tested, --classes target/classes (Gradle: --classes build/classes/java/main; or a jar), or emit target/site/jacoco/jacoco.xml in the jobs instead, which needs no --classes\n");
    assertThat(directory.resolve("exec.json")).doesNotExist();
  }

  @Test
  void wantsNoClassesForWhatAnOptionalJobSends() {
    sandbox.job("8.1", exec("a")).job("8.2", file("lcov.info", Reports.lcov("a.c", 1)));

    Run run = sandbox.check("--optional-job", "8.1");

    assertThat(run.status()).isZero();
    assertThat(run.problems())
        .startsWith("warning: job 8.1 > target/jacoco.exec: JaCoCo's execution data means nothing");
  }

  @Test
  void saysThatNothingFits() {
    sandbox.job("8.1", exec("a")).file("classes/code.class", codeClass());

    Run run = sandbox.check("--classes", "classes");

    assertThat(run.status()).isZero();
    assertThat(run.problems())
        .isEqualTo(
            "warning: job 8.1 > target/jacoco.exec: not one of the classes in it is in --classes,"
                + " so nothing of it counts; name the class files that this job tested"
                + " [report-odd]\n");
  }

  @Test
  void placesFilesBelowTheSources() {
    sandbox
        .job("8.1", exec("a"))
        .file("core/src/main/java/org/apache/commons/cli/Option.java", "")
        .file("tools/src/main/java/org/apache/commons/cli/Option.java", "");

    Run run =
        sandbox.check(
            "--classes",
            LIBRARY,
            "--root",
            ".",
            "--sources",
            "core/src/main/java",
            "--include",
            "**/Option.java",
            "--json",
            "exec.json");

    assertThat(run.status()).isZero();
    assertThat(sandbox.read("exec.json"))
        .contains("\"path\": \"core/src/main/java/org/apache/commons/cli/Option.java\"")
        .doesNotContain("path-ambiguous");
  }

  /** As {@code check} places them. */
  @Test
  void showsWhereTheFilesOfExecutionDataLie() {
    sandbox
        .job("8.1", exec("a"))
        .file("core/src/main/java/org/apache/commons/cli/Option.java", "")
        .file("tools/src/main/java/org/apache/commons/cli/Option.java", "");

    Run run =
        sandbox.run(
            "inspect",
            "--logs",
            "logs",
            "--paths",
            "--classes",
            LIBRARY,
            "--root",
            ".",
            "--sources",
            "core/src/main/java");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("core/src/main/java/org/apache/commons/cli/Option.java")
        .contains("source-root")
        .doesNotContain("means nothing without");
  }

  @Test
  void refusesClassesThatInspectCannotUse() {
    sandbox.job("8.1", exec("a"));

    Run missing = sandbox.run("inspect", "--logs", "logs", "--paths", "--classes", "nowhere");
    Run idle = sandbox.run("inspect", "--logs", "logs", "--classes", LIBRARY);

    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.problems())
        .isEqualTo(
            "logcov inspect: --classes: expected a folder of class files or a jar, but there is no nowhere; is it built, or carried into this stage?\n");
    assertThat(idle.status()).isEqualTo(2);
    assertThat(idle.problems())
        .isEqualTo(
            "logcov inspect: --root, --path-map, --classes and --sources say where source files lie, which only --paths shows: give it, or leave them out\n");
  }

  @Test
  void refusesClassesThatCannotBeUsed() {
    sandbox
        .job("8.1", exec("a"))
        .file("empty/readme.txt", "")
        .file("broken/A.class", "no class")
        .file("cut/code.class", Arrays.copyOf(codeClass(), 300))
        .file("cut.jar", Arrays.copyOf(bytes(LIBRARY), 20_000));

    assertThat(usage("--classes", "nowhere"))
        .isEqualTo(
            "logcov check: --classes: expected a folder of class files or a jar, but there is no"
                + " nowhere; is it built, or carried into this stage?\n");
    assertThat(usage("--classes", "empty"))
        .isEqualTo(
            "logcov check: --classes: expected class files, but there are none in empty; build"
                + " first, or name the folder that the compiler writes into\n");
    assertThat(usage("--classes", "broken"))
        .contains("A.class: a class file that JaCoCo can analyse was expected, but: ")
        .endsWith("; name the classes of this build, as the compiler wrote them\n");
    assertThat(usage("--classes", "cut"))
        .contains("code.class: a class file that JaCoCo can analyse was expected, but: ");
    assertThat(usage("--classes", "cut.jar"))
        .contains("cut.jar: a zip archive was expected, but: ");
    assertThat(usage("--classes", LIBRARY, "--classes", "new17.jar"))
        .contains(
            "new17.jar!",
            ": another class \"org/apache/commons/cli/",
            "; name the classes of one build only\n");
    assertThat(usage("--classes", LIBRARY, "--sources", "nowhere"))
        .isEqualTo(
            "logcov check: --sources: expected a folder of sources, but there is no nowhere\n");
  }

  private String usage(String... options) {
    Run run = sandbox.check(options);
    assertThat(run.status()).isEqualTo(2);
    return run.problems();
  }

  private static Emitted xml(String name) {
    return file("target/site/jacoco/jacoco.xml", bytes(name));
  }

  private static Emitted exec(String name) {
    return file("target/jacoco.exec", bytes(name + ".exec"));
  }

  private static byte[] codeClass() {
    return bytes("../real/classes/code.class");
  }

  /** {@code covered of total} of the whole report. */
  private static String counter(String report, String type) {
    String text = new String(bytes(report), StandardCharsets.UTF_8);
    Matcher counter =
        Pattern.compile("<counter type=\"" + type + "\" missed=\"(\\d+)\" covered=\"(\\d+)\"/>")
            .matcher(text.substring(text.lastIndexOf("</package>")));
    assertThat(counter.find()).isTrue();
    int missed = Integer.parseInt(counter.group(1));
    int covered = Integer.parseInt(counter.group(2));
    return covered + " of " + (covered + missed);
  }

  private String total(String json, String metric) {
    return ratio(Json.of(sandbox.read(json)).at("/totals/" + metric));
  }

  private static String ratio(JsonNode ratio) {
    return ratio.at("/covered").asInt() + " of " + ratio.at("/total").asInt();
  }

  /** Per file: path, lines, branches, missed lines. */
  private List<String> files(String json) {
    return Json.of(sandbox.read(json))
        .at("/files")
        .valueStream()
        .map(
            file ->
                "%s %s %s %s"
                    .formatted(
                        file.at("/path").asString(),
                        ratio(file.at("/line")),
                        ratio(file.at("/branch")),
                        file.at("/missedLines")))
        .toList();
  }

  private List<String> filesOfJacocosReport(String report) {
    Sandbox other = new Sandbox(directory.resolve("theirs"));
    other.job("8.1", file("jacoco.xml", bytes(report)));
    assertThat(other.check("--json", "xml.json").status()).isZero();
    try {
      Files.copy(directory.resolve("theirs/xml.json"), directory.resolve("xml.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files("xml.json");
  }

  private static byte[] bytes(String name) {
    String path = Path.of("/reports/jacoco/matrix/" + name).normalize().toString();
    try (InputStream in = JacocoTest.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
