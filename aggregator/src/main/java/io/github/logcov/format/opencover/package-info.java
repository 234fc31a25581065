/** OpenCover's XML, as OpenCover and coverlet write it. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.format.opencover;
