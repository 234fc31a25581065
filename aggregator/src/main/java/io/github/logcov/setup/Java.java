package io.github.logcov.setup;

import java.util.List;
import java.util.Optional;

/** Java and its kin, measured by JaCoCo, which writes jacoco.xml. */
final class Java {
  private static final String PLUGIN = "org.jacoco:jacoco-maven-plugin:0.8.16:";

  private Java() {}

  static Optional<ProjectKind> maven(ProjectFiles files) {
    List<String> advice =
        files.text("pom.xml").contains("jacoco-maven-plugin")
            ? List.of(
                "Its jacoco-maven-plugin must run the goals prepare-agent and report:",
                "    script: mvn -B verify")
            : List.of(
                "Measure with JaCoCo:",
                "    script: mvn -B " + PLUGIN + "prepare-agent verify",
                "      " + PLUGIN + "report");
    return ProjectKinds.first(files, "pom.xml")
        .map(
            file ->
                new ProjectKind(
                    "Maven",
                    file,
                    advice,
                    List.of("sh logcov-emit.sh '**/target/site/jacoco/jacoco.xml'")));
  }

  static Optional<ProjectKind> gradle(ProjectFiles files) {
    return ProjectKinds.first(files, "build.gradle.kts", "build.gradle")
        .map(
            file -> {
              boolean kotlin = file.endsWith(".kts");
              return new ProjectKind(
                  "Gradle",
                  file,
                  List.of(
                      "In each module's " + file + ":",
                      "    plugins { " + (kotlin ? "jacoco" : "id 'jacoco'") + " }",
                      "    tasks."
                          + (kotlin ? "jacocoTestReport" : "named('jacocoTestReport')")
                          + " { reports { xml.required = true } }",
                      "Then:",
                      "    script: ./gradlew test jacocoTestReport"),
                  List.of("sh logcov-emit.sh '**/build/reports/jacoco/test/jacocoTestReport.xml'"));
            });
  }
}
