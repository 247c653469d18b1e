package ai.hexabase.console.keycloak;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of one server: its own data, and links to what {@code src/build/launcher/keycloak-home.sh} prepared for
 * all.
 */
record KeycloakHome(Path prepared, Path folder) {
    private static final String VERSION = "26.7.3";

    /** A new folder with a copy of the empty database and these realms to be imported, by their names. */
    static KeycloakHome create(Path folder, Map<String, String> realms) {
        var home = new KeycloakHome(prepared(System.getenv()), folder.toAbsolutePath());
        try {
            home.delete();
            home.link();
            home.copyDatabase();
            var imported = Files.createDirectories(folder.resolve("data/import"));
            for (var realm : realms.entrySet()) {
                Files.writeString(imported.resolve(realm.getKey() + ".json"), realm.getValue());
            }
            return home;
        } catch (IOException e) {
            throw new KeycloakException("a folder for Keycloak cannot be made: " + folder, e);
        }
    }

    private static Path prepared(Map<String, String> environment) {
        var cache = environment.getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        var home = environment.getOrDefault("KEYCLOAK_HOME", cache + "/hexabase-console/keycloak-" + VERSION);
        if (!Files.isDirectory(Path.of(home))) {
            throw new KeycloakException("no Keycloak in " + home
                    + "; ./console one KeycloakServerIT or ./console keycloak fetches and prepares it");
        }
        return Path.of(home).toAbsolutePath();
    }

    private void link() throws IOException {
        Files.createDirectories(folder);
        for (var shared : List.of("bin", "conf", "lib", "providers", "themes", "version.txt")) {
            if (Files.exists(prepared.resolve(shared))) {
                Files.createSymbolicLink(folder.resolve(shared), prepared.resolve(shared));
            }
        }
    }

    private void copyDatabase() throws IOException {
        var own = Files.createDirectories(folder.resolve("data/h2"));
        try (Stream<Path> files = Files.list(prepared.resolve("data/h2"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".mv.db")).toList()) {
                Files.copy(file, own.resolve(file.getFileName()));
            }
        }
    }

    /** Starts Java itself instead of kc.sh, so that the process is the server. */
    List<String> command(int port, int managementPort) {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse(System.getProperty("java.home") + "/bin/java"),
                "-Xms64m",
                "-Xmx512m",
                // less to warm up: these servers live for minutes
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "--enable-native-access=ALL-UNNAMED"));
        for (var opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(system());
        command.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname-strict=false",
                // new keys of the corporate side count at once, not after ten seconds
                "--spi-public-key-storage--infinispan--min-time-between-requests=0"));
        return command;
    }

    private List<String> system() {
        return List.of(
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-cp",
                prepared.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    /** Removes the folder; what it links to stays. */
    void delete() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new KeycloakException(folder + " cannot be removed", e);
        }
    }
}
