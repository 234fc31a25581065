/** The JSON that {@code llvm-cov export} writes. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.format.llvmcov;
