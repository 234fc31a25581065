package io.github.logcov.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format of reports, on bytes that may be anything; {@link ReadReport} says what holds. */
class ReportFuzz {
  @MethodSource("lcovSeeds")
  @FuzzTest
  void lcov(byte[] content) throws Exception {
    ReadReport.as("lcov", content);
  }

  @MethodSource("coberturaSeeds")
  @FuzzTest
  void cobertura(byte[] content) throws Exception {
    ReadReport.as("cobertura", content);
  }

  @MethodSource("coveragepySeeds")
  @FuzzTest
  void coveragepy(byte[] content) throws Exception {
    ReadReport.as("coveragepy", content);
  }

  @MethodSource("coveragepyDataSeeds")
  @FuzzTest
  void coveragepyData(byte[] content) throws Exception {
    ReadReport.as("coveragepy-data", content);
  }

  @MethodSource("jacocoSeeds")
  @FuzzTest
  void jacoco(byte[] content) throws Exception {
    ReadReport.as("jacoco", content);
  }

  @MethodSource("jacocoExecSeeds")
  @FuzzTest
  void jacocoExec(byte[] content) throws Exception {
    ReadReport.as("jacoco-exec", content);
  }

  @MethodSource("gocoverSeeds")
  @FuzzTest
  void gocover(byte[] content) throws Exception {
    ReadReport.as("gocover", content);
  }

  @MethodSource("cloverSeeds")
  @FuzzTest
  void clover(byte[] content) throws Exception {
    ReadReport.as("clover", content);
  }

  @MethodSource("opencoverSeeds")
  @FuzzTest
  void opencover(byte[] content) throws Exception {
    ReadReport.as("opencover", content);
  }

  @MethodSource("simplecovSeeds")
  @FuzzTest
  void simplecov(byte[] content) throws Exception {
    ReadReport.as("simplecov", content);
  }

  @MethodSource("gcovrSeeds")
  @FuzzTest
  void gcovr(byte[] content) throws Exception {
    ReadReport.as("gcovr", content);
  }

  @MethodSource("llvmCovSeeds")
  @FuzzTest
  void llvmCov(byte[] content) throws Exception {
    ReadReport.as("llvm-cov", content);
  }

  @MethodSource("istanbulSeeds")
  @FuzzTest
  void istanbul(byte[] content) throws Exception {
    ReadReport.as("istanbul", content);
  }

  static Stream<byte[]> lcovSeeds() {
    return Seeds.of("reports/lcov", "info");
  }

  static Stream<byte[]> coberturaSeeds() {
    return Seeds.of("reports/cobertura", "xml");
  }

  static Stream<byte[]> coveragepySeeds() {
    return Seeds.of("reports/coveragepy", "json");
  }

  static Stream<byte[]> coveragepyDataSeeds() {
    return Seeds.of("reports/coveragepy-real", "coverage");
  }

  static Stream<byte[]> jacocoSeeds() {
    return Seeds.of("reports/jacoco", "xml");
  }

  static Stream<byte[]> jacocoExecSeeds() {
    return Seeds.of("reports/jacoco", "exec");
  }

  static Stream<byte[]> gocoverSeeds() {
    return Seeds.of("reports/gocover", "out");
  }

  static Stream<byte[]> cloverSeeds() {
    return Seeds.of("reports/clover", "xml");
  }

  static Stream<byte[]> opencoverSeeds() {
    return Seeds.of("reports/opencover", "xml");
  }

  static Stream<byte[]> simplecovSeeds() {
    return Seeds.of("reports/simplecov", "json");
  }

  static Stream<byte[]> gcovrSeeds() {
    return Seeds.of("reports/gcovr", "json");
  }

  static Stream<byte[]> llvmCovSeeds() {
    return Seeds.of("reports/llvmcov", "json");
  }

  static Stream<byte[]> istanbulSeeds() {
    return Seeds.of("reports/istanbul", "json");
  }
}
