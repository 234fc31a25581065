package io.github.logcov.format.cobertura;

import io.github.logcov.format.Bound;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.XmlCursor;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Binds the head of a report with JAXB, one element at a time: {@code <sources>}, and of each
 * {@code <class>} the attributes. What is below a class stays on the cursor, so that neither memory
 * nor time grows with the binding.
 */
final class CoberturaBinding {
  /** Every path of the report is tried under each; real reports have a few. */
  private static final int MAX_SOURCES = 1_000;

  private final XmlCursor cursor;
  private final int maxString;
  private final Unmarshaller unmarshaller;

  CoberturaBinding(XmlCursor cursor, int maxString) {
    this.cursor = cursor;
    this.maxString = maxString;
    try {
      this.unmarshaller = Context.SHARED.createUnmarshaller();
    } catch (JAXBException e) {
      throw new IllegalStateException("JAXB has no unmarshaller for Cobertura", e);
    }
  }

  /** The {@code <source>}s of the element the cursor stands on; then it stands on its end. */
  List<String> sources() throws MalformedReportException, IOException {
    List<String> roots = new ArrayList<>();
    for (String source : bound(ElementView.whole(cursor), Sources.class).source) {
      if (roots.size() == MAX_SOURCES) {
        throw new MalformedReportException(
            cursor.place(),
            "<sources> may have "
                + MAX_SOURCES
                + " elements <source>, but has more; keep those of this repository");
      }
      if (source.length() > maxString) {
        throw Bound.exceeded(cursor.place(), "a <source>", maxString, "characters", "--max-string");
      }
      roots.add(source.strip());
    }
    return roots;
  }

  /** The attributes of the class the cursor stands on, and goes on to stand on. */
  ClassHead classHead() throws MalformedReportException, IOException {
    return bound(ElementView.withoutContent(cursor), ClassHead.class);
  }

  private <T> T bound(ElementView element, Class<T> type)
      throws MalformedReportException, IOException {
    try {
      return unmarshaller.unmarshal(element, type).getValue();
    } catch (JAXBException e) {
      throw cursor.translated(e);
    }
  }

  /** Made when the first Cobertura report comes: it costs as much as reading a large one. */
  private static final class Context {
    static final JAXBContext SHARED = create();

    private static JAXBContext create() {
      try {
        return JAXBContext.newInstance(Sources.class, ClassHead.class);
      } catch (JAXBException e) {
        throw new IllegalStateException("JAXB cannot bind Cobertura", e);
      }
    }
  }

  /** {@code <sources><source>path</source>...</sources>}. */
  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Sources {
    @XmlElement(name = "source")
    List<String> source = new ArrayList<>();
  }

  /** {@code <class name filename line-rate branch-rate complexity>}, what is needed of it. */
  @XmlAccessorType(XmlAccessType.FIELD)
  static final class ClassHead {
    @XmlAttribute(name = "filename")
    @Nullable String filename;

    @XmlAttribute(name = "name")
    @Nullable String name;
  }
}
