package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built program and servers that cannot be trusted. Runs at {@code verify}, when the program is
 * there.
 */
@Timeout(120)
class TlsIT {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path directory;
  @TempDir Path streams;

  /** A new key with a certificate of its own, as keytool makes it. */
  private Path store(String... more) throws Exception {
    Path store = directory.resolve("store.p12");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keyalg",
                "EC",
                "-dname",
                "CN=travis.test",
                "-alias",
                "travis"));
    command.addAll(List.of(more));
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool").toFile())
            .start();
    assertThat(keytool.waitFor()).as(Files.readString(directory.resolve("keytool"))).isZero();
    return store;
  }

  /** Asks a server with that key, which answers nobody. */
  private Run ask(Path store, boolean trusted) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    try (SSLServerSocket server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
      Thread serving = new Thread(() -> serve(server));
      serving.setDaemon(true);
      serving.start();
      Program program = new Program(directory, streams);
      if (trusted) {
        program.environment(
            "LOGCOV_JAVA_OPTS",
            "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
                .formatted(store, new String(PASSWORD)));
      }
      // What cannot be trusted is no better a minute later.
      return program.shell(
          "$LOGCOV check --build 1 --wait-timeout 60s --api-url https://127.0.0.1:"
              + server.getLocalPort());
    }
  }

  private static void serve(SSLServerSocket server) {
    while (!server.isClosed()) {
      try (SSLSocket caller = (SSLSocket) server.accept()) {
        caller.startHandshake();
      } catch (IOException e) {
        // The caller does not trust us, or the test is over.
      }
    }
  }

  private static void isUnreachable(Run run, String why) {
    assertThat(run.status()).isEqualTo(6);
    assertThat(run.problems())
        .contains(": no trusted TLS connection to 127.0.0.1 (" + why + "); check the network, ")
        .contains("[travis-unreachable]");
  }

  @Test
  void saysThatNobodySignedTheCertificate() throws Exception {
    isUnreachable(
        ask(store("-ext", "SAN=IP:127.0.0.1"), false),
        "nobody whom Java trusts signed its certificate; name a store that has the signer with"
            + " LOGCOV_JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE");
  }

  @Test
  void saysThatTheCertificateIsForAnotherHost() throws Exception {
    isUnreachable(
        ask(store("-ext", "SAN=DNS:travis.test"), true),
        "its certificate is for another host: look at --api-url and TRAVIS_API_URL");
  }
}
