/** What is missing, damaged or odd, and where. Known to all, knows nobody. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.problem;
