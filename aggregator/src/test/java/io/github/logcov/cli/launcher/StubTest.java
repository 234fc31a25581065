package io.github.logcov.cli.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.NeedsTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell stub in front of the jar: which Java it takes, and with which options. */
@NeedsTool({"sh", "readlink"})
class StubTest {
  @TempDir Path folder;

  private final Map<String, String> environment = new TreeMap<>();
  private Path stub;

  @BeforeEach
  void putTheStubWhereNoJavaIs() throws IOException {
    folder = folder.toRealPath();
    // Its own folders of Javas are moved here, or the Java of this machine would be found.
    String text =
        Files.readString(Path.of("../scripts/build/stub.sh"))
            .replace(" /usr/local/lib/jvm/*", " " + folder + "/jvm/*")
            .replace(" /usr/lib/jvm/*", " " + folder + "/usr-jvm/*")
            .replace("/usr/libexec/java_home", folder + "/no-java-home");
    stub = Files.writeString(folder.resolve("logcov"), text);
    Path bin = Files.createDirectory(folder.resolve("bin"));
    script(bin.resolve("readlink"), "exec " + inPath("readlink") + " \"$@\"");
    environment.put("PATH", bin.toString());
  }

  @Test
  void takesTheJavaNamedBeforeAllOthers() throws Exception {
    environment.put("JAVA_HOME", java("jdk-25", "25.0.1").toString());
    environment.put("LOGCOV_JAVA", java("jdk-17", "17.0.1").toString());

    assertThat(run()).isEqualTo(started("jdk-17"));
  }

  @Test
  void takesAJavaCommandNamed() throws Exception {
    environment.put("LOGCOV_JAVA", java("jdk-21", "21").resolve("bin/java").toString());

    assertThat(run()).isEqualTo(started("jdk-21"));
  }

  @Test
  void refusesAJavaNamedThatIsTooOld() throws Exception {
    Path old = java("jdk-11", "11.0.2");
    environment.put("LOGCOV_JAVA", old.toString());
    environment.put("JAVA_HOME", java("jdk-17", "17").toString());

    assertThat(run())
        .isEqualTo(
            "2: logcov needs Java 17 or newer, but LOGCOV_JAVA="
                + old
                + ": Java 11. Name a newer one there, or unset LOGCOV_JAVA to let logcov look for"
                + " one.\n");
  }

  @Test
  void refusesAJavaNamedThatIsNotThere() throws Exception {
    environment.put("LOGCOV_JAVA", folder + "/nowhere");

    assertThat(run())
        .isEqualTo(
            "2: logcov needs Java 17 or newer, but LOGCOV_JAVA="
                + folder
                + "/nowhere: no java there. Name a newer one there, or unset LOGCOV_JAVA to let"
                + " logcov look for one.\n");
  }

  @Test
  void passesByAnOldJavaHome() throws Exception {
    environment.put("JAVA_HOME", java("jdk8", "1.8.0_292").toString());
    linkInPath(java("jdk-17", "17.0.9"));

    assertThat(run()).isEqualTo(started("bin/java", "jdk-17"));
  }

  @Test
  void findsTheVersionBehindLinksOfThePath() throws Exception {
    linkInPath(java("jdk-11", "11.0.2"));
    java("jvm/jdk-17", "17.0.9");

    assertThat(run()).isEqualTo(started("jvm/jdk-17"));
  }

  @Test
  void asksNoOtherProgramWhereALinkIntoTheFolderOfJavasLeads() throws Exception {
    linkInPath(java("usr-jvm/jdk-11", "11.0.2"));
    Files.delete(folder.resolve("bin/readlink"));

    assertThat(run()).contains("\n  " + folder.resolve("bin/java") + ": Java 11\n");
  }

  @Test
  void findsTheVersionOfAJava8WithinItsJdk() throws Exception {
    java("jdk8", "1.8.0_292");
    Files.createDirectory(folder.resolve("jdk8/jre"));
    Files.move(folder.resolve("jdk8/bin"), folder.resolve("jdk8/jre/bin"));
    linkInPath(folder.resolve("jdk8/jre"));

    assertThat(run()).contains("\n  " + folder.resolve("bin/java") + ": Java 8\n");
  }

  @Test
  void takesAJavaWhoseVersionCannotBeTold() throws Exception {
    Path home = java("jdk", "17");
    Files.delete(home.resolve("release"));
    environment.put("JAVA_HOME", home.toString());

    assertThat(run()).isEqualTo(started("jdk"));
  }

