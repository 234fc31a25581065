package io.github.logcov.encoder;

import io.github.logcov.frame.Codec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The command line of emit, checked. */
final class EmitOptions {
  /**
   * What {@code --codec auto} takes: it makes tracefiles smallest, coverage.xml nearly so, and is
   * quick to undo; {@code docs/codecs.md} has the figures.
   */
  static final Codec AUTO = Codec.XZ;

  private final List<String> files = new ArrayList<>();
  private final List<String> flags = new ArrayList<>();
  private boolean carry;
  private Codec codec = AUTO;
  private int parity = 16;
  private long maxBytes = 3_000_000;
  private boolean help;
  private boolean version;

  private EmitOptions() {}

  /**
   * Reads the arguments; {@code --} ends the options, {@code --opt=value} is {@code --opt value}.
   */
  static EmitOptions parse(List<String> args) throws UsageException {
    EmitOptions options = new EmitOptions();
    boolean optionsEnded = false;
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (optionsEnded || !arg.startsWith("-") || arg.equals("-")) {
        options.file(arg);
      } else if (arg.equals("--")) {
        optionsEnded = true;
      } else if (!options.word(arg)) {
        int equals = arg.indexOf('=');
        if (equals >= 0) {
          options.option(arg.substring(0, equals), arg.substring(equals + 1));
        } else {
          options.option(arg, i + 1 < args.size() ? args.get(i + 1) : null);
          i++;
        }
      }
    }
    return options;
  }

  private void file(String name) throws UsageException {
    if (name.isEmpty()) {
      throw new UsageException("expected the name of a file, but it was empty");
    }
    files.add(name);
  }

  private boolean word(String arg) {
    switch (arg) {
      case "--carry":
        return carry = true;
      case "--help":
        return help = true;
      case "--version":
        return version = true;
      default:
        return false;
    }
  }

  private void option(String name, String value) throws UsageException {
    switch (name) {
      case "--flag":
        flags.add(given(name, value));
        break;
      case "--codec":
        codec = codec(given(name, value));
        break;
      case "--parity":
        parity = (int) whole(name, given(name, value), 1, 64);
        break;
      case "--max-bytes":
        maxBytes = whole(name, given(name, value), 1, 999_999_999_999_999L);
        break;
      default:
        throw new UsageException("unknown option " + name + "; see --help");
    }
  }

  private static String given(String name, String value) throws UsageException {
    if (value == null || value.isEmpty()) {
      throw new UsageException(name + " needs a value, but there was none");
    }
    return value;
  }

  private static Codec codec(String name) throws UsageException {
    if (name.equals("auto")) {
      return AUTO;
    }
    return Codec.of(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "--codec knows auto, gzip, bzip2 and xz, but was \"" + name + "\""));
  }

  /** A whole number in a range; {@code name} is whose value it is. */
  static long whole(String name, String value, long least, long most) throws UsageException {
    if (value.matches("0*[0-9]{1,15}")) {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new UsageException(
        name
            + " needs a whole number from "
            + least
            + " to "
            + most
            + ", but was \""
            + value
            + "\"");
  }

  /** Files and patterns as they were named. */
  List<String> files() {
    return Collections.unmodifiableList(files);
  }

  List<String> flags() {
    return Collections.unmodifiableList(flags);
  }

  boolean carry() {
    return carry;
  }

  Codec codec() {
    return codec;
  }

  int parity() {
    return parity;
  }

  /** Most bytes in the log for the whole call, line ends counted as CR LF. */
  long maxBytes() {
    return maxBytes;
  }

  boolean help() {
    return help;
  }

  boolean version() {
    return version;
  }
}
