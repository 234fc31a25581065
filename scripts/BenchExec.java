import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IBundleCoverage;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.ExecutionDataWriter;
import org.jacoco.core.data.SessionInfo;
import org.jacoco.core.internal.data.CRC64;
import org.jacoco.core.internal.flow.ClassProbesAdapter;
import org.jacoco.core.internal.flow.ClassProbesVisitor;
import org.jacoco.core.internal.flow.MethodProbesVisitor;
import org.jacoco.core.internal.instr.InstrSupport;

/**
 * Execution data of many jobs for {@code scripts/bench}, and the classes they are of.
 *
 * <p>{@code java -cp aggregator/target/logcov.jar scripts/BenchExec.java DIR JOBS CLASSES}: puts so many classes of this JDK's
 * {@code java.base}, those with code and spread over all packages, into {@code DIR/classes.jar}, and for each job {@code N} what JaCoCo's
 * agent would leave into {@code DIR/N.exec}. A job loads two thirds of the classes and runs some neighbouring probes of each,
 * others than the next job. {@code DIR/truth.json} has the covered and total lines and branches of the union, as JaCoCo's own analysis
 * tells them.
 */
final class BenchExec {
  /** A class with code, as JaCoCo knows it. */
  private record Measured(long id, String name, int probes, byte[] bytes) {}

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    int jobs = Integer.parseInt(args[1]);
    List<Measured> classes = classes(Integer.parseInt(args[2]));
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(directory.resolve("classes.jar")))) {
      for (Measured each : classes) {
        ZipEntry entry = new ZipEntry(each.name + ".class");
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(each.bytes);
      }
    }
    IntStream.rangeClosed(1, jobs).parallel().forEach(job -> write(directory, job, classes));
    ExecutionDataStore union = new ExecutionDataStore();
    for (int job = 1; job <= jobs; job++) {
      run(job, classes).forEach(union::put);
    }
    Files.writeString(directory.resolve("truth.json"), truth(union, classes), StandardCharsets.US_ASCII);
  }

  private static List<Measured> classes(int count) throws IOException {
    List<Measured> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        Measured measured = measured(Files.readAllBytes(file));
        if (measured.probes > 0) {
          all.add(measured);
        }
      }
    }
    if (all.size() < count) {
      throw new IllegalArgumentException("java.base has only " + all.size() + " classes with code");
    }
    return IntStream.range(0, count).mapToObj(index -> all.get((int) ((long) index * all.size() / count))).toList();
  }

  private static Measured measured(byte[] bytes) {
    Probes probes = new Probes();
    var reader = InstrSupport.classReaderFor(bytes);
    reader.accept(new ClassProbesAdapter(probes, false), 0);
    return new Measured(CRC64.classId(bytes), reader.getClassName(), probes.total, bytes);
  }

  /** Counts the probes of a class. */
  private static final class Probes extends ClassProbesVisitor {
    private int total;

    @Override
    public MethodProbesVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
      return null;
    }

    @Override
    public void visitTotalProbeCount(int count) {
      total = count;
    }
  }

  private static List<ExecutionData> run(int job, List<Measured> classes) {
    SplittableRandom random = new SplittableRandom(job);
    List<ExecutionData> found = new ArrayList<>();
    for (Measured each : classes) {
      if (random.nextInt(3) == 0) {
        continue;
      }
      boolean[] probes = new boolean[each.probes];
      for (int at = 0; at < probes.length; ) {
        int next = Math.min(probes.length, at + random.nextInt(1, 12));
        boolean ran = random.nextInt(3) == 0;
        for (; at < next; at++) {
          probes[at] = ran && random.nextInt(8) > 0;
        }
      }
      found.add(new ExecutionData(each.id, each.name, probes));
    }
    return found;
  }

  private static void write(Path directory, int job, List<Measured> classes) {
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(directory.resolve(job + ".exec")))) {
      ExecutionDataWriter writer = new ExecutionDataWriter(file);
      long start = 1_795_219_200_000L + job * 60_000L;
      writer.visitSessionInfo(new SessionInfo("worker-" + job, start, start + 50_000));
      run(job, classes).forEach(writer::visitClassExecution);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String truth(ExecutionDataStore union, List<Measured> classes) throws IOException {
    CoverageBuilder builder = new CoverageBuilder();
    Analyzer analyzer = new Analyzer(union, builder);
    for (Measured each : classes) {
      analyzer.analyzeClass(each.bytes, each.name);
    }
    IBundleCoverage bundle = builder.getBundle("bench");
    return "{\"line\": [%d, %d], \"branch\": [%d, %d]}"
        .formatted(
            bundle.getLineCounter().getCoveredCount(),
            bundle.getLineCounter().getTotalCount(),
            bundle.getBranchCounter().getCoveredCount(),
            bundle.getBranchCounter().getTotalCount());
  }
}
