package io.github.logcov.format.jacoco;

import io.github.logcov.format.Excerpt;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The class files that execution data are held against ({@code --classes}), analysed. Immutable;
 * put together by a {@link Builder}, from streams that others open.
 */
public final class ClassFiles {
  /** No class at all. */
  public static final ClassFiles NONE = new Builder().build();

  /** With fewer classes other threads have started when this one is done. */
  private static final int WORTH_THREADS = 64;

  private final Map<Long, KnownClass> byId = new HashMap<>();
  private final Map<String, KnownClass> byName = new HashMap<>();
  private final SortedMap<String, SourceFlow> sources = new TreeMap<>();
  private final SourceFlow[] numbered;
  private final int withoutSource;

  private ClassFiles(SortedMap<String, ClassFlow> classes) {
    SortedMap<String, List<ClassFlow>> bySource = new TreeMap<>();
    int nowhere = 0;
    for (ClassFlow each : classes.values()) {
      if (each.path().isPresent()) {
        bySource.computeIfAbsent(each.path().get(), path -> new ArrayList<>()).add(each);
      } else {
        add(new KnownClass(each, KnownClass.NO_SOURCE, 0));
        nowhere++;
      }
    }
    int number = 0;
    for (List<ClassFlow> ofSource : bySource.values()) {
      int firstWord = 0;
      for (ClassFlow each : ofSource) {
        add(new KnownClass(each, number, firstWord));
        firstWord += SourceFlow.words(each);
      }
      number++;
    }
    record Source(String path, SourceFlow flow) {}
    onProcessors(bySource.entrySet())
        .map(each -> new Source(each.getKey(), new SourceFlow(each.getValue())))
        .toList()
        .forEach(each -> sources.put(each.path(), each.flow()));
    numbered = sources.values().toArray(SourceFlow[]::new);
    withoutSource = nowhere;
  }

  private void add(KnownClass known) {
    byId.put(known.id(), known);
    byName.put(known.name(), known);
  }

  /** These, in their order, on all processors where they are many. */
  private static <T> Stream<T> onProcessors(Collection<T> all) {
    return all.size() < WORTH_THREADS ? all.stream() : all.parallelStream();
  }

  /** Whether there is no class. */
  public boolean isEmpty() {
    return byName.isEmpty();
  }

  /** The class of this id; null when there is none. */
  @Nullable KnownClass byId(long id) {
    return byId.get(id);
  }

  /** The class of this name, whatever its id; null when there is none. */
  @Nullable KnownClass byName(String name) {
    return byName.get(name);
  }

  /** Package and name of each source file -> its lines; by path. */
  SortedMap<String, SourceFlow> sources() {
    return sources;
  }

  /** The source file with that number, in the order of their paths; from 0. */
  SourceFlow source(int number) {
    return numbered[number];
  }

  /** How many classes do not say which file they come from, and are left out. */
  int withoutSource() {
    return withoutSource;
  }

  /** A class file or archive that cannot be used: where, what was expected, what to do. */
  public static final class UnusableClassException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableClassException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Takes class files one by one. Bounded: the class files of a project are its own, but an archive
   * may hold more than it seems. Not thread-safe.
   */
  public static final class Builder {
    /** Larger than any class that a compiler writes: methods of 64 kB, 65,535 constants. */
    static final int MAX_CLASS_BYTES = 64 << 20;

    /** Bytes of all files and entries, read to the end or passed over: a large application. */
    static final long MAX_BYTES = 2L << 30;

    static final int MAX_ENTRIES = 1_000_000;

    private final int maxClassBytes;
    private final long maxBytes;
    private final int maxEntries;
    private final SortedMap<String, ClassFlow> classes = new TreeMap<>();
    private final Map<String, ClassPlace> places = new HashMap<>();
    private final TakenClasses taken = new TakenClasses();
    private long bytes;
    private int entries;

    /** With no class yet. */
    public Builder() {
      this(MAX_CLASS_BYTES, MAX_BYTES, MAX_ENTRIES);
    }

