package io.github.logcov.model;

import java.util.Arrays;

/**
 * One thing a report says of a file, to be told to a builder and, in a test, to a slow model of it.
 */
interface Claim {
  void tell(FactsBuilder facts);

  record Line(int line, long hits) implements Claim {
    @Override
    public void tell(FactsBuilder facts) {
      facts.line(line, hits);
    }
  }

  record Executed(int line) implements Claim {
    @Override
    public void tell(FactsBuilder facts) {
      facts.executed(line);
    }
  }

  record Statements(int total) implements Claim {
    @Override
    public void tell(FactsBuilder facts) {
      facts.statements(total);
    }
  }

  record Arm(int line, BranchId id, long taken) implements Claim {
    @Override
    public void tell(FactsBuilder facts) {
      facts.arm(line, id, taken);
    }
  }

  record Missing(int line, int total, int... missing) implements Claim {
    @Override
    public void tell(FactsBuilder facts) {
      facts.missingArms(line, total, missing);
    }

    @Override
    public String toString() {
      return "Missing[" + line + ", " + total + ", " + Arrays.toString(missing) + "]";
    }
  }

  record Counted(int line, int total, int covered, int... coveredOfTwo) implements Claim {
    /** Two arms for each condition, numbered from 0. */
    @Override
    public void tell(FactsBuilder facts) {
      int[] numbers = new int[coveredOfTwo.length];
      int[] totals = new int[coveredOfTwo.length];
      Arrays.setAll(numbers, i -> i);
      Arrays.fill(totals, 2);
      facts.countedArms(line, total, covered, numbers, totals, coveredOfTwo);
    }

    @Override
    public String toString() {
      return "Counted["
          + line
          + ", "
          + total
          + ", "
          + covered
          + ", "
          + Arrays.toString(coveredOfTwo)
          + "]";
    }
  }

  record FileArms(int total) implements Claim {
    @Override
    public void tell(FactsBuilder facts) {
      facts.fileArms(total);
    }
  }

  record Arc(int from, int to, boolean taken) implements Claim {
    @Override
    public void tell(FactsBuilder facts) {
      if (taken) {
        facts.executedArc(from, to);
      } else {
        facts.missingArc(from, to);
      }
    }
  }

  record Function(FunctionId id, int line, long hits, boolean alias) implements Claim {
    @Override
    public void tell(FactsBuilder facts) {
      facts.function(id, line, hits);
      if (alias) {
        facts.functionAliases(line);
      }
    }
  }

  record Block(int line, int column, int endLine, int endColumn, int statements, long hits)
      implements Claim {
    @Override
    public void tell(FactsBuilder facts) {
      facts.block(line, column, endLine, endColumn, statements, hits);
    }

    boolean overlaps(Block other) {
      return isBefore(line, column, other.endLine, other.endColumn)
          && isBefore(other.line, other.column, endLine, endColumn);
    }

    private static boolean isBefore(int line, int column, int otherLine, int otherColumn) {
      return line < otherLine || line == otherLine && column < otherColumn;
    }

    Block ran(long times) {
      return new Block(line, column, endLine, endColumn, statements, times);
    }
  }
}
