/** From a frame to the verified bytes of the carried file. Knows the frame. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.payload;
