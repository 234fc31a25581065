package io.github.logcov.format.jacoco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jacoco.core.analysis.ISourceNode;
import org.jacoco.core.internal.flow.IFrame;
import org.jacoco.core.internal.flow.LabelInfo;
import org.jacoco.core.internal.flow.MethodProbesVisitor;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Puts the flow of one method together: its instructions, the ways between them, the probes on
 * these. The counterpart of JaCoCo's {@code MethodAnalyzer} and {@code InstructionsBuilder}, which
 * keep only counts, of one set of probes.
 */
class MethodFlow extends MethodProbesVisitor {
  private final Map<AbstractInsnNode, Step> steps = new LinkedHashMap<>();
  private final List<Label> labels = new ArrayList<>(2);
  private final Map<Label, Step> stepAt = new HashMap<>();
  private final List<Jump> jumps = new ArrayList<>();
  private int line = ISourceNode.UNKNOWN_LINE;
  private @Nullable Step last;
  private @Nullable AbstractInsnNode node;

  private record Jump(Step from, Label target, int branch) {}

  /** The instructions in their order; to be asked once, at the end. */
  Map<AbstractInsnNode, Step> steps() {
    for (Jump jump : jumps) {
      Step target = stepAt.get(jump.target());
      if (target == null) {
        throw new IllegalStateException("a jump leads nowhere");
      }
      jump.from().leadTo(target, jump.branch());
    }
    return steps;
  }

  @Override
  public void accept(MethodNode method, MethodVisitor visitor) {
    visitor.visitCode();
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      block.accept(visitor);
    }
    for (AbstractInsnNode each : method.instructions) {
      node = each;
      each.accept(visitor);
    }
    visitor.visitEnd();
  }

  private Step add() {
    Step step = new Step(line);
    labels.forEach(label -> stepAt.put(label, step));
    labels.clear();
    if (last != null) {
      last.leadTo(step, 0);
    }
    last = step;
    if (node != null) {
      steps.put(node, step);
    }
    return step;
  }

  @Override
  public void visitLabel(Label label) {
    labels.add(label);
    if (!LabelInfo.isSuccessor(label)) {
      last = null;
    }
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    line = number;
  }

  @Override
  public void visitInsn(int opcode) {
    add();
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    add();
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    add();
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    add();
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    add();
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    add();
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    add();
  }

  @Override
  public void visitLdcInsn(Object value) {
    add();
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    add();
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    add();
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    jumps.add(new Jump(add(), label, 1));
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... targets) {
    choose(otherwise, targets);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
    choose(otherwise, targets);
  }

  /** A switch without probes: the branches are numbered by distinct targets. */
  private void choose(Label otherwise, Label[] targets) {
    Step step = add();
    LabelInfo.resetDone(targets);
    int branch = 0;
    jumps.add(new Jump(step, otherwise, branch));
    LabelInfo.setDone(otherwise);
    for (Label target : targets) {
      if (!LabelInfo.isDone(target)) {
        branch++;
        jumps.add(new Jump(step, target, branch));
        LabelInfo.setDone(target);
      }
    }
  }

  @Override
  public void visitProbe(int probe) {
    if (last != null) {
      last.leadThrough(probe, 0);
    }
    last = null;
  }

  @Override
  public void visitJumpInsnWithProbe(int opcode, Label label, int probe, @Nullable IFrame frame) {
    add().leadThrough(probe, 1);
  }

  @Override
  public void visitInsnWithProbe(int opcode, int probe) {
    add().leadThrough(probe, 0);
  }

  @Override
  public void visitTableSwitchInsnWithProbes(
      int min, int max, Label otherwise, Label[] targets, @Nullable IFrame frame) {
    chooseThroughProbes(otherwise, targets);
  }

  @Override
  public void visitLookupSwitchInsnWithProbes(
      Label otherwise, int[] keys, Label[] targets, @Nullable IFrame frame) {
    chooseThroughProbes(otherwise, targets);
  }

  /** A switch with probes: the branches are numbered by cases. */
  private void chooseThroughProbes(Label otherwise, Label[] targets) {
    Step step = add();
    LabelInfo.resetDone(otherwise);
    LabelInfo.resetDone(targets);
    int branch = 0;
    choose(step, otherwise, branch);
    for (Label target : targets) {
      branch++;
      choose(step, target, branch);
    }
  }

  private void choose(Step step, Label target, int branch) {
    if (LabelInfo.isDone(target)) {
      return;
    }
    int probe = LabelInfo.getProbeId(target);
    if (probe == LabelInfo.NO_PROBE) {
      jumps.add(new Jump(step, target, branch));
    } else {
      step.leadThrough(probe, branch);
    }
    LabelInfo.setDone(target);
  }
}
