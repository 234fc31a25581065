package io.github.logcov.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first bytes of an XML document tell of it; enough to recognise a format by.
 *
 * @param root name of the root element; empty when this is no XML, or begins too late
 * @param attributes names of the root's attributes, as far as they are seen
 * @param firstChild name of the root's first child element; empty when there is none in sight
 */
public record XmlHead(String root, Set<String> attributes, String firstChild) {
  private static final String NAME = "[\\p{L}_:][\\p{L}\\p{N}_:.-]*";
  private static final String ATTRIBUTE = "\\s+(" + NAME + ")\\s*=\\s*(?:\"[^\"]*\"|'[^']*')";
  private static final Pattern ROOT = Pattern.compile("<(" + NAME + ")((?:" + ATTRIBUTE + ")*+)");
  private static final Pattern ONE_ATTRIBUTE = Pattern.compile(ATTRIBUTE);
  private static final Pattern FIRST_CHILD =
      Pattern.compile("\\s*>(?:[^<]++|<!--(?s:.*?)-->|<\\?(?s:.*?)\\?>)*+<(" + NAME + ")");
  private static final XmlHead NONE = new XmlHead("", Set.of(), "");

  /** Copies what it is given. */
  public XmlHead {
    attributes = Set.copyOf(attributes);
  }

  /** Looks at the head of the file; never fails. */
  public static XmlHead of(ReportFile file) {
    byte[] head = file.head();
    try {
      String text = new String(head, XmlEncoding.of(head));
      if (text.indexOf('<') < 0) {
        return NONE;
      }
      StringReader rest = new StringReader(text);
      String prolog = XmlProlog.read(rest, text.length() + 1);
      int root = prolog.length() - 2;
      if (root < 0
          || prolog.charAt(root) != '<'
          || !prolog.substring(0, root).matches("(?s)\\s*(<.*)?")) {
        return NONE;
      }
      String element = prolog.substring(root) + remaining(rest);
      return ofElement(element);
    } catch (MalformedReportException e) {
      return ofUnknownEncoding(head);
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be read", e);
    }
  }

  /** The encoding is the reader's to complain about, once the format is known by its names. */
  private static XmlHead ofUnknownEncoding(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    Matcher declaration = Pattern.compile("<\\?xml[^>]*>").matcher(text);
    if (!declaration.lookingAt()) {
      return NONE;
    }
    byte[] rest = text.substring(declaration.end()).getBytes(StandardCharsets.UTF_8);
    try {
      return of(new ReportFile("", new ByteArrayInputStream(rest)));
    } catch (IOException e) {
      throw new UncheckedIOException("an array can always be read", e);
    }
  }

  private static XmlHead ofElement(String text) {
    Matcher root = ROOT.matcher(text);
    if (!root.lookingAt()) {
      return NONE;
    }
    Set<String> attributes = new HashSet<>();
    Matcher attribute = ONE_ATTRIBUTE.matcher(root.group(2));
    while (attribute.find()) {
      attributes.add(attribute.group(1));
    }
    Matcher child = FIRST_CHILD.matcher(text).region(root.end(), text.length());
    return new XmlHead(root.group(1), attributes, child.lookingAt() ? child.group(1) : "");
  }

  private static String remaining(StringReader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      text.append((char) c);
    }
    return text.toString();
  }
}
