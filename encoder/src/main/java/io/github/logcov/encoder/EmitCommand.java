package io.github.logcov.encoder;

import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameWriter;
import io.github.logcov.frame.MaskScan;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prints report files as frames: everything is read, encoded and measured first, so that a refusal
 * prints nothing.
 *
 * <p>Exit status: 0 printed; 2 wrong usage, a file that is not there, nothing found, or more than
 * the budget; 1 when something could not be read or written.
 */
public final class EmitCommand {
  private static final int OK = 0;
  private static final int FAULT = 1;
  private static final int REFUSED = 2;

  private final String program;
  private final Map<String, String> environment;
  private final Path directory;
  private final OutputStream out;
  private final PrintStream err;
  private final Sleeper sleeper;

  /**
   * @param program how the caller is called, for the help and in front of messages
   * @param environment variables of the job
   * @param directory where relative names begin; absolute
   * @param out for frames (and help), such as {@link StandardOutput}; must throw when it cannot
   *     write, so no {@link PrintStream}
   * @param err for words
   */
  public EmitCommand(
      String program,
      Map<String, String> environment,
      Path directory,
      OutputStream out,
      PrintStream err) {
    this(program, environment, directory, out, err, Thread::sleep);
  }

  EmitCommand(
      String program,
      Map<String, String> environment,
      Path directory,
      OutputStream out,
      PrintStream err,
      Sleeper sleeper) {
    this.program = program;
    this.environment = environment;
    this.directory = directory;
    this.out = out;
    this.err = err;
    this.sleeper = sleeper;
  }

  /** Does what the arguments say. @return the exit status */
  public int run(List<String> args) {
    try {
      EmitOptions options = EmitOptions.parse(args);
      if (options.help() || options.version()) {
        String text = options.help() ? EmitHelp.text(program) : EmitHelp.version(program);
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return OK;
      }
      return print(packed(options));
    } catch (UsageException e) {
      say(e.getMessage());
      return REFUSED;
    } catch (IOException e) {
      say("cannot go on: " + Words.of(e));
      return FAULT;
    }
  }

  private List<FrameWriter> packed(EmitOptions options) throws UsageException, IOException {
    SaltChoice salts = SaltChoice.of(environment);
    BuildRoot root = BuildRoot.of(environment, directory);
    Map<Path, String> files = ReportFinder.find(options.files(), directory, this::say);
    List<FrameWriter> frames = new ArrayList<>();
    Budget budget = new Budget(options.maxBytes());
    List<String> words = new ArrayList<>();
    for (Map.Entry<Path, String> file : files.entrySet()) {
      String name = file.getValue();
      PackedFile packed = PackedFile.of(file.getKey(), name, options.codec());
      FrameHeader header = header(options, root, file.getKey(), packed);
      if (!FrameWriter.fits(header)) {
        throw new UsageException(name + ": its header is longer than 511 lines; give fewer flags");
      }
      SaltChoice.Choice choice = salts.choose(header, packed.encoded());
      FrameWriter frame = new FrameWriter(choice.header(), packed.encoded());
      frames.add(frame);
      budget.add(name, frame.charactersInLog());
      words.add(sizes(name, packed, choice.header(), frame.charactersInLog()));
      if (choice.score() > 0) {
        words.add(hit(name, salts, choice.score()));
      }
    }
    budget.check();
    words.forEach(this::say);
    return frames;
  }

  private FrameHeader header(EmitOptions options, BuildRoot root, Path file, PackedFile packed) {
    FrameHeader.Builder header = FrameHeader.builder().path(root.relative(file));
    header.carried(options.carry()).flags(options.flags());
    if (!options.carry()) {
      header.format(ReportName.format(file.getFileName().toString()));
    }
    header.codec(options.codec().label()).parity(options.parity());
    header.payload(packed.encoded(), packed.decodedBytes(), packed.sha256());
    header.buildId(environment.get("TRAVIS_BUILD_ID")).jobId(environment.get("TRAVIS_JOB_ID"));
    header.jobNumber(environment.get("TRAVIS_JOB_NUMBER"));
    header.jobName(environment.get("TRAVIS_JOB_NAME")).commit(environment.get("TRAVIS_COMMIT"));
    return header.buildDir(root.name().orElse("")).build();
  }

  private static String sizes(String name, PackedFile packed, FrameHeader header, long inLog) {
    return name
        + ": "
        + packed.decodedBytes()
        + " bytes, "
        + packed.encoded().length
        + " packed with "
        + header.codec()
        + ", "
        + inLog
        + " in the log";
  }

  private static String hit(String name, SaltChoice salts, long score) {
    return name
        + ": the value of an environment variable occurs in the lines, and the CI may mask it"
        + " there. "
        + (salts.isFixed() ? "LOGCOV_SALT allows no other salt. " : "")
        + (score < MaskScan.BEYOND_REPAIR
            ? "Parity can heal that."
            : "Parity may not heal that; a longer value would be hit less often.");
  }

  private int print(List<FrameWriter> frames) throws IOException {
    RecordOutput records = new RecordOutput(out, sleeper);
    records.begin();
    for (FrameWriter frame : frames) {
      frame.write(records::line);
    }
    return OK;
  }

  private void say(String words) {
    err.println(program + ": " + Words.printable(words));
    err.flush();
  }
}
