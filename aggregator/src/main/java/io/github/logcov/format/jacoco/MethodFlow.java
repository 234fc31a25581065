package io.github.logcov.format.jacoco;

import java.util.ArrayList;
import java.util.List;
import org.jacoco.core.analysis.ISourceNode;
import org.jacoco.core.internal.flow.IFrame;
import org.jacoco.core.internal.flow.LabelInfo;
import org.jacoco.core.internal.flow.MethodProbesVisitor;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Puts the flow of one method together: its instructions, the ways between them, the probes on
 * these. The counterpart of JaCoCo's {@code MethodAnalyzer} and {@code InstructionsBuilder}, which
 * keep only counts, of one set of probes.
 */
class MethodFlow extends MethodProbesVisitor {
  private final FlowNodes nodes;
  private final List<Jump> jumps = new ArrayList<>();
  private int line = ISourceNode.UNKNOWN_LINE;
  private @Nullable Step last;

  /** Of no method yet. */
  private MethodSteps steps = new MethodSteps(new InsnList());

  /** Which instruction is visited. */
  private int position;

  private record Jump(Step from, LabelNode target, int branch) {}

  MethodFlow(FlowNodes nodes) {
    this.nodes = nodes;
  }

  @Override
  public void accept(MethodNode method, MethodVisitor visitor) {
    steps = new MethodSteps(method.instructions);
    visitor.visitCode();
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      block.accept(visitor);
    }
    for (position = 0; position < steps.size(); position++) {
      steps.instruction(position).accept(visitor);
    }
    visitor.visitEnd();
    for (Jump jump : jumps) {
      jump.from().leadTo(steps.from(jump.target()), jump.branch());
    }
    steps.resolve(nodes);
  }

  /** The instructions, and what says which ways out of them were taken. */
  MethodSteps steps() {
    return steps;
  }

  private Step add() {
    Step step = new Step(line);
    if (last != null) {
      last.leadTo(step, 0);
    }
    last = step;
    steps.put(position, step);
    return step;
  }

  @Override
  public void visitLabel(Label label) {
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
    JumpInsnNode node = (JumpInsnNode) steps.instruction(position);
    jumps.add(new Jump(add(), node.label, 1));
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... targets) {
    TableSwitchInsnNode node = (TableSwitchInsnNode) steps.instruction(position);
    choose(node.dflt, node.labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
    LookupSwitchInsnNode node = (LookupSwitchInsnNode) steps.instruction(position);
    choose(node.dflt, node.labels);
  }

  /** A switch without probes: the branches are numbered by distinct targets. */
  private void choose(LabelNode otherwise, List<LabelNode> targets) {
    Step step = add();
    for (LabelNode target : targets) {
      LabelInfo.resetDone(target.getLabel());
    }
    int branch = 0;
    jumps.add(new Jump(step, otherwise, branch));
    LabelInfo.setDone(otherwise.getLabel());
    for (LabelNode target : targets) {
      if (!LabelInfo.isDone(target.getLabel())) {
        branch++;
        jumps.add(new Jump(step, target, branch));
        LabelInfo.setDone(target.getLabel());
      }
    }
  }

  @Override
  public void visitProbe(int probe) {
    if (last != null) {
      last.leadThrough(nodes.probe(probe), 0);
    }
    last = null;
  }

  @Override
  public void visitJumpInsnWithProbe(int opcode, Label label, int probe, @Nullable IFrame frame) {
    add().leadThrough(nodes.probe(probe), 1);
  }

  @Override
  public void visitInsnWithProbe(int opcode, int probe) {
    add().leadThrough(nodes.probe(probe), 0);
  }

  @Override
  public void visitTableSwitchInsnWithProbes(
      int min, int max, Label otherwise, Label[] targets, @Nullable IFrame frame) {
    TableSwitchInsnNode node = (TableSwitchInsnNode) steps.instruction(position);
    chooseThroughProbes(node.dflt, node.labels);
  }

  @Override
  public void visitLookupSwitchInsnWithProbes(
      Label otherwise, int[] keys, Label[] targets, @Nullable IFrame frame) {
    LookupSwitchInsnNode node = (LookupSwitchInsnNode) steps.instruction(position);
    chooseThroughProbes(node.dflt, node.labels);
  }

  /** A switch with probes: the branches are numbered by cases. */
  private void chooseThroughProbes(LabelNode otherwise, List<LabelNode> targets) {
    Step step = add();
    LabelInfo.resetDone(otherwise.getLabel());
    for (LabelNode target : targets) {
      LabelInfo.resetDone(target.getLabel());
    }
    int branch = 0;
    choose(step, otherwise, branch);
    for (LabelNode target : targets) {
      branch++;
      choose(step, target, branch);
    }
  }

  private void choose(Step step, LabelNode target, int branch) {
    Label label = target.getLabel();
    if (LabelInfo.isDone(label)) {
      return;
    }
    int probe = LabelInfo.getProbeId(label);
    if (probe == LabelInfo.NO_PROBE) {
      jumps.add(new Jump(step, target, branch));
    } else {
      step.leadThrough(nodes.probe(probe), branch);
    }
    LabelInfo.setDone(label);
  }
}
