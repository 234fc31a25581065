/** Which jobs count, what they must deliver, and their whole payloads. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.collect;
