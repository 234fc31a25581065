package io.github.logcov.frame;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a frame says of its payload and of the job that printed it; immutable.
 *
 * <p>The values come from a log, so from strangers: a path may point anywhere, a name may hold
 * control characters.
 */
public final class FrameHeader {
  /** Salts are below this. */
  public static final int SALTS = Grammar.SALTS;

  private final String path;
  private final boolean carried;
  private final String codec;
  private final long encodedBytes;
  private final long decodedBytes;
  private final String sha256;
  private final String encodedCheck;
  private final int salt;
  private final int parity;
  private final List<String> flags;
  private final Map<String, String> facts;

  private FrameHeader(Builder builder) {
    path = Objects.requireNonNull(builder.path, "path");
    carried = builder.carried;
    codec = Objects.requireNonNull(builder.codec, "codec");
    encodedBytes = builder.encodedBytes;
    decodedBytes = builder.decodedBytes;
    sha256 = Objects.requireNonNull(builder.sha256, "sha256");
    encodedCheck = Objects.requireNonNull(builder.encodedCheck, "encodedCheck");
    salt = builder.salt;
    parity = builder.parity;
    flags = Collections.unmodifiableList(new ArrayList<>(builder.flags));
    facts = new TreeMap<>(builder.facts);
    if (salt < 0 || salt >= Grammar.SALTS || parity < 1 || parity > 64 || encodedBytes < 1) {
      throw new IllegalArgumentException(
          "salt " + salt + ", parity " + parity + ", encoded bytes " + encodedBytes);
    }
  }

  /**
   * A builder with salt 0 and parity 16; path, codec, sizes, sha256 and encodedCheck must be given.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads a header text.
   *
   * @throws MalformedHeaderException when a field is missing, not of its form, out of range, or
   *     contradicts another
   */
  public static FrameHeader parse(byte[] text) throws MalformedHeaderException {
    return new HeaderText(text).header();
  }

  /**
   * The header text, UTF-8: one {@code key=value} and a line feed per field, in the grammar's
   * order.
   */
  public byte[] text() {
    return HeaderText.write(this).getBytes(StandardCharsets.UTF_8);
  }

  /** The payload's id, five digits: the first 30 bits of the SHA-256 of the header text. */
  public String id() {
    return PayloadId.text(PayloadId.of(text()));
  }

  /** Version of the format, always 1 in this program. */
  public int version() {
    return HeaderText.VERSION;
  }

  /**
   * Path of the file relative to the build directory, {@code /} as separator; a base name when that
   * is not known.
   */
  public String path() {
    return path;
  }

  /** Format of the report as the encoder took it to be, for people; readers look at the content. */
  public Optional<String> format() {
    return fact("f");
  }

  /** Whether the file is carried along and no report. */
  public boolean carried() {
    return carried;
  }

  /** Name of the codec, {@code gzip}, {@code bzip2} or {@code xz}. */
  public String codec() {
    return codec;
  }

  /** Number of data lines, 1 to 262,143. */
  public int lines() {
    return (int) linesFor(encodedBytes);
  }

  /** Encoded (compressed) bytes, 1 or more. */
  public long encodedBytes() {
    return encodedBytes;
  }

  /** Bytes of the file itself, 0 or more. */
  public long decodedBytes() {
    return decodedBytes;
  }

  /** SHA-256 of the decoded bytes, 64 lower-case hex digits. */
  public String sha256() {
    return sha256;
  }

  /** The first 8 lower-case hex digits of the SHA-256 of the encoded bytes. */
  public String encodedCheck() {
    return encodedCheck;
  }

  /** Salt of the data lines, 0 to 31. */
  public int salt() {
    return salt;
  }

  /** One parity line per so many data lines, 1 to 64. */
  public int parity() {
    return parity;
  }

  /** The flags of the payload, in the order given. */
  public List<String> flags() {
    return flags;
  }

  /** TRAVIS_BUILD_ID of the job. */
  public Optional<String> buildId() {
    return fact("b");
  }

  /** TRAVIS_JOB_ID of the job. */
  public Optional<String> jobId() {
    return fact("j");
  }

  /** TRAVIS_JOB_NUMBER of the job. */
  public Optional<String> jobNumber() {
    return fact("m");
  }

  /** TRAVIS_JOB_NAME of the job. */
  public Optional<String> jobName() {
    return fact("t");
  }

