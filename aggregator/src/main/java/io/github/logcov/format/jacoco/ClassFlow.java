package io.github.logcov.format.jacoco;

import java.util.Objects;
import java.util.Optional;
import org.jacoco.core.internal.data.CRC64;
import org.jacoco.core.internal.flow.ClassProbesAdapter;
import org.jacoco.core.internal.instr.InstrSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * What the probes of one class say of its source.
 *
 * @param name name of the class in the VM, such as {@code com/foo/A$1}
 * @param id JaCoCo's identity of the class: CRC-64 of its bytes
 * @param probes number of its probes
 * @param path package and name of the source file, such as {@code com/foo/A.java}; empty when the
 *     class does not say
 * @param nodes what its probes say
 * @param code which of these nodes show what of its source ran
 */
record ClassFlow(
    String name, long id, int probes, Optional<String> path, FlowNodes nodes, ClassCode code) {

  private static final String SENSELESS = "its bytes make no sense";

  /**
   * Analyses a class file.
   *
   * @return nothing for what JaCoCo leaves out: modules and packages
   * @throws IllegalArgumentException when it is no class file, or newer than JaCoCo knows
   */
  static Optional<ClassFlow> of(byte[] file) {
    try {
      ClassReader reader = InstrSupport.classReaderFor(file);
      String name = reader.getClassName();
      boolean noCode =
          (reader.getAccess() & Opcodes.ACC_MODULE) != 0 || name.endsWith("/package-info");
      return noCode ? Optional.empty() : Optional.of(analysed(name, CRC64.classId(file), reader));
    } catch (IllegalArgumentException | IllegalStateException e) {
      // Of a newer Java, say, or instrumented.
      throw new IllegalArgumentException(Objects.requireNonNullElse(e.getMessage(), SENSELESS), e);
    } catch (RuntimeException e) {
      // ASM runs over the ends of arrays. What such an exception says, Java may leave out when it
      // was often thrown.
      throw new IllegalArgumentException(SENSELESS, e);
    }
  }

  private static ClassFlow analysed(String name, long id, ClassReader reader) {
    ClassFlowVisitor visitor = new ClassFlowVisitor(name);
    reader.accept(new ClassProbesAdapter(visitor, false), 0);
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    return new ClassFlow(
        name,
        id,
        visitor.probes(),
        visitor.source().map(source -> folder + source),
        visitor.nodes().trimmed(),
        visitor.code().complete());
  }
}
