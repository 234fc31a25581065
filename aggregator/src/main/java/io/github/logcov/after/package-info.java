/**
 * Which job waits for the others: the section {@code [travis:after]} of a tox.ini, as tox-travis
 * read it. Takes the text and the environment, returns a decision.
 */
@org.jspecify.annotations.NullMarked
package io.github.logcov.after;
