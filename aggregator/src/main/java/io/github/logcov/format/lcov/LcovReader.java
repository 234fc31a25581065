package io.github.logcov.format.lcov;

import io.github.logcov.format.Bound;
import io.github.logcov.format.FactsByPath;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.LineCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.TextDigest;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.LimitExceededException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one tracefile, once: a method per record type, under its grammar. */
final class LcovReader {
  // Record types as the reader switches on them: their letters, packed.
  private static final int TN = 'T' << 8 | 'N';
  private static final int SF = 'S' << 8 | 'F';
  private static final int DA = 'D' << 8 | 'A';
  private static final int LF = 'L' << 8 | 'F';
  private static final int LH = 'L' << 8 | 'H';
  private static final int FN = 'F' << 8 | 'N';
  private static final int FNL = FN << 8 | 'L';
  private static final int FNA = FN << 8 | 'A';
  private static final int FNF = FN << 8 | 'F';
  private static final int FNH = FN << 8 | 'H';
  private static final int FNDA = FN << 16 | DA;
  private static final int BRF = 'B' << 16 | 'R' << 8 | 'F';
  private static final int BRH = 'B' << 16 | 'R' << 8 | 'H';
  private static final int BRDA = 'B' << 24 | 'R' << 16 | DA;
  private static final int MCF = 'M' << 16 | 'C' << 8 | 'F';
  private static final int MCH = 'M' << 16 | 'C' << 8 | 'H';
  private static final int MCDC = 'M' << 24 | 'C' << 16 | 'D' << 8 | 'C';
  private static final int VER = 'V' << 16 | 'E' << 8 | 'R';

  private static final String END = "end_of_record";
  private static final int MAX_UNKNOWN_TYPES = 20;

  private final FormatLimits limits;
  private final LineCursor cursor;
  private final LcovFields fields;
  private final BranchIds branchIds;
  private final PlainRecords plain;
  private final PlainFunctions plainFunctions;
  private final Warnings warnings = new Warnings();
  private final FactsByPath files;
  private final LcovTotals totals = new LcovTotals();
  private final LcovFunctions functions;
  private int unknownTypes;

  /** The facts of the section that is open, if one is. */
  private @Nullable FactsBuilder section;

  /** Of a tracefile; names and ids are shared with other ones. */
  LcovReader(InputStream content, FormatLimits limits, SharedNames names, BranchIds branchIds) {
    this.limits = limits;
    this.branchIds = branchIds;
    this.files = new FactsByPath(limits.coverage());
    this.functions = new LcovFunctions(limits.coverage(), names);
    this.cursor = new LineCursor(content, limits.maxString());
    this.fields = new LcovFields(cursor);
    this.plain = new PlainRecords(limits, branchIds);
    this.plainFunctions = new PlainFunctions(limits, functions);
  }

  Report read() throws MalformedReportException, IOException {
    try {
      while (cursor.next()) {
        if (cursor.start() < cursor.end()) {
          record();
        }
        if (section != null) {
          plainRecords(section);
        }
      }
      if (section != null) {
        throw new MalformedReportException(
            cursor.place(), "end_of_record was expected, but the file ends; is it cut?");
      }
    } catch (LimitExceededException e) {
      throw Bound.at(cursor.place(), e);
    }
    if (functions.areMeasured()) {
      files.forEach(FactsBuilder::measuresFunctions);
    }
    return new Report(List.of(), files.build(), warnings.list());
  }

  /** The plain ones of the records that follow, as long as no bound is near. */
  private void plainRecords(FactsBuilder facts) {
    while (true) {
      int from = cursor.ahead();
      int next = plain.read(cursor.bytes(), from, cursor.aheadEnd(), facts.room());
      if (next > from) {
        plain.tell(facts, totals);
        cursor.skip(plain.count(), next);
      }
      int end = plainFunctions.read(cursor.bytes(), next, cursor.aheadEnd());
      if (end > next) {
        cursor.skip(plainFunctions.count(), end);
      }
      if (end == from) {
        return;
      }
    }
  }

