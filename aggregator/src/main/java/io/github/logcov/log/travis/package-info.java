/**
 * A build on Travis CI, asked over its API v3. The only package that knows HTTP. Each call is one
 * attempt: it does not wait, repeat or look at a clock, and says of each failure whether asking
 * again may help.
 */
@org.jspecify.annotations.NullMarked
package io.github.logcov.log.travis;
