package ai.hexabase.console.audit;

import ai.hexabase.console.common.PemCertificates;
import ai.hexabase.console.fleet.Identity;
import ai.hexabase.console.kube.Pem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Receives syslog over TCP or TLS, and reads octet-counted frames to the letter. */
final class SyslogReceiver implements AutoCloseable {
    private final ServerSocket listener;
    final List<String> messages = new CopyOnWriteArrayList<>();
    final List<String> faults = new CopyOnWriteArrayList<>();
    /** Reads so many messages and hangs up without reading the rest. */
    volatile int breaksAfter = Integer.MAX_VALUE;
    /** Keeps connections open that the other side has ended. */
    volatile boolean holdsOpen;

    private SyslogReceiver(ServerSocket listener) {
        this.listener = listener;
        Thread.ofVirtual().start(this::accept);
    }

    static SyslogReceiver plain(int port) throws IOException {
        return new SyslogReceiver(new ServerSocket(port, 10, InetAddress.getByName("127.0.0.1")));
    }

    static SyslogReceiver tls(Identity identity) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var chain = PemCertificates.read(identity.certificate()).toArray(Certificate[]::new);
        store.setKeyEntry("server", Pem.privateKey(identity.key()), new char[0], chain);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return new SyslogReceiver(
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getByName("127.0.0.1")));
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = client.getInputStream();
            var read = 0;
            for (var message = frame(in); message != null; message = frame(in)) {
                messages.add(message);
                if (++read >= breaksAfter) {
                    breaksAfter = Integer.MAX_VALUE;
                    client.setSoLinger(true, 0);
                    return;
                }
            }
            while (holdsOpen) {
                Thread.onSpinWait();
            }
        } catch (IOException broken) {
            faults.add(broken.toString());
        }
    }

    /** {@code MSG-LEN SP SYSLOG-MSG}, the length without leading zeros; null at the end. */
    private static String frame(InputStream in) throws IOException {
        var length = 0;
        for (var sign = in.read(); sign != ' '; sign = in.read()) {
            if (sign < 0 && length == 0) {
                return null;
            }
            if (sign < '0' || sign > '9' || length == 0 && sign == '0') {
                throw new IOException("no octet count: " + sign);
            }
            length = length * 10 + sign - '0';
        }
        var message = new ByteArrayOutputStream();
        message.writeBytes(in.readNBytes(length));
        if (message.size() < length) {
            throw new IOException("a message ends early");
        }
        return message.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        holdsOpen = false;
        listener.close();
    }
}