  private void record() throws MalformedReportException {
    switch (fields.type()) {
      case DA -> line();
      case BRDA -> branch();
      case SF -> sourceFile();
      case LF -> totals.linesFound = total("LF");
      case LH -> totals.linesHit = total("LH");
      case BRF -> totals.branchesFound = total("BRF");
      case BRH -> totals.branchesHit = total("BRH");
      case FN -> function();
      case FNDA -> functionHits();
      case FNL -> functionLines();
      case FNA -> functionAlias();
      case FNF -> totals.functionsFound = functionTotal("FNF");
      case FNH -> totals.functionsHit = functionTotal("FNH");
      case MCDC -> condition();
      case MCF -> total("MCF");
      case MCH -> total("MCH");
      // VER:[version]; of the whole source
      case VER -> open("VER").checksum(0, digest(fields.at()));
      // TN:[test name]; also between records, since lcov reads it there. Test names are one here.
      case TN -> {}
      default -> other();
    }
  }

  // SF:path
  private void sourceFile() throws MalformedReportException {
    if (section != null) {
      throw fields.wrong("end_of_record was expected before the next SF,");
    }
    int from = fields.at();
    int length = cursor.end() - from;
    if (length == 0) {
      throw fields.wrong("SF needs a path");
    }
    if (length > limits.maxPath()) {
      throw Bound.exceeded(cursor.place(), "a path", limits.maxPath(), "bytes", "--max-path");
    }
    String path = cursor.text(from, cursor.end());
    section = files.of(path);
    totals.reset();
    functions.reset();
  }

  // DA:line,hits[,checksum]
  private void line() throws MalformedReportException {
    String form = "DA needs \"line,hits[,checksum]\"";
    FactsBuilder facts = open("DA");
    int line = lineNumber(form);
    fields.comma(form);
    long hits = hits(form);
    int checksum = 0;
    if (!fields.atEnd()) {
      fields.comma(form);
      checksum = fields.at();
      fields.rest(form);
    }
    if (line == 0) {
      throw fields.wrong("DA needs a line number of 1 or more");
    }
    if (checksum > 0) {
      facts.checksum(line, digest(checksum));
    }
    facts.line(line, hits);
    totals.line(line, hits > 0);
  }

  // BRDA:line,[e|f][U]block,branch,taken
  // e is an exception, f a fall-through, U unreachable. The branch is any text, commas included.
  private void branch() throws MalformedReportException {
    String form = "BRDA needs \"line,[e|f][U]block,branch,taken\"";
    FactsBuilder facts = open("BRDA");
    int line = lineNumber(form);
    fields.comma(form);
    if (!fields.skip('e')) {
      fields.skip('f');
    }
    boolean unreachable = fields.skip('U');
    int block = fields.at();
    fields.digits(form);
    int blockEnd = fields.at();
    fields.comma(form);
    int branch = fields.at();
    int branchEnd = fields.lastComma();
    if (branchEnd <= branch) {
      throw fields.wrong(form);
    }
    fields.moveTo(branchEnd + 1);
    long taken = taken(form);
    fields.end(form);
    if (!unreachable) {
      byte[] bytes = cursor.bytes();
      int hash = BranchIds.hash(bytes, block, branchEnd);
      facts.arm(line, branchIds.of(hash, bytes, block, blockEnd, branch, branchEnd), taken);
      totals.branch(line, hash, taken > 0);
    }
  }

  // FN:start[,end],name
  private void function() throws MalformedReportException {
    String form = "FN needs \"start[,end],name\"";
    open("FN");
    int line = lineNumber(form);
    fields.comma(form);
    fields.skipNumber();
    functions.define(cursor.bytes(), fields.at(), cursor.end(), line);
  }

