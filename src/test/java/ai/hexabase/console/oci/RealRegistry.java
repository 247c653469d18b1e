package ai.hexabase.console.oci;

import static org.awaitility.Awaitility.await;

import ai.hexabase.console.common.Authorities;
import ai.hexabase.console.fleet.CertificateAuthority;
import ai.hexabase.console.fleet.Ports;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The reference OCI registry as a process of its own, over TLS by an authority of its own, asking for a password or for
 * tokens of a {@link TokenServer}. {@code src/build/launcher/registry-home.sh} fetches it.
 */
public final class RealRegistry implements AutoCloseable {
    public static final String ACCOUNT = "robot";
    public static final String PASSWORD = "correct otter battery plinth";
    /** Knows its password and may pull nothing; with tokens only. */
    public static final String STRANGER = "stranger";

    private static final String EMPTY = "{}";

    private final CertificateAuthority authority = new CertificateAuthority("Corp Root G2", Instant.now());
    private final Path folder;
    private final int port = Ports.free();
    private final TokenServer tokens;
    private final Process process;

    private RealRegistry(boolean withTokens) {
        try {
            folder = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "test-data")), withTokens ? "tokens-" : "basic-");
            tokens = withTokens ? new TokenServer(authority) : null;
            process = start();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(this::answers);
    }

    public static RealRegistry askingForAPassword() {
        return new RealRegistry(false);
    }

    public static RealRegistry askingForTokens() {
        return new RealRegistry(true);
    }

    private static Path program() {
        var cache = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        var home = System.getenv().getOrDefault("REGISTRY_HOME", cache + "/hexabase-console/oci-registry");
        var program = Path.of(home, "usr/bin/docker-registry");
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("no registry in " + home + "; ./console one RegistriesIT fetches it");
        }
        return program;
    }

    private Process start() throws IOException {
        var server = authority.server("registry", List.of("127.0.0.1"), Instant.now());
        write("server.pem", server.certificate());
        write("server.key", server.key());
        write("authority.pem", authority.certificate());
        write("htpasswd", ACCOUNT + ":" + new BCryptPasswordEncoder(4).encode(PASSWORD) + "\n");
        var log = folder.resolve("log").toFile();
        return new ProcessBuilder(
                        program().toString(),
                        "serve",
                        write("config.yml", config()).toString())
                .redirectOutput(Redirect.appendTo(log))
                .redirectError(Redirect.appendTo(log))
                .start();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toAbsolutePath();
    }

    private String config() {
        var place = folder.toAbsolutePath();
        var auth = tokens == null
                ? "htpasswd: {realm: registry, path: %s/htpasswd}".formatted(place)
                : "token: {realm: \"%s\", service: %s, issuer: %s, rootcertbundle: %s/authority.pem}"
                        .formatted(tokens.url(), TokenServer.SERVICE, TokenServer.ISSUER, place);
        return """
                version: 0.1
                log: {level: warn}
                storage: {filesystem: {rootdirectory: %s/storage}}
                http: {addr: "%s", tls: {certificate: %s/server.pem, key: %s/server.key}}
                auth: {%s}
                """.formatted(place, address(), place, place, auth);
    }

    private boolean answers() throws IOException, InterruptedException {
        return send(request("/v2/").GET()).statusCode() == 401;
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** The authority to trust, as PEM. */
    public String authority() {
        return authority.certificate();
    }

    /** Puts an image without content there. */
    public String push(String repository, String tag) {
        try {
            var config = upload(repository);
            var manifest = """
                    {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
                     "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "size": 2, "digest": "%s"},
                     "layers": []}
                    """.formatted(config);
            expect(
                    201,
                    signed(repository, request("/v2/" + repository + "/manifests/" + tag))
                            .header("Content-Type", "application/vnd.oci.image.manifest.v1+json")
                            .PUT(BodyPublishers.ofString(manifest)));
            return digest(manifest);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String upload(String repository) throws IOException, InterruptedException {
        var digest = digest(EMPTY);
        var begun = expect(
                202,
                signed(repository, request("/v2/" + repository + "/blobs/uploads/"))
                        .POST(BodyPublishers.noBody()));
        var place = begun.headers().firstValue("Location").orElseThrow();
        var whole = place.startsWith("http") ? place : "https://" + address() + place;
        expect(
                201,
                signed(
                                repository,
                                HttpRequest.newBuilder(
                                        URI.create(whole + (whole.contains("?") ? "&" : "?") + "digest=" + digest)))
                        .PUT(BodyPublishers.ofString(EMPTY)));
        return digest;
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://" + address() + path));
    }

    private HttpRequest.Builder signed(String repository, HttpRequest.Builder request) {
        var basic = Base64.getEncoder().encodeToString((ACCOUNT + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return request.header(
                "Authorization",
                tokens == null ? "Basic " + basic : "Bearer " + tokens.token(repository, List.of("pull", "push")));
    }

    private HttpResponse<String> expect(int status, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = send(request);
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    answer.statusCode() + " " + answer.body() + "\n" + Files.readString(folder.resolve("log")));
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var tls = Authorities.trusting(Authorities.read(authority()));
        try (var http = HttpClient.newBuilder().sslContext(tls).build()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        if (tokens != null) {
            tokens.close();
        }
    }
}
