package io.github.logcov.format;

import io.github.logcov.format.ProgramRun.Program;
import io.github.logcov.format.jacoco.ClassFiles;
import io.github.logcov.format.jacoco.JacocoExecFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataWriter;
import org.jacoco.core.internal.data.CRC64;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * JaCoCo's execution data. It means nothing without a class file, so one is made of the program:
 * for each line a method that only returns, which has one probe, and for each decision a method
 * with two ways out, which has two. So any line can run, and any of its arms be taken, without the
 * others. JaCoCo writes the data.
 */
final class JacocoExecRuns implements RunWriter {
  private static final String CLASS = "src/A";

  @Override
  public String format() {
    return "jacoco-exec";
  }

  @Override
  public Arms arms() {
    return Arms.NAMED;
  }

  @Override
  public byte[] write(ProgramRun run) throws IOException {
    Program program = run.program();
    boolean[] probes = new boolean[program.lines().size() + program.arms().size()];
    int probe = 0;
    for (int line : program.lines()) {
      probes[probe++] = run.ran().contains(line);
      for (String arm : program.armsOf(line)) {
        probes[probe++] = run.taken().contains(arm);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ExecutionDataWriter writer = new ExecutionDataWriter(bytes);
    writer.visitClassExecution(new ExecutionData(CRC64.classId(classFile(program)), CLASS, probes));
    return bytes.toByteArray();
  }

  /** JaCoCo writes only classes that ran; without one, another build may have been tested. */
  @Override
  public boolean isOdd(ProgramRun run) {
    return run.ran().isEmpty();
  }

  @Override
  public ReportFormat reader(Program program) throws IOException {
    try {
      ClassFiles.Builder classes = new ClassFiles.Builder();
      classes.classFile(CLASS, new ByteArrayInputStream(classFile(program)));
      return new JacocoExecFormat(FormatLimits.DEFAULT, classes.build(), List.of());
    } catch (ClassFiles.UnusableClassException e) {
      throw new AssertionError(e);
    }
  }

  /** The class that a program is compiled to. */
  static byte[] classFile(Program program) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, CLASS, null, "java/lang/Object", null);
    writer.visitSource("a.py", null);
    for (int line : program.lines()) {
      MethodVisitor method = method(writer, "runs" + line, line);
      method.visitInsn(Opcodes.RETURN);
      method.visitMaxs(0, 1);
      method.visitEnd();
      if (!program.armsOf(line).isEmpty()) {
        decision(method(writer, "decides" + line, line));
      }
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static MethodVisitor method(ClassWriter writer, String name, int line) {
    MethodVisitor method =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, "(I)V", null, new String[0]);
    method.visitCode();
    Label start = new Label();
    method.visitLabel(start);
    method.visitLineNumber(line, start);
    return method;
  }

  private static void decision(MethodVisitor method) {
    Label otherwise = new Label();
    method.visitVarInsn(Opcodes.ILOAD, 0);
    method.visitJumpInsn(Opcodes.IFEQ, otherwise);
    method.visitInsn(Opcodes.RETURN);
    method.visitLabel(otherwise);
    method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(1, 1);
    method.visitEnd();
  }
}