    Builder(int maxClassBytes, long maxBytes, int maxEntries) {
      this.maxClassBytes = maxClassBytes;
      this.maxBytes = maxBytes;
      this.maxEntries = maxEntries;
    }

    /**
     * Analyses one class file.
     *
     * @param place where it is, for messages
     * @throws UnusableClassException when it is none, or another class has its name
     */
    public void classFile(String place, InputStream in) throws IOException, UnusableClassException {
      take(place, in);
      analyse();
    }

    /**
     * As {@link #classFile}, but it is analysed together with others, by {@link #analyse} at the
     * latest; so what is thrown may be about one before.
     */
    public void take(String place, InputStream in) throws IOException, UnusableClassException {
      take(new ClassPlace(place, ""), in);
    }

    private void take(ClassPlace place, InputStream in) throws IOException, UnusableClassException {
      byte[] file = in.readNBytes(maxClassBytes + 1);
      count(place, file.length);
      if (file.length > maxClassBytes) {
        throw unusable(
            place, "a class file has at most " + maxClassBytes + " bytes, here are more", null);
      }
      taken.add(new TakenClass(place, file));
    }

    /** Analyses what was taken, as far as other threads have not done so yet. */
    public void analyse() throws UnusableClassException {
      for (TakenClass.Analysed each : taken.analysed()) {
        Optional<ClassFlow> flow = each.flow();
        if (flow.isPresent()) {
          add(each.place(), flow.get());
        }
      }
    }

    private void add(ClassPlace place, ClassFlow flow) throws UnusableClassException {
      ClassFlow other = classes.putIfAbsent(flow.name(), flow);
      if (other == null) {
        places.put(flow.name(), place);
      } else if (other.id() != flow.id()) {
        throw unusable(
            place,
            "another class "
                + Excerpt.of(flow.name())
                + " than in "
                + places.get(flow.name())
                + "; name the classes of one build only",
            null);
      }
    }

    /** Analyses the class files in a jar; jars inside of it are passed over. */
    public void archive(String place, InputStream in) throws IOException, UnusableClassException {
      ZipInputStream zip = new ZipInputStream(new BufferedInputStream(in));
      try {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          if (++entries > maxEntries) {
            throw unusable(
                new ClassPlace(place, ""),
                "all archives together have more than " + maxEntries + " entries; name fewer",
                null);
          }
          String name = entry.getName();
          ClassPlace at = new ClassPlace(place, name);
          // Other versions of classes for newer Java stand beside those that everybody has.
          if (isClass(name) && !name.startsWith("META-INF/versions/")) {
            take(at, zip);
          } else {
            passOver(at, zip);
          }
        }
        analyse();
      } catch (ZipException | IllegalArgumentException | EOFException e) {
        String why = Excerpt.of(String.valueOf(e.getMessage()));
        throw unusable(new ClassPlace(place, ""), "a zip archive was expected, but: " + why, e);
      }
    }

    /** Whether a file or entry of this name is a class file. */
    public static boolean isClass(String name) {
      return name.endsWith(".class");
    }

    /** What is skipped has to be unpacked, too. */
    private void passOver(ClassPlace place, InputStream in)
        throws IOException, UnusableClassException {
      byte[] buffer = new byte[1 << 13];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        count(place, n);
      }
    }

    private void count(ClassPlace place, int read) throws UnusableClassException {
      bytes += read;
      if (bytes > maxBytes) {
        throw unusable(
            place, "all classes together have more than " + maxBytes + " bytes; name fewer", null);
      }
    }

    static UnusableClassException unusable(
        ClassPlace place, String message, @Nullable Throwable cause) {
      return new UnusableClassException(place + ": " + message, cause);
    }

    /** All classes that were given, and analysed. */
    public ClassFiles build() {
      if (!taken.isEmpty()) {
        throw new IllegalStateException("some classes are not analysed yet");
      }
      return new ClassFiles(classes);
    }
  }
}
