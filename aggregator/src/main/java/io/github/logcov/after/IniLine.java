package io.github.logcov.after;

/**
 * One line of a value.
 *
 * @param number its number in the file, from 1
 * @param text what it says, without the blanks around it
 */
record IniLine(int number, String text) {}
