package ai.hexabase.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.hexabase.console.audit.ForwardTarget.Kind;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The record sent on to a real rsyslog, where one is: installed, or unpacked where {@code RSYSLOG_HOME} says. */
class RsyslogForwardingTest extends ForwardGround {
    private static final Path UNPACKED = Path.of(System.getenv().getOrDefault("RSYSLOG_HOME", "target/rsyslog"));

    private Path place;
    private int plain;
    private int secured;
    private Process rsyslog;

    private static Path program() {
        return Stream.of(UNPACKED.resolve("usr/sbin/rsyslogd"), Path.of("/usr/sbin/rsyslogd"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    @BeforeEach
    void begin() throws Exception {
        assumeTrue(program() != null, "no rsyslogd on this machine");
        place = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "rsyslog-")
                .toAbsolutePath();
        plain = freePort();
        secured = freePort();
        makeCertificate();
        Files.writeString(place.resolve("rsyslog.conf"), settings());
        run();
    }

    /** GnuTLS 3.7 does not take curve keys as Java writes them, so this one is openssl's. */
    private void makeCertificate() throws Exception {
        var openssl = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=logs"
                + " -addext subjectAltName=IP:127.0.0.1 -keyout server.key -out server.pem";
        var process = new ProcessBuilder(openssl.split(" "))
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("openssl").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private String settings() {
        return """
                global(workDirectory="%1$s" maxMessageSize="64k" defaultNetstreamDriverCAFile="%1$s/server.pem"
                  defaultNetstreamDriverCertFile="%1$s/server.pem" defaultNetstreamDriverKeyFile="%1$s/server.key")
                module(load="imtcp")
                input(type="imtcp" address="127.0.0.1" port="%2$d" streamDriver.name="ptcp" streamDriver.mode="0")
                input(type="imtcp" address="127.0.0.1" port="%3$d" streamDriver.name="gtls" streamDriver.mode="1"
                  streamDriver.authMode="anon")
                template(name="parts" type="string"
                  string="%%syslogfacility%%|%%syslogseverity%%|%%app-name%%|%%msgid%%|%%structured-data%%|%%msg%%\\n")
                action(type="omfile" file="%1$s/received" template="parts")
                """.formatted(place, plain, secured);
    }

    private void run() throws IOException {
        var libraries = UNPACKED.resolve("usr/lib/x86_64-linux-gnu");
        var command = new java.util.ArrayList<>(List.of(
                program().toString(),
                "-n",
                "-f",
                place.resolve("rsyslog.conf").toString(),
                "-i",
                place.resolve("pid").toString()));
        if (program().startsWith(UNPACKED)) {
            command.addAll(List.of("-M", libraries.resolve("rsyslog").toString()));
        }
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("said").toFile());
        builder.environment().put("LD_LIBRARY_PATH", libraries.toString());
        rsyslog = builder.start();
        await().untilAsserted(() -> listens(plain));
        await().untilAsserted(() -> listens(secured));
    }

    private void listens(int port) throws IOException {
        assertThatCode(() -> new Socket("127.0.0.1", port).close())
                .as(Files.readString(place.resolve("said")))
                .doesNotThrowAnyException();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @AfterEach
    void end() throws Exception {
        if (rsyslog != null) {
            rsyslog.destroy();
            rsyslog.waitFor();
        }
        if (place != null) {
            FileSystemUtils.deleteRecursively(place);
        }
    }

    private List<String> received() throws IOException {
        var file = place.resolve("received");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private void arrives(Kind kind, int port, String authorities) throws IOException {
        record(250);
        piece(kept(target(kind, "127.0.0.1:" + port, false, authorities)));
        await().untilAsserted(() -> assertThat(received()).hasSize(250));
        assertThat(seqs(received()))
                .isEqualTo(LongStream.rangeClosed(1, 250).boxed().toList());
        assertThat(received().getFirst())
                .startsWith("13|6|hexabase-console|cluster.change|[origin software=\"Hexabase Console\"]|")
                .contains("東京");
    }

    @Test
    void overTcpARealReceiverReadsEveryEntryInItsOrder() throws IOException {
        arrives(Kind.SYSLOG_TCP, plain, "");
    }

    @Test
    void overTlsARealReceiverReadsEveryEntryInItsOrder() throws IOException {
        arrives(Kind.SYSLOG_TLS, secured, Files.readString(place.resolve("server.pem")));
    }

    @Test
    void aReceiverThatWasStoppedForAWhileGetsAllThatCameMeanwhile() throws Exception {
        record(20);
        var id = kept(target(Kind.SYSLOG_TCP, "127.0.0.1:" + plain, false, ""));
        piece(id);
        await().untilAsserted(() -> assertThat(received()).hasSize(20));
        rsyslog.destroy();
        rsyslog.waitFor();
        record(20);
        clock.reach(piece(id).at());
        assertThat(progress(id).failure()).isNotNull();
        run();
        piece(id);
        await().untilAsserted(() -> assertThat(seqs(received()))
                .isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList()));
    }
}
