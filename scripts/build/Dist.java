import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes {@code aggregator/target/logcov} (the shell stub with the jar behind it, which runs by
 * itself and as {@code java -jar}) and {@code dist/}, after checking what is promised of the jars.
 *
 * <p>Usage: {@code java Dist.java ROOT}. In Java, since a build on macOS or Windows has no cat,
 * chmod and sha256sum like ours.
 */
final class Dist {
  private static final int MAX_BYTES = 12 << 20;
  private static final int MAX_CLASS_LEVEL = 61; // Java 17
  private static final int JAVA_8_CLASS_LEVEL = 52;

  /** The build leaves those for Java 18 and newer out. */
  private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/([0-9]+)/(.+)");

  private static final Pattern OUR_CLASS = Pattern.compile("io/github/logcov/.*\\.class");

  private static final int END_OF_DIRECTORY = 0x06054b50;
  private static final int DIRECTORY_ENTRY = 0x02014b50;
  private static final int END_LENGTH = 22;
  private static final int ENTRY_LENGTH = 46;

  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]).normalize();

    Path jar = root.resolve("aggregator/target/logcov.jar");
    Path emitJar = root.resolve("encoder/target/logcov-emit.jar");
    checkJar(jar, MAX_CLASS_LEVEL);
    checkJar(emitJar, JAVA_8_CLASS_LEVEL);

    Path logcov = root.resolve("aggregator/target/logcov");
    byte[] stub = stub(root.resolve("scripts/build/stub.sh"));
    write(logcov, withStub(stub, quickToLoad(jar)), true);
    if (Files.size(logcov) > MAX_BYTES) {
      throw new IOException(
          logcov + " has " + Files.size(logcov) + " bytes, more than " + MAX_BYTES);
    }

    TreeMap<String, Path> files = new TreeMap<>();
    files.put("logcov", logcov);
    files.put("logcov-emit.jar", emitJar);
    files.put("logcov-emit.sh", root.resolve("scripts/logcov-emit.sh"));
    StringBuilder sums = new StringBuilder();
    for (var file : files.entrySet()) {
      String name = file.getKey();
      byte[] content = Files.readAllBytes(file.getValue());
      write(root.resolve("dist").resolve(name), content, !name.endsWith(".jar"));
      sums.append(sha256(content)).append("  ").append(name).append('\n');
    }
    write(root.resolve("dist/SHA256SUMS"), sums.toString().getBytes(StandardCharsets.UTF_8), false);
  }

  /**
   * The stub, with {@code \n} whatever the checkout made of it: a shell stumbles over {@code \r}.
   */
  private static byte[] stub(Path file) throws IOException {
    return Files.readString(file).replace("\r", "").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The same jar in the form that starts fastest: our own classes, of which each run loads
   * hundreds, are not deflated; folders have no entries, since Java reads the names of all entries
   * first; and of a class for several releases of Java only that for 17 is there, as the boot
   * loader, to which the stub leaves the loading, knows none of the others.
   */
  private static byte[] quickToLoad(Path jar) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      Map<String, ZipEntry> chosen = new LinkedHashMap<>();
      Map<String, Integer> versions = new HashMap<>();
      for (ZipEntry entry : Collections.list(from.entries())) {
        Matcher versioned = VERSIONED.matcher(entry.getName());
        int version = versioned.matches() ? Integer.parseInt(versioned.group(1)) : 0;
        String name = version == 0 ? entry.getName() : versioned.group(2);
        if (version >= versions.getOrDefault(name, 0)) {
          versions.put(name, version);
          chosen.put(name, entry);
        }
      }
      for (Map.Entry<String, ZipEntry> each : chosen.entrySet()) {
        if (!each.getKey().endsWith("/")) {
          copy(from, each.getValue(), to, each.getKey());
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream to, String name)
      throws IOException {
    ZipEntry copy = new ZipEntry(name);
    // Not setTime, which depends on the time zone.
    copy.setTimeLocal(entry.getTimeLocal());
    if (OUR_CLASS.matcher(name).matches()) {
      copy.setMethod(ZipEntry.STORED);
      copy.setSize(entry.getSize());
      copy.setCrc(entry.getCrc());
    }
    to.putNextEntry(copy);
    try (InputStream in = from.getInputStream(entry)) {
      in.transferTo(to);
    }
  }

  /**
   * The stub and the jar in one file. The offsets in the zip's directory are moved by the length of
   * the stub, as {@code zip -A} does; Java would find the entries without, but other readers of
   * zips warn or fail.
   */
  private static byte[] withStub(byte[] stub, byte[] jar) throws IOException {
    ByteBuffer zip = ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN);
    int end = jar.length - END_LENGTH;
    int count = zip.getShort(end + 10) & 0xffff;
    if (zip.getInt(end) != END_OF_DIRECTORY || count == 0xffff) {
      throw new IOException(
          "logcov.jar has a comment or is a Zip64 file; this program knows neither");
    }
    int entry = zip.getInt(end + 16);
    zip.putInt(end + 16, entry + stub.length);
    for (int i = 0; i < count; i++) {
      if (zip.getInt(entry) != DIRECTORY_ENTRY) {
        throw new IOException("logcov.jar: no directory entry at offset " + entry);
      }
      zip.putInt(entry + 42, zip.getInt(entry + 42) + stub.length);
      entry += ENTRY_LENGTH + variableLength(zip, entry);
    }
    if (entry != end) {
      throw new IOException("logcov.jar: its directory ends at " + entry + ", expected " + end);
    }
    ByteBuffer whole = ByteBuffer.allocate(stub.length + jar.length);
    return whole.put(stub).put(jar).array();
  }

  /** The lengths of name, extra field and comment together. */
  private static int variableLength(ByteBuffer zip, int entry) {
    int name = zip.getShort(entry + 28) & 0xffff;
    int extra = zip.getShort(entry + 30) & 0xffff;
    int comment = zip.getShort(entry + 32) & 0xffff;
    return name + extra + comment;
  }

  private static void checkJar(Path jar, int maxLevel) throws IOException {
    List<String> faults = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName();
        if (name.matches(".*\\.(so|dll|dylib|jnilib)")) {
          faults.add("a native library: " + name);
        } else if (name.matches("META-INF/[^/]*\\.(SF|DSA|RSA|EC)")) {
          faults.add("a signature that is void in this jar: " + name);
        } else if (name.endsWith(".class")) {
          int level = level(zip, entry);
          if (level > maxLevel) {
            faults.add("a class of level " + level + ", more than " + maxLevel + ": " + name);
          }
        }
      }
      for (String needed :
          List.of("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/THIRD-PARTY.txt")) {
        if (zip.getEntry(needed) == null) {
          faults.add("no " + needed);
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new IOException(jar + " has " + String.join("\n  and ", faults));
    }
  }

  private static int level(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream bytes = zip.getInputStream(entry)) {
      return ByteBuffer.wrap(bytes.readNBytes(8)).getShort(6);
    }
  }

  /** Writes beside the target and moves: a program that runs from the old file is not disturbed. */
  private static void write(Path target, byte[] content, boolean executable) throws IOException {
    Files.createDirectories(target.getParent());
    Path half = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".half");
    try {
      try (OutputStream out = Files.newOutputStream(half)) {
        out.write(content);
      }
      if (Files.getFileStore(half).supportsFileAttributeView("posix")) {
        Set<PosixFilePermission> mode =
            PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
        Files.setPosixFilePermissions(half, mode);
      }
      Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
