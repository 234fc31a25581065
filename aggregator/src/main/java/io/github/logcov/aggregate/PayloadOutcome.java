package io.github.logcov.aggregate;

import java.util.List;

/**
 * One report that counted.
 *
 * @param path as in its header
 * @param format name of its format, such as {@code cobertura}
 * @param flags as emitted
 * @param bytes decoded size
 * @param sha256 of the decoded bytes, lower-case hex
 * @param repaired lines of the log that were brought back
 */
public record PayloadOutcome(
    String path, String format, List<String> flags, long bytes, String sha256, int repaired) {}