  // FNDA:hits,name
  private void functionHits() throws MalformedReportException {
    String form = "FNDA needs \"hits,name\"";
    open("FNDA");
    long hits = hits(form);
    fields.comma(form);
    functions.count(cursor.bytes(), fields.at(), cursor.end(), hits);
  }

  // FNL:index,start[,end]
  private void functionLines() throws MalformedReportException {
    String form = "FNL needs \"index,start[,end]\"";
    open("FNL");
    long index = fields.digits(form);
    fields.comma(form);
    int line = lineNumber(form);
    if (!fields.atEnd()) {
      fields.comma(form);
      fields.digits(form);
    }
    fields.end(form);
    if (!functions.group(index, line)) {
      throw fields.wrong("FNL needs an index that no other FNL of its section has");
    }
  }

  // FNA:index,hits,name
  private void functionAlias() throws MalformedReportException {
    String form = "FNA needs \"index,hits,name\"";
    open("FNA");
    long index = fields.digits(form);
    fields.comma(form);
    long hits = hits(form);
    fields.comma(form);
    if (!functions.alias(index, cursor.bytes(), fields.at(), cursor.end(), hits)) {
      throw fields.wrong("FNA needs the index of an FNL above it");
    }
  }

  // MCDC:line,[U]size,sense,taken,index,expression
  private void condition() throws MalformedReportException {
    String form = "MCDC needs \"line,[U]size,t|f,taken,index,expression\"";
    open("MCDC");
    fields.digits(form);
    fields.comma(form);
    fields.skip('U');
    fields.digits(form);
    fields.comma(form);
    if (!fields.skip('t') && !fields.skip('f')) {
      throw fields.wrong(form);
    }
    fields.comma(form);
    fields.count(form);
    fields.comma(form);
    fields.digits(form);
    fields.comma(form);
  }

  // LF:number, and the like
  private long total(String type) throws MalformedReportException {
    String form = type + " needs a number";
    open(type);
    long number = fields.count(form);
    fields.end(form);
    return number;
  }

  private long functionTotal(String type) throws MalformedReportException {
    long number = total(type);
    functions.measured();
    return number;
  }

  // #comment, end_of_record, a type that is not known, or nothing of LCOV
  private void other() throws MalformedReportException {
    if (fields.startsWith("#")) {
      return;
    }
    if (fields.is(END)) {
      functions.tell(open(END), totals, cursor.place(), warnings);
      totals.check(cursor.place(), warnings);
      section = null;
      return;
    }
    String type = fields.unknownType();
    if (type == null) {
      throw fields.wrong("a record \"TYPE:...\" or end_of_record was expected,");
    }
    String kind = "type " + type;
    if (!warnings.has(kind) && ++unknownTypes > MAX_UNKNOWN_TYPES) {
      throw fields.wrong(
          "after " + MAX_UNKNOWN_TYPES + " unknown types, a record of LCOV was expected,");
    }
    warnings.add(kind, cursor.place(), "the record type " + type + " is unknown and passed over");
  }

  private FactsBuilder open(String type) throws MalformedReportException {
    if (section == null) {
      throw fields.wrong("SF was expected before " + type + ",");
    }
    return section;
  }

  /** Of the rest of the record. */
  private long digest(int from) {
    return TextDigest.of(cursor.text(from, cursor.end()));
  }

  private int lineNumber(String form) throws MalformedReportException {
    long line = fields.digits(form);
    limits.coverage().checkLine(line);
    return (int) line;
  }

  private long taken(String form) throws MalformedReportException {
    if (fields.skip('-')) {
      if (fields.atEnd()) {
        return FactsBuilder.NEVER_EVALUATED;
      }
      fields.moveTo(fields.at() - 1);
    }
    return hits(form);
  }

  private long hits(String form) throws MalformedReportException {
    long count = fields.count(form);
    if (count < 0) {
      // A known fault of gcov; lcov reads it as 0 and says so, too.
      warnings.add("negative", cursor.place(), "a negative count is read as 0: " + fields.found());
      return 0;
    }
    return count;
  }
}
