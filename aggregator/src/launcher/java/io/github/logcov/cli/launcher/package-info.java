/** The Main-Class of the jar; Java 8 bytecode, and knows cli by name only. */
package io.github.logcov.cli.launcher;
