package io.github.logcov;

import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages are what docs/architecture.puml draws. */
class PackageArchitectureTest {
  /** Drawn, and allowed to have no class as yet, such as {@code "format.jacoco"}. */
  private static final Set<String> AWAITED = Set.of();

  private static final String ROOT = "io.github.logcov";
  private static final Path DIAGRAM = Path.of("../docs/architecture.puml");

  /**
   * Takes bytes and streams and returns values: everything but log, checkout, cli and the encoder's
   * program.
   */
  private static final String[] CORE = {
    ROOT + ".problem",
    ROOT + ".model..",
    ROOT + ".glob",
    ROOT + ".frame",
    ROOT + ".payload..",
    ROOT + ".format..",
    ROOT + ".after",
    ROOT + ".setup",
    ROOT + ".source..",
    ROOT + ".verdict..",
    ROOT + ".collect..",
    ROOT + ".aggregate..",
    ROOT + ".jobvalue..",
    ROOT + ".extract..",
    ROOT + ".inspect..",
    ROOT + ".summary.."
  };

  private static final SliceAssignment ONE_PER_PACKAGE =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass each) {
          return SliceIdentifier.of(each.getPackageName());
        }

        @Override
        public String getDescription() {
          return "packages";
        }
      };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void drawsEveryPackageAndNoOther() throws IOException {
    Set<String> drawn =
        Pattern.compile("<<([a-z0-9.]+)>>")
            .matcher(Files.readString(DIAGRAM))
            .results()
            .map(component -> component.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> present = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      if (!each.getSimpleName().equals("package-info")) {
        present.add(each.getPackageName());
      }
    }

    AWAITED.forEach(name -> present.add(ROOT + "." + name));
    assertThat(present).as("packages with classes, against %s", DIAGRAM).isEqualTo(drawn);
  }

  @Test
  void pointsNoArrowThatIsNotDrawn() throws MalformedURLException {
    URL diagram = DIAGRAM.toUri().toURL();
    ArchRuleDefinition.classes()
        .should(adhereToPlantUmlDiagram(diagram, consideringOnlyDependenciesInDiagram()))
        .check(CLASSES);
  }

  @Test
  void hasNoCycle() {
    SlicesRuleDefinition.slices()
        .assignedFrom(ONE_PER_PACKAGE)
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void keepsTheCoreFromFilesNetworkAndClock() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.io\\.(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile|Console)")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.net\\.(?!URI$|URISyntaxException$).*")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.channels..", "java.net.http..", "java.util.logging..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.System$Logger")
        .orShould()
        .callMethodWhere(readsTheWorld())
        .check(CLASSES);
  }

  @Test
  void letsNobodyKnowTheCommandLine() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".cli..")
        .check(CLASSES);
  }

  @Test
  void letsOnlyTheProgramsPrintAndExit() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".encoder", ROOT + ".fixtures.travis")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethodWhere(exits())
        .check(CLASSES);
  }

  @Test
  void keepsJaxbInTheOneFormatThatBinds() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".format.cobertura")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.xml.bind..", "org.glassfish.jaxb..")
        .check(CLASSES);
  }

  @Test
  void keepsHttpInTheOnePackageThatAsks() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".log.travis")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("retrofit2..", "okhttp3..", "java.net.http..")
        .check(CLASSES);
  }

  /** Each call is one attempt; whoever waits and repeats has a clock that tests can set. */
  @Test
  void keepsTheClockFromWhatAsks() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(ROOT + ".log.travis")
        .should()
        .callMethodWhere(readsTheWorld())
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaMethodCall> readsTheWorld() {
    return DescribedPredicate.describe(
        "reads clock or environment",
        call -> {
          String owner = call.getTargetOwner().getFullName();
          String name = call.getName();
          return owner.equals("java.lang.System")
                  && Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty").contains(name)
              || owner.equals("java.time.Clock") && name.startsWith("system")
              || owner.startsWith("java.time.")
                  && name.equals("now")
                  && call.getTarget().getRawParameterTypes().isEmpty();
        });
  }

  private static DescribedPredicate<JavaMethodCall> exits() {
    return DescribedPredicate.describe(
        "ends the program or prints a stack trace",
        call -> {
          String owner = call.getTargetOwner().getFullName();
          String name = call.getName();
          return owner.equals("java.lang.System") && name.equals("exit")
              || owner.equals("java.lang.Runtime") && Set.of("exit", "halt").contains(name)
              || name.equals("printStackTrace")
                  && call.getTarget().getRawParameterTypes().isEmpty();
        });
  }
}
