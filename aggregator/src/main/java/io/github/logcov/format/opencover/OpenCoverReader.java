package io.github.logcov.format.opencover;

import io.github.logcov.format.Bound;
import io.github.logcov.format.FactsByPath;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.Warnings;
import io.github.logcov.format.XmlCursor;
import io.github.logcov.format.XmlFields;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FunctionId;
import io.github.logcov.model.LimitExceededException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Reads one report of OpenCover, once. */
final class OpenCoverReader {
  /** Compilers give this line to code that has none in the source. */
  private static final int HIDDEN = 0xfeefee;

  private final XmlCursor cursor;
  private final FormatLimits limits;
  private final Warnings warnings = new Warnings();
  private final XmlFields fields;
  private final FactsByPath files;
  private final OpenCoverTotals totals = new OpenCoverTotals();
  private final Decisions decisions = new Decisions();

  /** uid -> path, of the module that is open. */
  private final Map<String, String> paths = new HashMap<>();

  private boolean modulesSeen;
  private boolean inModule;
  private String className = "";

  /** The method that is open, if one is: the file it refers to and what its points said. */
  private @Nullable Method method;

  private static final class Method {
    @Nullable String fileReference;
    boolean hasPoints;
    boolean visited;
    String name = "";

    /** Where its points are that have a place in the source. */
    @Nullable String path;

    int first;
    long visits;
  }

  OpenCoverReader(XmlCursor cursor, FormatLimits limits) {
    this.cursor = cursor;
    this.limits = limits;
    this.fields = new XmlFields(cursor, limits, warnings);
    this.files = new FactsByPath(limits.coverage());
  }

  Report read() throws MalformedReportException, IOException {
    try {
      fields.root("CoverageSession");
      for (int event = cursor.advance();
          event != XMLStreamConstants.END_DOCUMENT;
          event = cursor.advance()) {
        if (event == XMLStreamConstants.START_ELEMENT) {
          start(cursor.getLocalName());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          end(cursor.getLocalName());
        }
      }
      if (!modulesSeen) {
        throw cursor.wrong("<CoverageSession> needs an element <Modules>, it is missing");
      }
    } catch (LimitExceededException e) {
      throw Bound.at(cursor.place(), e);
    }
    totals.check(warnings);
    files.forEach(FactsBuilder::measuresFunctions);
    return new Report(List.of(), files.build(), warnings.list());
  }

  private void start(String name) throws MalformedReportException, IOException {
    if (cursor.attribute("skippedDueTo") != null) {
      modulesSeen |= name.equals("Modules");
      fields.passOver();
      return;
    }
    switch (name) {
      case "Modules" -> modulesSeen = true;
      case "Module" -> openModule();
      case "Summary" -> summary();
      case "File" -> file();
      case "FullName" -> className = text();
      case "Method" -> openMethod();
      case "Name" -> methodName();
      case "FileRef" -> fileReference();
      case "SequencePoint" -> sequencePoint();
      case "BranchPoint" -> branchPoint();
      case "Files", "Classes", "Class", "Methods", "SequencePoints", "BranchPoints" -> {}
      case "ModulePath", "ModuleTime", "ModuleName", "MetadataToken", "MethodPoint" ->
          fields.passOver();
      case "TrackedMethods", "TrackedMethodRefs" -> fields.passOver();
      default -> {
        fields.unknown(name);
        fields.passOver();
      }
    }
  }

  private void end(String name) {
    if (name.equals("Method") && method != null) {
      if (method.hasPoints) {
        totals.method(method.visited);
        tell(method);
      }
      method = null;
    } else if (name.equals("Class")) {
      className = "";
    } else if (name.equals("Module")) {
      inModule = false;
    }
  }

  /** A method is known by class, name and line, and ran as often as its point that ran most. */
  private void tell(Method ended) {
    if (ended.path != null) {
      // Real names have the class in them: "System.Void A::Run(System.Int32)".
      String name = ended.name.contains("::") ? ended.name : className + "." + ended.name;
      FunctionId id = new FunctionId("opencover", FunctionId.Kind.NAME_AND_LINE, name);
      files.of(ended.path).function(id, ended.first, ended.visits);
    }
  }

