package ai.hexabase.console.keycloak;

import ai.hexabase.console.fleet.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A real Keycloak with the sample realms ({@link Realms}) on a port of its own.
 *
 * <pre>{@code
 * @RealKeycloak
 * class CorporateSignInIT {
 *   CorporateSignInIT(KeycloakServer keycloak, KeycloakAdmin admin) {
 *     var client = admin.registerConsole(URI.create("http://127.0.0.1:" + port), "corporate");
 *     configure(keycloak.issuer(Realms.CONSOLE), client.clientId(), client.secret());
 *     admin.people(Realms.CORP).setGroups("misaki.sato", "/it/operations");   // arrives with the next sign-in
 *     admin.people(Realms.CORP).signOut("misaki.sato");                       // back-channel logout, through the broker
 *     keycloak.stop();                                                        // the provider is down
 *     keycloak.start();                                                       // the same address and data
 *   }
 * }
 * }</pre>
 */
public final class KeycloakServer implements AutoCloseable {
    /** The administrator of the whole server; a sample, as in keycloak-home.sh. */
    public static final String ADMIN = "admin";

    public static final String ADMIN_PASSWORD = "sample-admin";

    // a busy machine with two cores took two minutes for a first start
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Path FOLDER = Path.of("target", "keycloak");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static volatile KeycloakServer shared;

    private final int port;
    private final int managementPort = Ports.free();
    private final boolean consoleClient;
    private final KeycloakHome home;
    private final Path log;
    private volatile KeycloakProcess process;

    private KeycloakServer(String name, int port, boolean consoleClient) {
        this.port = port;
        this.consoleClient = consoleClient;
        home = KeycloakHome.create(FOLDER.resolve(name), Realms.at(url(), consoleClient));
        log = FOLDER.resolve(name + ".log");
        process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "keycloak-end"));
    }

    /** The one server of this JVM, started when first asked for and ended with the JVM; no client is registered. */
    public static synchronized KeycloakServer shared() {
        if (shared == null) {
            shared = open("jvm-" + ProcessHandle.current().pid(), Ports.free(), false);
        }
        return shared;
    }

    /** A server of one's own with this name of its log and data below target/keycloak, ready when this returns. */
    static KeycloakServer open(String name, int port, boolean consoleClient) {
        var server = new KeycloakServer(name, port, consoleClient);
        try {
            server.awaitRealms();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The issuer of a realm, below which its discovery is. */
    public String issuer(String realm) {
        return url() + "/realms/" + realm;
    }

    /** Ends it, as when the provider is down; address and data stay. */
    public synchronized void stop() {
        process.stop();
    }

    /** Starts it again after {@link #stop()} and waits until the realms answer; does nothing when it runs. */
    public synchronized void start() {
        if (!process.alive()) {
            process = launch();
            awaitRealms();
        }
    }

    /** The process that is the server. */
    public long pid() {
        return process.pid();
    }

    /** What it says. */
    public Path log() {
        return log;
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    boolean hasConsoleClient() {
        return consoleClient;
    }

    @Override
    public void close() {
        process.kill();
        home.delete();
    }

    private KeycloakProcess launch() {
        return KeycloakProcess.start(home.command(port, managementPort), log);
    }

    /** The port answers 503 while realms are imported, so only their discovery counts. */
    private void awaitRealms() {
        process.await(LIMIT, () -> List.of(Realms.CORP, Realms.CONSOLE).stream().allMatch(this::discoverable));
    }

    private boolean discoverable(String realm) {
        var discovery = URI.create(issuer(realm) + "/.well-known/openid-configuration");
        var request = HttpRequest.newBuilder(discovery)
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeycloakException("interrupted while Keycloak started", e);
        }
    }
}
