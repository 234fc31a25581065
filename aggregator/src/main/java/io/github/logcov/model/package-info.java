/**
 * Coverage as facts: files, lines, branches, and the jobs that ran them; unions of it. Columns
 * inside, records as views. Imports nothing of ours but problem.
 */
@org.jspecify.annotations.NullMarked
package io.github.logcov.model;
