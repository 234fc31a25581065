/** The command that runs inside the test job: finds report files and prints them as frames. */
package io.github.logcov.encoder;
