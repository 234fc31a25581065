/**
 * Coverage as facts: files, lines, branches, and the jobs that ran them; unions of it. Columns
 * inside, records as views. Imports nothing of ours.
 *
 * <p>The flow is {@link io.github.logcov.model.FactsBuilder} (one report, one file) to {@link
 * io.github.logcov.model.FileFacts}, with a path and a session into {@link
 * io.github.logcov.model.CoverageUnion}, out as {@link io.github.logcov.model.Coverage}.
 */
@org.jspecify.annotations.NullMarked
package io.github.logcov.model;
