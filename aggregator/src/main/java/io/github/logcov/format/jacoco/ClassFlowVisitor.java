package io.github.logcov.format.jacoco;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jacoco.core.internal.analysis.filter.Filters;
import org.jacoco.core.internal.analysis.filter.IFilter;
import org.jacoco.core.internal.analysis.filter.IFilterContext;
import org.jacoco.core.internal.analysis.filter.KotlinSMAP;
import org.jacoco.core.internal.flow.ClassProbesVisitor;
import org.jacoco.core.internal.flow.MethodProbesVisitor;
import org.jacoco.core.internal.instr.InstrSupport;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.tree.MethodNode;

/** Walks over one class, method by method; the counterpart of JaCoCo's {@code ClassAnalyzer}. */
final class ClassFlowVisitor extends ClassProbesVisitor implements IFilterContext {
  private final String name;
  private final FlowNodes nodes = new FlowNodes();
  private final ClassCode code = new ClassCode();
  private final IFilter filter = Filters.all();
  private final Set<String> annotations = new HashSet<>();
  private final Set<String> attributes = new HashSet<>();
  private int access;
  private String superName = "";
  private @Nullable String source;
  private @Nullable String debug;
  private @Nullable KotlinSMAP smap;
  private int probes;

  ClassFlowVisitor(String name) {
    this.name = name;
  }

  /** What its probes say. */
  FlowNodes nodes() {
    return nodes;
  }

  /** Which nodes show what of it ran. */
  ClassCode code() {
    return code;
  }

  /** How many probes the class has, once it was visited. */
  int probes() {
    return probes;
  }

  /** The name of the source file, where the class says it. */
  Optional<String> source() {
    return Optional.ofNullable(source);
  }

  @Override
  public void visit(
      int version,
      int classAccess,
      String className,
      @Nullable String signature,
      @Nullable String superClass,
      String @Nullable [] interfaces) {
    access = classAccess;
    superName = superClass == null ? "" : superClass;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    if (debug != null && Filters.KOTLIN_METADATA_DESC.equals(descriptor)) {
      smap = new KotlinSMAP(source, debug);
      debug = null;
    }
    annotations.add(descriptor);
    return null;
  }

  @Override
  public void visitAttribute(Attribute attribute) {
    attributes.add(attribute.type);
  }

  @Override
  public void visitSource(@Nullable String file, @Nullable String extension) {
    source = file;
    debug = extension;
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int fieldAccess,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    InstrSupport.assertNotInstrumented(field, name);
    return null;
  }

  @Override
  public MethodProbesVisitor visitMethod(
      int methodAccess,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    InstrSupport.assertNotInstrumented(method, name);
    return new MethodFlow(nodes) {
      @Override
      public void accept(MethodNode node, MethodVisitor visitor) {
        super.accept(node, visitor);
        FilteredFlow flow = new FilteredFlow(steps());
        filter.filter(node, ClassFlowVisitor.this, flow);
        flow.giveTo(code);
        code.method(method + descriptor);
      }
    };
  }

  @Override
  public void visitTotalProbeCount(int count) {
    probes = count;
  }

  @Override
  public String getClassName() {
    return name;
  }

  @Override
  public String getSuperClassName() {
    return superName;
  }

  @Override
  public Set<String> getClassAnnotations() {
    return annotations;
  }

  @Override
  public Set<String> getClassAttributes() {
    return attributes;
  }

  @Override
  public int getClassAccess() {
    return access;
  }

  @Override
  public @Nullable String getSourceFileName() {
    return source;
  }

  @Override
  public @Nullable KotlinSMAP getKotlinSMAP() {
    return smap;
  }
}