  @Test
  void saysWhereItLookedWhenThereIsNone() throws Exception {
    Path old = java("jdk8", "1.8.0_292");
    environment.put("JAVA_HOME", old.toString());
    Path other = java("jvm/jdk-11", "11");

    assertThat(run())
        .isEqualTo(
            """
            2: logcov needs Java 17 or newer and found none. It looked at:
              JAVA_HOME=%s: Java 8
              PATH: no java
              %s: Java 11
              and all of /usr/local/lib/jvm, /usr/lib/jvm, /Library/Java/JavaVirtualMachines
            Install one (Debian and Ubuntu: apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@17; or
            https://adoptium.net), or name one that is there already: LOGCOV_JAVA=/path/to/its/home
            """
                .formatted(old, other));
  }

  /** What makes the second compiler wait, but for SHA-256; quoted, since there are commas. */
  private static final String TWICE =
      "'-XX:Tier4InvocationThreshold=150000|-XX:Tier4MinInvocationThreshold=18000|"
          + "-XX:Tier4CompileThreshold=450000|-XX:Tier4BackEdgeThreshold=1200000|"
          + "-XX:FreqInlineSize=70|-XX:CompileCommand=quiet|-XX:-C1UpdateMethodData|"
          + "-XX:CompileCommand=CompileThresholdScaling,sun.security.provider.DigestBase::implCompressMultiBlock0,0.001|"
          + "-XX:CompileCommand=CompileThresholdScaling,sun.security.provider.SHA2::implCompress,0.001'";