  /** TRAVIS_COMMIT of the job. */
  public Optional<String> commit() {
    return fact("r");
  }

  /** Build directory: TRAVIS_BUILD_DIR, else the root of the git work tree. */
  public Optional<String> buildDir() {
    return fact("w");
  }

  /** The same header with another salt; so with another id. */
  public FrameHeader withSalt(int other) {
    Builder builder = new Builder().path(path).carried(carried).codec(codec).parity(parity);
    builder.sizes(encodedBytes, decodedBytes).sha256(sha256).encodedCheck(encodedCheck);
    builder.flags(flags).salt(other).facts.putAll(facts);
    return builder.build();
  }

  /** A field that may be absent, by its key in the header text. */
  Optional<String> fact(String key) {
    return Optional.ofNullable(facts.get(key));
  }

  /** Data lines that so many encoded bytes need. */
  static long linesFor(long encodedBytes) {
    return (encodedBytes + Grammar.DATA_BYTES - 1) / Grammar.DATA_BYTES;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FrameHeader
        && HeaderText.write(this).equals(HeaderText.write((FrameHeader) other));
  }

  @Override
  public int hashCode() {
    return HeaderText.write(this).hashCode();
  }

  /** The header text. */
  @Override
  public String toString() {
    return HeaderText.write(this);
  }

  /**
   * Collects the fields of a header; an empty value of a field that may be absent is taken as
   * absent.
   */
  public static final class Builder {
    private String path;
    private boolean carried;
    private String codec;
    private long encodedBytes;
    private long decodedBytes;
    private String sha256;
    private String encodedCheck;
    private int salt;
    private int parity = 16;
    private List<String> flags = Collections.emptyList();
    private final Map<String, String> facts = new TreeMap<>();

    private Builder() {}

    /** See {@link FrameHeader#path}. */
    public Builder path(String value) {
      path = value;
      return this;
    }

    /** See {@link FrameHeader#format}. */
    public Builder format(String value) {
      return fact("f", value);
    }

    /** See {@link FrameHeader#carried}. */
    public Builder carried(boolean value) {
      carried = value;
      return this;
    }

    /** See {@link FrameHeader#codec}. */
    public Builder codec(String value) {
      codec = value;
      return this;
    }

    /** See {@link FrameHeader#encodedBytes} and {@link FrameHeader#decodedBytes}. */
    public Builder sizes(long encoded, long decoded) {
      encodedBytes = encoded;
      decodedBytes = decoded;
      return this;
    }

    /** See {@link FrameHeader#sha256}. */
    public Builder sha256(String value) {
      sha256 = value;
      return this;
    }

    /** See {@link FrameHeader#encodedCheck}. */
    public Builder encodedCheck(String value) {
      encodedCheck = value;
      return this;
    }

    /** The sizes and checks of a payload, worked out from its bytes. */
    public Builder payload(byte[] encoded, long decoded, String sha256OfDecoded) {
      sizes(encoded.length, decoded).sha256(sha256OfDecoded);
      return encodedCheck(Sha256.hex(Sha256.digest(encoded), 4));
    }

    /** See {@link FrameHeader#salt}. */
    public Builder salt(int value) {
      salt = value;
      return this;
    }

    /** See {@link FrameHeader#parity}. */
    public Builder parity(int value) {
      parity = value;
      return this;
    }

    /** See {@link FrameHeader#flags}. */
    public Builder flags(List<String> values) {
      flags = values;
      return this;
    }

    /** See {@link FrameHeader#buildId}. */
    public Builder buildId(String value) {
      return fact("b", value);
    }

    /** See {@link FrameHeader#jobId}. */
    public Builder jobId(String value) {
      return fact("j", value);
    }

    /** See {@link FrameHeader#jobNumber}. */
    public Builder jobNumber(String value) {
      return fact("m", value);
    }

    /** See {@link FrameHeader#jobName}. */
    public Builder jobName(String value) {
      return fact("t", value);
    }

    /** See {@link FrameHeader#commit}. */
    public Builder commit(String value) {
      return fact("r", value);
    }

    /** See {@link FrameHeader#buildDir}. */
    public Builder buildDir(String value) {
      return fact("w", value);
    }

    Builder fact(String key, String value) {
      if (value != null && !value.isEmpty()) {
        facts.put(key, value);
      }
      return this;
    }

    /** The header; salt and parity must be in range. */
    public FrameHeader build() {
      return new FrameHeader(this);
    }
  }
}
