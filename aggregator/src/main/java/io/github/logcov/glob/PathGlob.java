package io.github.logcov.glob;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern for repository paths, as {@code .gitignore} has them, without its surprises:
 *
 * <ul>
 *   <li>{@code *}, {@code ?} and {@code [...]} stay within one folder, {@code **} crosses folders;
 *       <code>**&#47;</code> is any number of folders, none included;
 *   <li>a pattern without a slash, save one at its end, matches at any depth: {@code *.py}, {@code
 *       node_modules}; every other one is matched from the root of the repository: {@code src/*.c},
 *       {@code /setup.py};
 *   <li>a pattern that ends with a slash matches all that lies below such a folder: {@code tests/};
 *   <li>one whose last part has no wildcard names a file or a folder: {@code src/gen} matches the
 *       file and all that lies below a folder of this name. {@code src/*} matches the files in
 *       {@code src} and not those in its subfolders.
 * </ul>
 *
 * <p>A backslash is read as a slash, a leading {@code ./} is dropped, and the leading slash of a
 * path (one that lies outside of the repository) does not count.
 */
public final class PathGlob {

  private final String text;
  private final Glob glob;

  private PathGlob(String text, Glob glob) {
    this.text = text;
    this.glob = glob;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it is empty, names nothing ({@code /}), or is longer than
   *     4,096 characters
   */
  public static PathGlob of(String pattern) {
    String path = GlobParser.checked(pattern).replace('\\', '/').replaceAll("//+", "/");
    while (path.startsWith("./")) {
      path = path.substring(2);
    }
    boolean onlyBelow = path.endsWith("/");
    String body = path.substring(0, path.length() - (onlyBelow ? 1 : 0));
    boolean anchored = body.indexOf('/') >= 0;
    body = body.startsWith("/") ? body.substring(1) : body;
    if (body.isEmpty() || body.equals(".")) {
      throw new IllegalArgumentException(
          "a path pattern must name a file or a folder, but was \""
              + pattern
              + "\"; for everything use **");
    }
    return new PathGlob(pattern, compile(body, anchored, onlyBelow));
  }

  private static Glob compile(String body, boolean anchored, boolean onlyBelow) {
    String rooted = anchored ? body : "**/" + body;
    String whole = onlyBelow ? rooted + "/**" : rooted;
    List<Token> tokens = new ArrayList<>(GlobParser.path(whole));
    String last = body.substring(body.lastIndexOf('/') + 1);
    boolean folderToo = !onlyBelow && last.chars().noneMatch(c -> c == '*' || c == '?');
    return new Glob(whole, List.copyOf(tokens), folderToo);
  }

  /** Whether the pattern matches a path with {@code /} as separator. */
  public boolean matches(String path) {
    return glob.matches(path.startsWith("/") ? path.substring(1) : path);
  }

  /** The pattern, as written. */
  @Override
  public String toString() {
    return text;
  }
}
