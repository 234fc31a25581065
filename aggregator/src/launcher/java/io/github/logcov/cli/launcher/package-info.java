/** The Main-Class of the jar; Java 8 bytecode, and calls cli when it can be loaded. */
package io.github.logcov.cli.launcher;
