package io.github.logcov.format.jacoco;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.model.ArmBounds;
import io.github.logcov.model.Coverage;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.LineCoverage;
import io.github.logcov.model.ProbedSource;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ILine;
import org.jacoco.core.analysis.ISourceNode;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import picocli.CommandLine;

/**
 * JaCoCo's own analysis of the union of two runs, and ours of each, united: on classes of several
 * compilers (javac of several versions, Kotlin's), with random probes.
 */
class FlowDifferentialTest {
  private static final int CLASSES = 150;
  private static final int RUNS = 4;

  /** Stands for a line, where lines are compared. */
  private static final int METHODS = 0;

  @ParameterizedTest
  @ValueSource(
      classes = {
        CommandLine.class,
        ClassReader.class,
        ArchiveEntry.class,
        okhttp3.OkHttpClient.class,
        kotlin.text.Regex.class,
        JaCoCoItself.class
      })
  void unitesAsJacocoDoes(Class<?> one) throws Exception {
    Random random = new Random(20_261_122);
    int compared = 0;

    for (byte[] file : classFiles(one == JaCoCoItself.class ? Analyzer.class : one)) {
      ClassFlow flow = ClassFlow.of(file).orElse(null);
      if (flow == null) {
        continue;
      }
      for (int run = 0; run < RUNS; run++) {
        // Once so many that they are not all worked out at once.
        List<BitSet> probes = new ArrayList<>();
        for (int i = 0; i < (run == 0 ? 2 * ProbedSource.RUNS + 2 : 2); i++) {
          probes.add(probes(flow.probes(), random));
        }
        BitSet all = new BitSet();
        probes.forEach(all::or);

        assertThat(united(flow, probes))
            .as("%s with %s", flow.name(), probes)
            .isEqualTo(jacoco(flow, file, all));
        compared++;
      }
    }

    assertThat(compared).isGreaterThan(100);
  }

  /** Stands for the library under test. */
  private static final class JaCoCoItself {}

  private static BitSet probes(int count, Random random) {
    BitSet probes = new BitSet();
    double share = random.nextDouble() * random.nextDouble();
    for (int i = 0; i < count; i++) {
      probes.set(i, random.nextDouble() < share);
    }
    return probes;
  }

  private static SortedMap<Integer, String> united(ClassFlow flow, List<BitSet> runs) {
    SourceFlow source = new SourceFlow(List.of(flow));
    SourcePath path = new SourcePath("a");
    FileFacts notRun = source.notRun(CoverageLimits.DEFAULT);
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    for (int i = 0; i < runs.size(); i++) {
      union.add(
          new Session("1." + i),
          path,
          notRun.inRun(source, Arrays.copyOf(runs.get(i).toLongArray(), source.noProbes().length)));
    }
    Coverage coverage = union.toCoverage();
    FileCoverage file = coverage.files().get(path);
    SortedMap<Integer, String> lines = new TreeMap<>();
    for (LineCoverage line : file.lineByLine()) {
      ArmBounds arms = line.branches().bounds();
      // JaCoCo keeps no line for code without line numbers.
      if (line.line() > 0) {
        lines.put(line.line(), text(line.hits() > 0, arms.lower(), arms.total()));
      }
    }
    lines.put(METHODS, file.functions().orElseThrow().toString());
    return lines;
  }

  private static SortedMap<Integer, String> jacoco(ClassFlow flow, byte[] file, BitSet probes)
      throws IOException {
    boolean[] executed = new boolean[flow.probes()];
    probes.stream().forEach(probe -> executed[probe] = true);
    ExecutionDataStore store = new ExecutionDataStore();
    store.put(new ExecutionData(flow.id(), flow.name(), executed));
    SortedMap<Integer, String> lines = new TreeMap<>();
    new Analyzer(
            store,
            coverage -> {
              ICounter methods = coverage.getMethodCounter();
              Ratio ran = new Ratio(methods.getCoveredCount(), methods.getTotalCount());
              lines.put(METHODS, ran.toString());
              for (int nr = coverage.getFirstLine(); nr <= coverage.getLastLine(); nr++) {
                ILine line = coverage.getLine(nr);
                if (nr != ISourceNode.UNKNOWN_LINE && line.getStatus() != ICounter.EMPTY) {
                  ICounter arms = line.getBranchCounter();
                  lines.put(
                      nr,
                      text(
                          line.getInstructionCounter().getCoveredCount() > 0,
                          arms.getCoveredCount(),
                          arms.getTotalCount()));
                }
              }
            })
        .analyzeClass(file, flow.name());
    return lines;
  }

  private static String text(boolean covered, long coveredArms, long arms) {
    return (covered ? "covered " : "missed ") + coveredArms + "/" + arms;
  }

  private static List<byte[]> classFiles(Class<?> one) throws IOException, URISyntaxException {
    Path jar = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<byte[]> files = new ArrayList<>();
    try (JarFile archive = new JarFile(jar.toFile())) {
      List<JarEntry> entries =
          archive.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
      int step = Math.max(1, entries.size() / CLASSES);
      for (int i = 0; i < entries.size(); i += step) {
        files.add(archive.getInputStream(entries.get(i)).readAllBytes());
      }
    }
    return files;
  }
}
