import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Writes what we owe to those whose work is in a jar of ours: {@code THIRD-PARTY.txt}, a list, and
 * {@code third-party/}, the licence texts and notices, copied from their own jars where these have
 * any.
 *
 * <p>Usage: {@code java ThirdParty.java META-INF KNOWN CLASSPATH}. Every library of the class path
 * must have a line in {@code third-party.properties} in KNOWN, the folder of this file; a library
 * without one fails the build. (The license plugins know the licence's name only, and fetch its
 * text from the network.)
 */
final class ThirdParty {
  private record Library(String name, String version, Path jar) {
    /**
     * From the layout of a Maven repository, {@code .../name/version/name-version.jar}; null for
     * modules of ours.
     */
    static Library of(Path jar) {
      Path folder = jar.getParent();
      String version = folder.getFileName().toString();
      String name = folder.getParent().getFileName().toString();
      return jar.getFileName().toString().equals(name + "-" + version + ".jar")
          ? new Library(name, version, jar)
          : null;
    }
  }

  public static void main(String[] args) throws IOException {
    Path metaInf = Path.of(args[0]);
    Path known = Path.of(args[1]);
    Properties licences = new Properties();
    try (var text = Files.newBufferedReader(known.resolve("third-party.properties"))) {
      licences.load(text);
    }
    List<Library> libraries = new ArrayList<>();
    for (String part : args[2].split(File.pathSeparator)) {
      Library library = part.endsWith(".jar") ? Library.of(Path.of(part)) : null;
      if (library != null) {
        libraries.add(library);
      }
    }
    libraries.sort(Comparator.comparing(Library::name));

    Path texts = metaInf.resolve("third-party");
    deleteTree(texts);
    StringBuilder list = new StringBuilder();
    list.append("Other people's work in this jar, and where the text of its licence is.\n");
    for (Library library : libraries) {
      String line = licences.getProperty(library.name());
      if (line == null) {
        throw new IOException(
            library.name()
                + " has no line in "
                + known.resolve("third-party.properties")
                + ": add one (its licence, a blank, its home page), and a text under licenses/ if its jar has none");
      }
      String[] fields = line.split(" ", 2);
      List<String> files = copyNotices(library, texts.resolve(library.name()));
      Path ownText = known.resolve("licenses").resolve(library.name() + ".txt");
      Path commonText = known.resolve("licenses").resolve(fields[0] + ".txt");
      boolean hasText =
          files.stream().anyMatch(file -> file.contains("/LICEN") || file.endsWith("/COPYING"));
      if (hasText) {
        // Its own words are the best.
      } else if (Files.exists(ownText)) {
        files.add(copy(ownText, texts.resolve(library.name()).resolve("LICENSE.txt"), metaInf));
      } else if (Files.exists(commonText)) {
        files.add(copy(commonText, texts.resolve(fields[0] + ".txt"), metaInf));
      } else if (fields[0].equals("Apache-2.0")) {
        files.add("META-INF/LICENSE");
      } else {
        throw new IOException(
            "no text of " + fields[0] + ": " + commonText + " or " + ownText + " is missing");
      }
      list.append('\n').append(library.name()).append(' ').append(library.version());
      list.append('\n').append("  ").append(fields[0]).append(", ").append(fields[1]).append('\n');
      files.forEach(file -> list.append("  ").append(file).append('\n'));
    }
    Files.createDirectories(metaInf);
    Files.writeString(metaInf.resolve("THIRD-PARTY.txt"), list);
  }

  /**
   * Copies the licences and notices of the library's own jar to {@code target}; returns their names
   * in our jar.
   */
  private static List<String> copyNotices(Library library, Path target) throws IOException {
    List<String> files = new ArrayList<>();
    try (ZipInputStream jar = new ZipInputStream(Files.newInputStream(library.jar()))) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        if (entry.getName().matches("META-INF/(LICENSE|NOTICE|LICENCE|COPYING)[A-Za-z._-]*")) {
          String name = entry.getName().substring("META-INF/".length());
          Files.createDirectories(target);
          Files.write(target.resolve(name), jar.readAllBytes());
          files.add("META-INF/third-party/" + library.name() + "/" + name);
        }
      }
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private static String copy(Path from, Path to, Path metaInf) throws IOException {
    Files.createDirectories(to.getParent());
    try (InputStream text = Files.newInputStream(from)) {
      Files.write(to, text.readAllBytes());
    }
    return "META-INF/" + metaInf.relativize(to).toString().replace('\\', '/');
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ThirdParty::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
