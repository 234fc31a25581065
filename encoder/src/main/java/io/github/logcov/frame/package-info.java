/**
 * The text grammar of a payload in a log, both directions side by side; docs/frames.md is its
 * specification.
 */
package io.github.logcov.frame;
