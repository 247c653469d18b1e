package ai.hexabase.console.bench;

import ai.hexabase.console.fleet.FleetCluster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Writes to a cluster's API server as fast as it takes them, without a client in between. */
final class ApiWrites {
    private static final int AT_ONCE = 24;

    private final HttpClient http;
    private final URI server;
    private final String token;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final AtomicInteger failed = new AtomicInteger();

    ApiWrites(FleetCluster cluster) throws GeneralSecurityException, IOException {
        var kubeconfig = cluster.serviceAccountKubeconfig("default", "bench", "cluster-admin");
        var found = Pattern.compile("token: \"?([^\"\\s]+)").matcher(kubeconfig);
        if (!found.find()) {
            throw new IllegalStateException("the kubeconfig has no token");
        }
        token = found.group(1);
        server = cluster.url();
        http = HttpClient.newBuilder().sslContext(trusting(cluster.authority())).build();
    }

    private static SSLContext trusting(String authority) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        var certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(authority.getBytes(StandardCharsets.US_ASCII)));
        store.setCertificateEntry("fleet", certificate);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    void create(String path, String json) throws InterruptedException {
        send("POST", path, "application/json", json);
    }

    void patchStatus(String path, String json) throws InterruptedException {
        send("PATCH", path + "/status", "application/strategic-merge-patch+json", json);
    }

    private void send(String method, String path, String type, String json) throws InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(json))
                .build();
        free.acquire();
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, BodyHandlers.discarding());
        answer.whenComplete((response, trouble) -> {
            free.release();
            if (trouble != null || response.statusCode() >= 300) {
                failed.incrementAndGet();
            }
        });
    }

    /** Waits until all are answered; how many were not taken. */
    int settle() throws InterruptedException {
        free.acquire(AT_ONCE);
        free.release(AT_ONCE);
        return failed.getAndSet(0);
    }
}
