package io.github.logcov.source;

/**
 * A path of a report whose place is open until all reports of the build are there. Equal for paths
 * that will lie in one place for the same reason, in whichever report.
 *
 * @param layout number of the layout (build directory and roots) that the path was written in; has
 *     no meaning beyond this run
 * @param path as written; behind a folder where packages are installed what stands behind it
 */
public record OpenPath(int layout, String path) {}
