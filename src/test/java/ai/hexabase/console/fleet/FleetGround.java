package ai.hexabase.console.fleet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What all clusters of one fleet stand on. */
record FleetGround(Clock clock, FleetParts parts, Ledger ledger, Keys keys, Etcd etcd, HttpClient http) {
    static FleetGround prepare(Ledger ledger, Clock clock) {
        FleetParts parts = FleetParts.prepare();
        var plain =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var etcd = CompletableFuture.supplyAsync(() -> Etcd.start(parts, ledger.folder(), ledger, plain));
        Keys keys = Keys.make(ledger.folder().resolve("keys"), clock);
        return new FleetGround(
                clock,
                parts,
                ledger,
                keys,
                etcd.join(),
                trusting(keys.authority().certificate()));
    }

    /** Whether a GET is answered with 200 within two seconds. */
    boolean answers(URI address) {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static HttpClient trusting(String authority) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null);
            var certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(authority.getBytes(StandardCharsets.UTF_8)));
            store.setCertificateEntry("fleet", certificate);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(context)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
