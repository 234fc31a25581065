package io.github.logcov.format.jacoco;

import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.XmlCursor;
import io.github.logcov.format.XmlFields;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FunctionId;
import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/**
 * Reads the methods of a class. Each is covered when its counter METHOD says so; one without that
 * counter has no code.
 */
final class JacocoMethods {
  private final XmlCursor cursor;
  private final XmlFields fields;

  JacocoMethods(XmlCursor cursor, XmlFields fields) {
    this.cursor = cursor;
    this.fields = fields;
  }

  /**
   * Reads the class the cursor stands on, up to its end.
   *
   * @param file where its methods are told; null where the class does not say what it comes from
   */
  void read(@Nullable FactsBuilder file, JacocoCounters counters)
      throws MalformedReportException, IOException {
    MethodNames names = new MethodNames(needed("name"));
    int depth = 1;
    while (depth > 0) {
      int event = cursor.advance();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (cursor.getLocalName().equals("method")) {
          method(names, file, counters);
        } else {
          depth++;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  // <method name desc line> with <counter type="METHOD" missed covered>
  private void method(MethodNames names, @Nullable FactsBuilder file, JacocoCounters counters)
      throws MalformedReportException, IOException {
    String types = cursor.attribute("desc");
    String name = needed("name");
    int line = cursor.attribute("line") == null ? 0 : fields.line("line");
    FunctionId id = names.of(types == null ? name : name + types, line);
    int depth = 1;
    while (depth > 0) {
      int event = cursor.advance();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        if (cursor.getLocalName().equals("counter") && "METHOD".equals(cursor.attribute("type"))) {
          boolean ran = fields.number("covered") > 0;
          counters.method(ran);
          if (file != null) {
            file.function(id, line, ran ? 1 : 0);
          }
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private String needed(String attribute) throws MalformedReportException {
    String value = cursor.attribute(attribute);
    if (value == null) {
      throw cursor.wrong(attribute, "with a name", null);
    }
    return value;
  }
}
