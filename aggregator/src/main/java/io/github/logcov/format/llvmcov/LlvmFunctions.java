package io.github.logcov.format.llvmcov;

import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.ReportValues;
import io.github.logcov.format.UnitedFiles;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.FunctionId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The functions of an export: known by where they begin, so that instances of a template are one
 * function, as in LLVM's own summary ({@code FunctionInstantiationSetCollector}). The file of a
 * function is the first of its files that no macro expands into ({@code findMainViewFileID}).
 */
final class LlvmFunctions {
  private static final String SCHEME = "llvm-cov";

  /** Kind of the region of a macro, which leads to another file of the function. */
  private static final long EXPANSION = 1;

  private static final int REGION = 8;

  private final ReportValues values;
  private final JsonCursor cursor;
  private final SortedMap<String, FactsBuilder> builders = new TreeMap<>();
  private final long[] region = new long[REGION];
  private boolean seen;
  private long others;

  LlvmFunctions(ReportValues values) {
    this.values = values;
    cursor = values.cursor();
  }

  /** Reads {@code functions}. */
  void read() throws MalformedReportException, IOException {
    seen = true;
    cursor.array(this::function);
  }

  // {"name": ..., "count": 3, "regions": [...], "filenames": [path, ...]}
  private void function() throws MalformedReportException, IOException {
    long[] count = {0};
    boolean[] counted = {false};
    List<String> files = new ArrayList<>();
    BitSet expanded = new BitSet();
    // Of each file of the function: where its first region begins.
    Map<Integer, int[]> firsts = new TreeMap<>();
    cursor.object(
        key -> {
          switch (key) {
            case "count" -> {
              counted[0] = true;
              count[0] = values.hits();
            }
            case "filenames" ->
                cursor.array(
                    () -> {
                      String path = cursor.string("the path of a source file");
                      values.checkPath(path);
                      values.limits().coverage().checkFiles(files.size() + 1L);
                      files.add(path);
                    });
            case "regions" -> cursor.array(() -> region(expanded, firsts));
            default -> cursor.skip();
          }
        });
    if (!counted[0]) {
      throw values.missing("count");
    }
    int main = expanded.nextClearBit(0);
    int[] first = firsts.get(main);
    if (main < files.size() && first != null) {
      String place = Integer.toString(first[1]);
      of(files.get(main))
          .function(new FunctionId(SCHEME, FunctionId.Kind.PLACE, place), first[0], count[0]);
    }
  }

  // [line, column, endLine, endColumn, count, file, expandedFile, kind]
  private void region(BitSet expanded, Map<Integer, int[]> firsts)
      throws MalformedReportException, IOException {
    int[] read = {0};
    cursor.array(
        () -> {
          long value = cursor.wholeNumber("a number");
          if (read[0] < REGION) {
            region[read[0]] = value;
          }
          read[0]++;
        });
    if (read[0] < REGION) {
      throw cursor.wrong(
          "a region of " + REGION + " values or more was expected, but here are " + read[0]);
    }
    int file = fileNumber(region[5]);
    if (region[7] == EXPANSION) {
      expanded.set(fileNumber(region[6]));
    }
    if (!firsts.containsKey(file)) {
      if (region[0] < 1) {
        throw cursor.notExpected("a line number", Long.toString(region[0]));
      }
      values.limits().coverage().checkLine(region[0]);
      int column = (int) Math.max(0, Math.min(Integer.MAX_VALUE, region[1]));
      firsts.put(file, new int[] {(int) region[0], column});
    }
  }

  private int fileNumber(long number) throws MalformedReportException {
    if (number < 0) {
      throw cursor.notExpected("the number of a file", Long.toString(number));
    }
    values.limits().coverage().checkFiles(number);
    return (int) number;
  }

  private FactsBuilder of(String path) {
    FactsBuilder known = builders.get(path);
    if (known == null) {
      values.limits().coverage().checkFiles(builders.size() + 1L);
      known = new FactsBuilder(values.limits().coverage());
      builders.put(path, known);
    }
    values.limits().coverage().checkUnits(++others);
    return known;
  }

  /** Tells the functions to the files that the export lists; it leaves others out on purpose. */
  void tell(UnitedFiles files) {
    if (!seen) {
      return;
    }
    files.build().replaceAll((path, facts) -> facts.measuringFunctions());
    builders.forEach(
        (path, builder) -> {
          if (files.build().containsKey(path)) {
            FileFacts facts = builder.build();
            files.add(path, facts);
          }
        });
  }
}
