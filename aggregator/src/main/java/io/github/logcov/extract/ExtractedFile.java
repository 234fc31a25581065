package io.github.logcov.extract;

/**
 * A file that was written.
 *
 * @param job number of the job it is of
 * @param path below the folder, {@code /} as separator; it begins with the job number
 * @param bytes its size
 */
public record ExtractedFile(String job, String path, long bytes) {}
