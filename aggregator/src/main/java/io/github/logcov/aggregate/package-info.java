/** The whole pure flow: decode, drop duplicates, read, map paths, unite, judge. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.aggregate;
