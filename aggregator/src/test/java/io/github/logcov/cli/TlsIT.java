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
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The built program and servers that cannot be trusted. Runs at {@code verify}, when the program is
 * there.
 */
@Timeout(120)
class TlsIT {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path directory;
  @TempDir Path streams;

  /** A new key with a certificate of its own. */
  private Path store(String... more) throws Exception {
    return key("travis", more);
  }

  /** A key in the store, as keytool makes it. */
  private Path key(String alias, String... more) throws Exception {
    Path store = directory.resolve("store.p12");
    List<String> command =
        new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + alias + ".test"));
    command.addAll(List.of("-alias", alias));
    command.addAll(List.of(more));
    keytool(store, command);
    return store;
  }

  private void keytool(Path store, List<String> what) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(what);
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", new String(PASSWORD)));
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool").toFile())
            .start();
    assertThat(keytool.waitFor()).as(Files.readString(directory.resolve("keytool"))).isZero();
  }

  /** The signer alone, as who trusts it has it. */
  private Path signer(Path store) throws Exception {
    String file = directory.resolve("signer").toString();
    Path trusted = directory.resolve("trusted.p12");
    keytool(store, List.of("-exportcert", "-alias", "signer", "-file", file));
    keytool(trusted, List.of("-importcert", "-noprompt", "-alias", "signer", "-file", file));
    keytool(store, List.of("-delete", "-alias", "signer"));
    return trusted;
  }

  /** Asks a server with that key, which answers nobody. */
  private Run ask(Path store, Optional<Path> trusted) throws Exception {
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
      if (trusted.isPresent()) {
        program.environment(
            "LOGCOV_JAVA_OPTS",
            "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
                .formatted(trusted.get(), new String(PASSWORD)));
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
        ask(store("-ext", "SAN=IP:127.0.0.1"), Optional.empty()),
        "nobody whom Java trusts signed its certificate; name a store that has the signer with"
            + " LOGCOV_JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE");
  }

  @Test
  void saysThatTheCertificateIsForAnotherHost() throws Exception {
    Path store = store("-ext", "SAN=DNS:travis.test");

    isUnreachable(
        ask(store, Optional.of(store)),
        "its certificate is for another host: look at --api-url and TRAVIS_API_URL");
  }

  @ParameterizedTest
  @CsvSource({
    "-10d, has expired, fast",
    "+10d, is not valid yet, slow",
  })
  void saysThatTheClockIsNotInTheTimeOfTheCertificate(String start, String why, String clock)
      throws Exception {
    key("signer", "-ext", "BC=ca:true", "-startdate", "-20d", "-validity", "100");
    Path store =
        store(
            "-signer", "signer", "-ext", "SAN=IP:127.0.0.1", "-startdate", start, "-validity", "1");

    isUnreachable(
        ask(store, Optional.of(signer(store))),
        "its certificate " + why + ", or the clock of this machine is " + clock);
  }
}
