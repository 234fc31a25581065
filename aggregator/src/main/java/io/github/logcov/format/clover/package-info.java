/** Clover's XML, as OpenClover, phpunit and istanbul write it. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.format.clover;
