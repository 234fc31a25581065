package io.github.logcov.format.jacoco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.OptionMissingException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.model.FileFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class JacocoExecFormatTest {
  private static final byte[] A = resource("code-a.exec");
  private static final byte[] B = resource("code-b.exec");
  private static final byte[] CLASS = resource("classes/code.class");

  /** {@code kind(12)} and {@code kind(1)}; what jacococli says of it stands in code.xml. */
  private static final String FACTS_OF_A =
      "5:1 6:1 8:1 9:0 10:1 11:0 16:1 17:1 19:1 5[code,0]:1 5[code,1]:1 5[code,2]:1 5[code,3]:0"
          + " 8[code,0]:0 8[code,1]:0 8[code,2]:1 16[code,0]:1 16[code,1]:1"
          + " @5{code.kind(I)Ljava/lang/String;}:1 @16{code.main([Ljava/lang/String;)V}:1";

  @Test
  void givesLinesAndBranchesWithNames() throws Exception {
    Report report = read(A);

    assertThat(report.files()).hasSize(1).containsKey("code.java");
    assertThat(report.files().get("code.java")).hasToString(FACTS_OF_A);
    assertThat(report.warnings()).isEmpty();
    assertThat(report.unread()).isEmpty();
  }

  /** JaCoCo appends, header and all; so does cat. */
  @Test
  void readsWhatWasAppended() throws Exception {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(A);
    both.writeBytes(B);

    assertThat(read(both.toByteArray()).files().get("code.java").toString())
        .startsWith("5:1 6:1 8:1 9:1 10:1 11:1 16:1 17:1 19:1 ")
        .doesNotContain(":0");
  }

  /** Blocks have no end but their own, so between two of them nothing is missing. */
  @Test
  void noticesACutInsideOfABlock() throws Exception {
    Set<Integer> whole = new TreeSet<>();
    for (int length = 1; length < A.length; length++) {
      try {
        read(Arrays.copyOf(A, length));
        whole.add(length);
      } catch (MalformedReportException e) {
        assertThat(e.getMessage()).endsWith("the file ends after " + length + " bytes");
      }
    }

    // Behind the header, and behind the session.
    assertThat(whole).hasSize(2).contains(5);
  }

  @Test
  void refusesAnotherVersion() {
    byte[] old = A.clone();
    old[4] = 6;

    assertThatThrownBy(() -> read(old))
        .isInstanceOf(MalformedReportException.class)
        .hasMessage(
            "version 0x1007 of execution data was expected (JaCoCo 0.7.5 and later), but was"
                + " 0x1006; measure with a JaCoCo of that version, or emit its jacoco.xml instead");
  }

  @Test
  void refusesABlockThatNobodyKnows() {
    byte[] more = Arrays.copyOf(A, A.length + 1);
    more[A.length] = 0x12;

    assertThatThrownBy(() -> read(more))
        .hasMessage("a block of type 0x1, 0x10 or 0x11 was expected, but was 0x12")
        .satisfies(
            e -> assertThat(((MalformedReportException) e).place()).isEqualTo("byte " + A.length));
  }

  /** Two billion probes of a class that nobody asked for are no room. */
  @Test
  void believesNoNumberOfProbes() throws Exception {
    assertThatThrownBy(() -> read(data(1, "x", 0xff, 0xff, 0xff, 0xff, 0x07)))
        .hasMessageMatching("the block goes on, but the file ends after \\d+ bytes");
    assertThatThrownBy(() -> read(data(1, "x", 0xff, 0xff, 0xff, 0xff, 0x08)))
        .hasMessage("a number of probes up to 2147483647 was expected, but it is larger");
    assertThatThrownBy(() -> read(data(1, "x", 0xff, 0xff, 0xff, 0xff, 0xff, 0x01)))
        .hasMessage("a number of probes up to 2147483647 was expected, but it is larger");
  }

  @Test
  void passesOverClassesThatItDoesNotHave() throws Exception {
    Report report = read(data(1, "com/foo/ATest", 3, 0x07));

    assertThat(report.unread()).isEmpty();
    assertThat(report.files().get("code.java").toString()).startsWith("5:0 6:0 ");
  }

  @Test
  void namesAClassOfAnotherId() throws Exception {
    assertThat(read(data(1, "code", 3, 0x07)).unread())
        .containsExactly(
            new Report.Unread(
                "code.java",
                "class \"code\" (id 0000000000000001, in --classes %016x)".formatted(id())));
  }

  @Test
  void namesAClassOfOtherProbes() throws Exception {
    assertThat(read(data(id(), "code", 3, 0x07)).unread())
        .containsExactly(
            new Report.Unread("code.java", "class \"code\" (3 probes, where this JaCoCo puts 12)"));
  }

  @Test
  void refusesAClassOfAnotherName() {
    assertThatThrownBy(() -> read(data(id(), "other", 3, 0x07)))
        .hasMessage(
            "class %016x was expected to be \"code\", as in --classes, but is \"other\""
                .formatted(id()));
  }

  @Test
  void refusesANameThatIsNoText() {
    byte[] damaged = data(1, "xx", 0);
    damaged[5 + 1 + 8 + 2] = (byte) 0xff;

    assertThatThrownBy(() -> read(damaged))
        .hasMessage(
            "wrong encoding: a text in modified UTF-8 was expected, but these bytes are not");
  }

  @Test
  void passesOverBitsBehindTheLastProbe() throws Exception {
    assertThat(read(data(id(), "code", 12, 0x01, 0xf0)).files())
        .isEqualTo(read(data(id(), "code", 12, 0x01, 0x00)).files());
    assertThat(read(data(id(), "code", 12, 0x01, 0x08)).files())
        .isNotEqualTo(read(data(id(), "code", 12, 0x01, 0x00)).files());
  }

  /** Modified UTF-8 may take two bytes for a letter, though JaCoCo does not. */
  @Test
  void takesAKnownNameHoweverItIsEncoded() throws Exception {
    byte[] usual = data(id(), "code", 12, 0xff, 0x0f);
    ByteArrayOutputStream longer = new ByteArrayOutputStream();
    int name = 5 + 1 + 8 + 2;
    longer.write(usual, 0, name - 1);
    longer.writeBytes(new byte[] {5, (byte) 0xc1, (byte) 0xa3});
    longer.write(usual, name + 1, usual.length - name - 1);

    assertThat(read(longer.toByteArray()).files()).isEqualTo(read(usual).files());
  }

  @Test
  void knowsClassesWhoseNamesAreNotPlain() throws Exception {
    for (String name : List.of("\u00dcbung", "\u4e2d", "a\0b")) {
      byte[] file = renamed(name);

      assertThat(read(data(idOf(file), name, 12, 0xff, 0x0f), file).toString())
          .startsWith("5:1 6:1 ");
    }
  }

  /** No compiler writes these 40,000 bytes 0, which JaCoCo would have to write as 80,000. */
  @Test
  void takesANameThatExecutionDataCannotWrite() throws Exception {
    byte[] file = renamed("x".repeat(40_000));
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("x".repeat(40_000));
    Arrays.fill(file, at, at + 40_000, (byte) 0);

    assertThat(read(data(1, "x", 0), file).toString()).startsWith("5:0 6:0 ");
  }

  private static byte[] renamed(String newName) {
    ClassWriter renamed = new ClassWriter(0);
    new ClassReader(CLASS)
        .accept(
            new ClassVisitor(Opcodes.ASM9, renamed) {
              @Override
              public void visit(
                  int version,
                  int access,
                  String name,
                  String signature,
                  String superName,
                  String[] interfaces) {
                super.visit(version, access, newName, signature, superName, interfaces);
              }
            },
            0);
    return renamed.toByteArray();
  }

  private static FileFacts read(byte[] data, byte[] file) throws Exception {
    ClassFiles.Builder classes = new ClassFiles.Builder();
    classes.classFile("a.class", new ByteArrayInputStream(file));
    return new JacocoExecFormat(FormatLimits.DEFAULT, classes.build(), List.of())
        .read(file(data))
        .files()
        .get("code.java");
  }

  private static long idOf(byte[] file) {
    return ClassFlow.of(file).orElseThrow().id();
  }

  @Test
  void aClassThatNamesNoSourceRanAllTheSame() throws Exception {
    ClassWriter stripped = new ClassWriter(0);
    new ClassReader(CLASS).accept(stripped, ClassReader.SKIP_DEBUG);
    ClassFiles.Builder classes = new ClassFiles.Builder();
    classes.classFile("code.class", new ByteArrayInputStream(stripped.toByteArray()));
    long id = ClassFlow.of(stripped.toByteArray()).orElseThrow().id();

    Report report =
        new JacocoExecFormat(FormatLimits.DEFAULT, classes.build(), List.of())
            .read(file(data(id, "code", 12, 0xff, 0x0f)));

    assertThat(report.files()).isEmpty();
    assertThat(report.warnings())
        .extracting(Report.Warning::text)
        .containsExactly(
            "1 classes of --classes do not say which source file they come from and are left out;"
                + " compile them with -g");
  }

  @Test
  void asksForClasses() {
    assertThatThrownBy(
            () ->
                new JacocoExecFormat(FormatLimits.DEFAULT, ClassFiles.NONE, List.of())
                    .read(file(A)))
        .hasCauseInstanceOf(OptionMissingException.class);
  }

  @Test
  void passesOnThatTheBytesCannotBeHad() {
    InputStream broken =
        new InputStream() {
          private int position;

          @Override
          public int read() throws IOException {
            // Behind the head, inside of a name.
            if (position < 5_000) {
              return data(1, "n".repeat(9_000), 0)[position++] & 0xff;
            }
            throw new IOException("the payload is damaged");
          }
        };

    assertThatThrownBy(
            () ->
                new JacocoExecFormat(FormatLimits.DEFAULT, ClassFiles.NONE, List.of())
                    .read(new ReportFile("jacoco.exec", broken)))
        .isInstanceOf(IOException.class)
        .hasMessage("the payload is damaged");
  }

  @Test
  void boundsWhatAnArchiveHolds() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("zeros"));
      zip.write(new byte[100_000]);
    }

    new ClassFiles.Builder(10, 100_000, 9)
        .archive("a.jar", new ByteArrayInputStream(bomb.toByteArray()));
    assertThatThrownBy(
            () ->
                new ClassFiles.Builder(10, 99_999, 9)
                    .archive("a.jar", new ByteArrayInputStream(bomb.toByteArray())))
        .hasMessage("a.jar!\"zeros\": all classes together have more than 99999 bytes; name fewer");
  }

  @Test
  void boundsAClassFile() throws Exception {
    new ClassFiles.Builder(CLASS.length, 1_000_000, 9)
        .classFile("code.class", new ByteArrayInputStream(CLASS));

    assertThatThrownBy(
            () ->
                new ClassFiles.Builder(CLASS.length - 1, 1_000_000, 9)
                    .classFile("code.class", new ByteArrayInputStream(CLASS)))
        .hasMessage(
            "code.class: a class file has at most " + (CLASS.length - 1) + " bytes, here are more");
  }

  @Test
  void boundsTheEntriesOfAllArchives() throws Exception {
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(jar)) {
      for (int i = 0; i < 5; i++) {
        zip.putNextEntry(new ZipEntry("empty" + i));
      }
    }
    ClassFiles.Builder classes = new ClassFiles.Builder(10, 10, 10);
    classes.archive("a.jar", new ByteArrayInputStream(jar.toByteArray()));
    classes.archive("b.jar", new ByteArrayInputStream(jar.toByteArray()));

    assertThatThrownBy(() -> classes.archive("c.jar", new ByteArrayInputStream(jar.toByteArray())))
        .hasMessage("c.jar: all archives together have more than 10 entries; name fewer");
  }

  @Test
  void hasBoundsThatAnyApplicationKeeps() {
    assertThat(ClassFiles.Builder.MAX_CLASS_BYTES).isEqualTo(64 << 20);
    assertThat(ClassFiles.Builder.MAX_BYTES).isEqualTo(2L << 30);
    assertThat(ClassFiles.Builder.MAX_ENTRIES).isEqualTo(1_000_000);
  }

  /** Whatever is wrong in a class file, it is the file's fault. */
  @Test
  void refusesDamagedClassesInOneWay() throws Exception {
    for (int i = 0; i < CLASS.length; i++) {
      byte[] damaged = CLASS.clone();
      damaged[i] ^= (byte) 0x55;
      try {
        new ClassFiles.Builder().classFile("A.class", new ByteArrayInputStream(damaged));
      } catch (ClassFiles.UnusableClassException e) {
        assertThat(e).hasMessageStartingWith("A.class: a class file that JaCoCo can analyse");
      }
    }
  }

  /** However often Java threw such an exception, after which it leaves out what it says. */
  @Test
  void saysTheSameOfAllClassesThatMakeNoSense() {
    for (byte[] damaged : List.of(new byte[10], Arrays.copyOf(CLASS, CLASS.length / 2))) {
      assertThatThrownBy(
              () ->
                  new ClassFiles.Builder().classFile("A.class", new ByteArrayInputStream(damaged)))
          .hasMessageStartingWith(
              "A.class: a class file that JaCoCo can analyse was expected, but:"
                  + " \"its bytes make no sense\"; name the classes of this build");
    }
    byte[] newer = CLASS.clone();
    newer[7] = 99;
    assertThatThrownBy(
            () -> new ClassFiles.Builder().classFile("A.class", new ByteArrayInputStream(newer)))
        .hasMessageContaining("but: \"Unsupported class file version 99.0\"");
  }

  /** So many that they are analysed on several threads, in any order. */
  @Test
  void namesTheFirstOfManyDamagedClasses() throws Exception {
    ClassFiles.Builder classes = new ClassFiles.Builder();
    for (int i = 0; i < 500; i++) {
      byte[] file = Arrays.copyOf(i < 300 ? CLASS : new byte[10], 10_000);
      classes.take(i + ".class", new ByteArrayInputStream(file));
    }

    assertThatThrownBy(classes::analyse)
        .isInstanceOf(ClassFiles.UnusableClassException.class)
        .hasMessageStartingWith("300.class: a class file that JaCoCo can analyse was expected");
  }

  private static Report read(byte[] content) throws Exception {
    ClassFiles.Builder classes = new ClassFiles.Builder();
    classes.classFile("code.class", new ByteArrayInputStream(CLASS));
    return new JacocoExecFormat(FormatLimits.DEFAULT, classes.build(), List.of())
        .read(file(content));
  }

  private static ReportFile file(byte[] content) throws IOException {
    return new ReportFile("jacoco.exec", new ByteArrayInputStream(content));
  }

  private static long id() {
    return ClassFlow.of(CLASS).orElseThrow().id();
  }

  /** A header and the block of one class: its probes as bytes, their number first. */
  private static byte[] data(long id, String name, int... probes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(A, 0, 5);
      out.writeByte(0x11);
      out.writeLong(id);
      out.writeUTF(name);
      for (int b : probes) {
        out.writeByte(b);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] resource(String name) {
    try (InputStream in =
        JacocoExecFormatTest.class.getResourceAsStream("/reports/jacoco/real/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