  private void openModule() throws MalformedReportException {
    if (inModule || !modulesSeen) {
      throw cursor.wrong("<Module> belongs into <Modules>, and not into another <Module>");
    }
    inModule = true;
    paths.clear();
    decisions.module();
  }

  /** That of the session comes before its modules. */
  private void summary() throws MalformedReportException, IOException {
    if (!modulesSeen) {
      totals.claim(cursor.place(), fields);
    }
    fields.passOver();
  }

  // <File uid fullPath>
  private void file() throws MalformedReportException, IOException {
    if (!inModule) {
      throw cursor.wrong("<File> belongs into a <Module>");
    }
    String uid = cursor.attribute("uid");
    if (uid == null || uid.isEmpty()) {
      throw cursor.wrong("uid", "with the number of the file", uid);
    }
    String path = fields.path("fullPath", cursor.attribute("fullPath"));
    limits.coverage().checkFiles(paths.size() + 1L);
    String other = paths.putIfAbsent(uid, path);
    if (other != null && !other.equals(path)) {
      throw cursor.wrong("uid", "that no other file of the module has", uid);
    }
    fields.passOver();
  }

  private void openMethod() throws MalformedReportException {
    if (method != null || !inModule) {
      throw cursor.wrong("<Method> belongs into a <Module>, and not into another <Method>");
    }
    method = new Method();
    decisions.method(className);
  }

  private void methodName() throws MalformedReportException, IOException {
    String name = text();
    if (method != null) {
      method.name = name;
      decisions.method(className + "\n" + name);
    }
  }

  private void fileReference() throws MalformedReportException, IOException {
    if (method != null) {
      method.fileReference = cursor.attribute("uid");
    }
    fields.passOver();
  }

  // <SequencePoint vc sl fileid ...>
  private void sequencePoint() throws MalformedReportException, IOException {
    Method of = methodOf("SequencePoint");
    long visits = fields.count("vc");
    of.hasPoints = true;
    of.visited |= visits > 0;
    totals.point(visits > 0);
    if (isShown()) {
      int line = fields.line("sl");
      String path = path(of);
      files.of(path).line(line, visits);
      of.path = of.path == null ? path : of.path;
      if (of.path.equals(path)) {
        of.first = of.first == 0 ? line : Math.min(of.first, line);
      }
      of.visits = Math.max(of.visits, visits);
    }
    fields.passOver();
  }

  // <BranchPoint vc sl path offset fileid ...>
  private void branchPoint() throws MalformedReportException, IOException {
    Method of = methodOf("BranchPoint");
    long visits = fields.count("vc");
    totals.branch(visits > 0);
    if (isShown()) {
      int line = fields.line("sl");
      String path = path(of);
      int offset = fields.number("offset");
      int branch = fields.number("path");
      files.of(path).arm(line, decisions.arm(path, line, offset, branch), visits);
    }
    fields.passOver();
  }

  private boolean isShown() {
    return fields.claim("sl") != HIDDEN;
  }

  private Method methodOf(String point) throws MalformedReportException {
    if (method == null) {
      throw cursor.wrong("<" + point + "> belongs into a <Method>");
    }
    return method;
  }

  /** Old reports name the file once for the whole method. */
  private String path(Method of) throws MalformedReportException {
    String own = cursor.attribute("fileid");
    String uid = own == null || own.equals("0") ? of.fileReference : own;
    String path = uid == null ? null : paths.get(uid);
    if (path == null) {
      throw cursor.wrong("fileid", "of a <File> of its module", own);
    }
    return path;
  }

  /** The text of the element the cursor stands on, up to its end; as long as a string may be. */
  private String text() throws MalformedReportException, IOException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      int event = cursor.advance();
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(cursor.getText());
        if (text.length() > limits.maxString()) {
          throw Bound.exceeded(
              cursor.place(), "a name", limits.maxString(), "characters", "--max-string");
        }
      }
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
    return text.toString();
  }
}
