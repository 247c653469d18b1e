package ai.hexabase.console.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one etcd under all clusters of a fleet, without fsync: its data live as long as the fleet. */
final class Etcd {
    private static final Pattern REVISION = Pattern.compile("\"revision\":\"(\\d+)\"");

    private final URI url;
    private final HttpClient http;

    private Etcd(URI url, HttpClient http) {
        this.url = url;
        this.http = http;
    }

    static Etcd start(FleetParts parts, Path folder, Ledger ledger, HttpClient http) {
        String client = "http://127.0.0.1:" + Ports.free();
        String peer = "http://127.0.0.1:" + Ports.free();
        FleetProcess process = FleetProcess.start(
                "etcd",
                folder,
                ledger,
                Map.of(),
                List.of(
                        parts.binary("etcd"),
                        "--data-dir=" + folder.resolve("etcd"),
                        "--listen-client-urls=" + client,
                        "--advertise-client-urls=" + client,
                        "--listen-peer-urls=" + peer,
                        "--initial-advertise-peer-urls=" + peer,
                        "--initial-cluster=default=" + peer,
                        "--quota-backend-bytes=4294967296",
                        "--unsafe-no-fsync",
                        "--log-level=warn"));
        var etcd = new Etcd(URI.create(client), http);
        process.await(Duration.ofSeconds(60), "etcd is healthy", etcd::healthy);
        return etcd;
    }

    String url() {
        return url.toString();
    }

    /** Forgets every revision before the present one. */
    void compact() {
        // a write of our own makes a new revision: the same one cannot be compacted twice
        Matcher revision =
                REVISION.matcher(post("/v3/kv/put", "{\"key\":\"ZmxlZXQ=\",\"value\":\"Y29tcGFjdGlvbg==\"}"));
        if (!revision.find()) {
            throw new FleetException("etcd did not name its revision");
        }
        post("/v3/kv/compaction", "{\"revision\":\"" + revision.group(1) + "\",\"physical\":true}");
    }

    private boolean healthy() {
        try {
            var request = HttpRequest.newBuilder(url.resolve("/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("true");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String post(String path, String body) {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new FleetException("etcd refused " + path + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new FleetException("etcd did not answer " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FleetException("interrupted while etcd was asked for " + path, e);
        }
    }
}
