/**
 * What a repository needs to carry its coverage: the kinds of project in it, and the lines for its
 * .travis.yml. Takes names and texts of files, returns values.
 */
@org.jspecify.annotations.NullMarked
package io.github.logcov.setup;