  @ParameterizedTest
  @CsvSource({
    "total 32768,-XX:TieredStopAtLevel=1",
    "total 32769," + TWICE,
    "32769 logs," + TWICE,
    "no number,-XX:TieredStopAtLevel=1"
  })
  void compilesASecondTimeForLargeLogsOnly(String listing, String flags) throws Exception {
    environment.put("LOGCOV_JAVA", java("jdk", "17").toString());
    script(folder.resolve("bin/ls"), "echo " + listing);
    script(folder.resolve("bin/uname"), "echo x86_64");

    assertThat(run("check", "--logs", folder.toString()))
        .isEqualTo(
            started("jdk")
                .replace("-XX:TieredStopAtLevel=1", flags + "|" + bootLoader())
                .replace("|\n", "|check|--logs|" + folder + "|\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "17, x86_64, true",
    "25, aarch64, true",
    "21, arm64, true",
    "26, x86_64, false",
    "17, s390x, false"
  })
  void leavesOutProfilesOfTheFirstCompilerWhereJavaIsKnownToTakeThatOption(
      String version, String processor, boolean given) throws Exception {
    environment.put("LOGCOV_JAVA", java("jdk", version).toString());
    script(folder.resolve("bin/ls"), "echo total 32769");
    script(folder.resolve("bin/uname"), "echo " + processor);

    assertThat(run("check", "--logs", folder.toString()).contains("-XX:-C1UpdateMethodData"))
        .isEqualTo(given);
  }

  @Test
  void splitsOptionsIntoWordsAndKeepsArgumentsWhole() throws Exception {
    environment.put("LOGCOV_JAVA", java("jdk", "17").toString());
    environment.put("LOGCOV_JAVA_OPTS", "-Xmx1g  -Da=*");

    assertThat(run("--job", "a b", "*", ""))
        .isEqualTo(
            started("jdk")
                .replace("|-cp|", "|-Xmx1g|-Da=*|-cp|")
                .replace("|\n", "|--job|a b|*||\n"));
  }

  @Test
  void leavesTheCollectorToWhoNamesOne() throws Exception {
    environment.put("LOGCOV_JAVA", java("jdk", "17").toString());
    environment.put("JDK_JAVA_OPTIONS", "-XX:+UseParallelGC");

    assertThat(run()).isEqualTo(started("jdk").replace("-XX:+UseSerialGC|", ""));
  }

  @Test
  void leavesTheCollectorToJavaForTheVersion() throws Exception {
    environment.put("LOGCOV_JAVA", java("jdk", "17").toString());

    assertThat(run("--version"))
        .isEqualTo(started("jdk").replace("-XX:+UseSerialGC|", "").replace("|\n", "|--version|\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "wait", "extract", "inspect"})
  void leavesTheLoadingToTheBootLoader(String command) throws Exception {
    environment.put("LOGCOV_JAVA", java("jdk", "17").toString());

    assertThat(run(command))
        .isEqualTo(
            started("jdk")
                .replace("|-cp|", "|" + bootLoader() + "|-cp|")
                .replace("|\n", "|" + command + "|\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "emit,",
    "init,",
    "--help,",
    "check,-javaagent:a.jar",
    "check,-agentlib:a",
    "check,-Xbootclasspath/a:b.jar"
  })
  void loadsAsUsualWhereTheBootLoaderWouldNotDo(String command, String options) throws Exception {
    environment.put("LOGCOV_JAVA", java("jdk", "17").toString());
    environment.put("LOGCOV_JAVA_OPTS", options == null ? "" : options);

    assertThat(run(command)).doesNotContain(bootLoader()).endsWith("|" + command + "|\n");
  }

  @Test
  void namesNoPathWithAColonAmongTheClasses() throws Exception {
    environment.put("LOGCOV_JAVA", java("jdk", "17").toString());
    stub = Files.move(stub, folder.resolve("a:b"));

    assertThat(run("check")).isEqualTo(startedAsJar("jdk").replace("|\n", "|check|\n"));
  }

  @Test
  void namesNoClassesWhereTheShellRewritesOptions() throws Exception {
    environment.put("LOGCOV_JAVA", java("jdk", "17").toString());
    environment.put("OS", "Windows_NT");

    assertThat(run("check")).isEqualTo(startedAsJar("jdk").replace("|\n", "|check|\n"));
  }

  @Test
  void passesTheExitStatusOn() throws Exception {
    Path home = java("jdk", "17");
    script(home.resolve("bin/java"), "exit 5");
    environment.put("LOGCOV_JAVA", home.toString());

    assertThat(run()).isEqualTo("5: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash", "busybox sh"})
  @NeedsTool({"dash", "bash", "busybox"})
  void runsUnderEveryShell(String shell) throws Exception {
    environment.put("JAVA_HOME", java("jdk8", "1.8.0_292").toString());
    linkInPath(java("jdk-17", "17.0.9"));
    List<String> command = new ArrayList<>(List.of(shell.split(" ")));
    command.set(0, inPath(command.get(0)).toString());

    assertThat(runBy(command)).isEqualTo(started("bin/java", "jdk-17"));
  }

  /** That of each stream is asked for by itself: standard output within a substitution is none. */
  @Test
  @NeedsTool("script")
  @EnabledOnOs(OS.LINUX)
  void tellsJavaHowWideTheTerminalIs() throws Exception {
    environment.put("LOGCOV_JAVA", java("jdk-17", "17").toString());
    script(folder.resolve("bin/stty"), "exec " + inPath("stty") + " \"$@\"");
    String shell = inPath("sh").toString();
    environment.put("SHELL", shell);

    String output =
        started(
            List.of(
                inPath("script").toString(),
                "-qec",
                "stty cols 133; exec " + shell + " '" + stub + "'",
                "/dev/null"));

    assertThat(output).contains("|-Dlogcov.screen=133|-Dlogcov.terminal=133|");
  }

  /** A home whose java prints itself and its arguments; with the release file of a JDK. */
  private Path java(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/java"), "printf '%s|' \"$0\" \"$@\"\necho");
    return home;
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /**
   * As Debian does: /usr/bin/java -> /etc/alternatives/java -> the JDK's, the first one relative.
   */
  private void linkInPath(Path home) throws IOException {
    Path alternatives = Files.createDirectory(folder.resolve("alternatives"));
    Files.createSymbolicLink(alternatives.resolve("java"), home.resolve("bin/java"));
    Files.createSymbolicLink(folder.resolve("bin/java"), Path.of("../alternatives/java"));
  }

  private String started(String home) {
    return started(home + "/bin/java", home);
  }

  private String started(String java, String home) {
    assertThat(folder.resolve(home)).isDirectory();
    return "0: "
        + folder.resolve(java)
        + "|-XX:+UseSerialGC|-XX:TieredStopAtLevel=1|"
        + classPath()
        + "|\n";
  }

  private String startedAsJar(String home) {
    return started(home).replace(classPath(), "-jar|" + stub);
  }

  private String classPath() {
    return "-cp|" + stub + "|" + Launcher.class.getName();
  }

  private String bootLoader() {
    return "-Xbootclasspath/a:" + stub;
  }

  private String run(String... arguments) throws Exception {
    return runBy(List.of(inPath("sh").toString()), arguments);
  }

  /** Exit status and output, such as {@code 0: text}. */
  private String runBy(List<String> shell, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(shell);
    command.add(stub.toString());
    command.addAll(List.of(arguments));
    return started(command);
  }

  private String started(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() + ": " + output;
  }

  private static Path inPath(String tool) {
    for (String place : System.getenv("PATH").split(":")) {
      Path file = Path.of(place, tool);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new IllegalStateException(tool + " is not in PATH");
  }
}
